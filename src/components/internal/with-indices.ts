import { html, type TemplateResult } from "lit";

/** A letter after `_` stands below the line, one after `^` above it. */
const INDEX = /([_^]\p{L})/u;

/** A plain text of the state's tables with its indices set: “p_X” and “H̄^α”. Nothing in it becomes HTML. */
export function withIndices(text: string): TemplateResult {
  return html`${text.split(INDEX).map((part, k) => {
    if (k % 2 === 0) return part;
    return part.startsWith("_") ? html`<sub>${part.slice(1)}</sub>` : html`<sup>${part.slice(1)}</sup>`;
  })}`;
}
