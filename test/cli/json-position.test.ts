import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findJsonError } from "../../src/cli/json-position.ts";

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What JSON is made of, what it is not, and nothing. */
const CHARACTERS = [...Array.from("{}[]:,\"\\ \n01-.eEtu/x\u0001\u007f"), ""];

describe("findJsonError", () => {
  it("agrees with JSON.parse on what is JSON, for JSON with a character put in, taken out or changed", () => {
    fc.assert(fc.property(fc.json(), fc.nat(), fc.constantFrom(...CHARACTERS), fc.boolean(), (json, seed, character, replaces) => {
      const at = seed % (json.length + 1);
      const text = json.slice(0, at) + character + json.slice(at + (replaces ? 1 : 0));
      expect(findJsonError(text) === null).toBe(isJson(text));
    }), { numRuns: 3000 });
  });

  it.each([
    ["a comma too many", '{\n  "a": 1,\n}', 3, 1],
    ["a comment", '{ "a": 1, // one\n "b": 2 }', 1, 11],
    ["a missing comma", '[1\n 2]', 2, 2],
    ["single quotes", "{'a': 1}", 1, 2],
    ["an end that comes too early, after Windows lines", '{"a":\r\n [1,', 2, 5],
    ["nothing at all", "", 1, 1],
    ["a bad number", '{"价格": 01}', 1, 9],
    ["something behind", "{} {}", 1, 4],
  ])("names line and column of %s", (_, text, line, column) => {
    expect(findJsonError(text)).toMatchObject({ line, column });
  });

  it("does not run out of stack", () => {
    expect(findJsonError("[".repeat(200_000))).toMatchObject({ column: 200_001 });
  });
});
