/** Characters that take two columns of a terminal: Han, full-width forms, CJK punctuation. */
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const COMBINING = /\p{Mark}/u;

/** Columns that a text takes in a terminal. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += COMBINING.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}

/** The beginning of a text that leaves the last column of a terminal free: one that fills it goes on to the next line. */
export function cutToWidth(text: string, columns: number | undefined): string {
  let line = text;
  while (line !== "" && displayWidth(line) >= (columns ?? Infinity)) line = line.slice(0, -1);
  return line;
}
