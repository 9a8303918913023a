/**
 * Breaks a text into lines of at most `width`: between words, between the characters of Chinese, and within a word that is wider than a line,
 * such as an address. `measure` says how wide a text is.
 */
export function wrapText(text: string, width: number, measure: (text: string) => number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces(text, width, measure)) {
    if (line !== "" && measure((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return line.trimEnd() === "" ? lines : [...lines, line.trimEnd()];
}

/** A sign that ends a clause in Chinese stays with the character before it. */
const PIECES = /[^ \n\u2e80-\uffef]+[ \n]*|[\u2e80-\uffef][，。；：、！？”）]*[ \n]*|[ \n]+/gu;

function pieces(text: string, width: number, measure: (text: string) => number): string[] {
  return (text.match(PIECES) ?? []).flatMap((piece) => (measure(piece.trimEnd()) > width ? [...piece] : [piece]));
}
