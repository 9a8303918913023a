/** Where a text stops being JSON. */
export interface JsonPosition {
  /** Offset in UTF-16 units; the text's length where it ends too early. */
  readonly offset: number;
  /** From 1. */
  readonly line: number;
  /** From 1, in characters. */
  readonly column: number;
}

const SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

type Expected = "value" | "key" | "colon" | "separator" | "end";

/**
 * The place of the first syntax error (RFC 8259) in a text that `JSON.parse` refuses, whose messages name a place in some
 * runtimes only; `null` for a text that is JSON.
 */
export function findJsonError(text: string): JsonPosition | null {
  const open: ("{" | "[")[] = [];
  let expected: Expected = "value";
  let mayClose = false;
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    at += match?.[0].length ?? 0;
    return match !== null;
  };
  const closes = (character: string): boolean => open.at(-1) === (character === "}" ? "{" : character === "]" ? "[" : undefined);
  for (;;) {
    take(SPACE);
    if (at === text.length) return expected === "end" ? null : positionOf(text, at);
    const character = text[at];
    if ((expected === "separator" || mayClose) && closes(character)) {
      open.pop();
      at++;
      expected = open.length === 0 ? "end" : "separator";
      mayClose = false;
      continue;
    }
    mayClose = false;
    if (expected === "value" && (character === "{" || character === "[")) {
      open.push(character);
      at++;
      expected = character === "{" ? "key" : "value";
      mayClose = true;
    } else if (expected === "value" && (take(STRING) || take(SCALAR))) {
      expected = open.length === 0 ? "end" : "separator";
    } else if (expected === "key" && take(STRING)) {
      expected = "colon";
    } else if (expected === "colon" && character === ":") {
      at++;
      expected = "value";
    } else if (expected === "separator" && character === ",") {
      at++;
      expected = open.at(-1) === "{" ? "key" : "value";
    } else {
      return positionOf(text, at);
    }
  }
}

function positionOf(text: string, offset: number): JsonPosition {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  const line = before.at(-1) ?? "";
  return { offset, line: before.length, column: Array.from(line).length + 1 };
}
