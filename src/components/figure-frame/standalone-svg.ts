const SVG = "http://www.w3.org/2000/svg";

/** Presentation attributes that an element takes from its parent: written where they differ from it. */
const INHERITED = [
  "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linejoin", "stroke-linecap", "stroke-miterlimit",
  "font-family", "font-size", "font-style", "font-weight", "text-anchor", "paint-order",
] as const;
/** Presentation attributes that stay with an element: written where they are not as usual. */
const OWN: Readonly<Record<string, string>> = { opacity: "1", "dominant-baseline": "auto", "stop-opacity": "1", "stop-color": "rgb(0, 0, 0)" };
/** What means something on the page alone. */
const PAGE_ATTRIBUTES = /^(?:aria-.*|class|style|role|tabindex|data-.*|part|slot|hidden)$/;
/** Room around a picture, for labels that reach beyond its edge. */
const MARGIN = 8;

export interface PictureText {
  readonly title: string;
  readonly description: string;
  readonly language: string;
}

/**
 * Pictures of the page, one below the other, as one SVG file that needs nothing of it: colours, strokes and fonts are written out as they
 * are computed now, so in the present theme, on a ground of the given colour. Parts with the class `transient` (what follows the pointer) stay out.
 *
 * @param pictures in the document, each with width and height in CSS pixels
 */
export function standaloneSvg(pictures: readonly SVGSVGElement[], { title, description, language }: PictureText, ground: string): string {
  const sizes = pictures.map((picture) => ({ width: Number(picture.getAttribute("width")), height: Number(picture.getAttribute("height")) }));
  const width = Math.max(0, ...sizes.map((size) => size.width)) + 2 * MARGIN;
  const height = sizes.reduce((sum, size) => sum + size.height, 0) + 2 * MARGIN;
  const root = element("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-labelledby": "title", "aria-describedby": "description", lang: language });
  root.append(withText(element("title", { id: "title" }), title), withText(element("desc", { id: "description" }), description));
  root.append(element("rect", { width, height, fill: ground }));
  let top = MARGIN;
  pictures.forEach((picture, k) => {
    const copy = copyWithStyles(picture);
    for (const [name, value] of Object.entries({ x: MARGIN, y: top, overflow: "visible" })) copy.setAttribute(name, String(value));
    root.append(copy);
    top += sizes[k].height;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}\n`;
}

function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

function withText(made: SVGElement, text: string): SVGElement {
  made.textContent = text;
  return made;
}

/** A copy of a drawing without the page's own attributes and comments, each element with the styles that it is seen in. */
function copyWithStyles(original: Element, around?: CSSStyleDeclaration): Element {
  const copy = original.cloneNode(false) as Element;
  for (const { name } of [...copy.attributes]) if (PAGE_ATTRIBUTES.test(name)) copy.removeAttribute(name);
  const styles = getComputedStyle(original);
  for (const name of INHERITED) {
    const value = styles.getPropertyValue(name);
    if (value !== "" && (value !== around?.getPropertyValue(name) || original.hasAttribute(name))) copy.setAttribute(name, value);
  }
  for (const [name, usual] of Object.entries(OWN)) {
    const value = styles.getPropertyValue(name);
    if (value !== "" && (value !== usual || original.hasAttribute(name))) copy.setAttribute(name, value);
  }
  for (const child of original.childNodes) {
    if (child instanceof Element && !child.classList.contains("transient")) copy.append(copyWithStyles(child, styles));
    else if (child instanceof Text) copy.append(child.cloneNode());
  }
  return copy;
}
