/** A line of text, or a part of it in one font, as it stands in an element. CSS px from the element's top left corner. */
export interface TextFragment {
  readonly text: string;
  readonly left: number;
  /** Of the font's box, which begins its ascent above the base line. */
  readonly top: number;
  /** A CSS font, such as a canvas takes. */
  readonly font: string;
  readonly colour: string;
}

/** All visible text in an element, line by line as the browser broke it: to be written again at any size. */
export function textFragments(root: HTMLElement): readonly TextFragment[] {
  const origin = root.getBoundingClientRect();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const fragments: TextFragment[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { parentElement: parent } = node;
    if (!(node instanceof Text) || parent === null) continue;
    const style = getComputedStyle(parent);
    if (style.visibility === "hidden") continue;
    const font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    for (const { text, box } of linesOf(node)) {
      fragments.push({ text, left: box.left - origin.left, top: box.top - origin.top, font, colour: style.color });
    }
  }
  return fragments;
}

/** Neighbouring characters on one height are one line. */
function linesOf(node: Text): { text: string; box: DOMRect }[] {
  const lines: { text: string; box: DOMRect }[] = [];
  const range = document.createRange();
  let at = 0;
  for (const character of node.data) {
    range.setStart(node, at);
    at += character.length;
    range.setEnd(node, at);
    const box = range.getClientRects().item(0);
    if (box === null) continue;
    const line = lines.at(-1);
    if (line !== undefined && Math.abs(line.box.top - box.top) < 1) line.text += character;
    else lines.push({ text: character, box });
  }
  return lines;
}
