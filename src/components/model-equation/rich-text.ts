import { html, type TemplateResult } from "lit";
import "./tau-math.ts";

/** A text of the model's tables: what stands between dollar signs is LaTeX, the rest is plain text. */
export function richText(text: string): TemplateResult {
  return html`${text.split("$").map((part, k) => (k % 2 === 0 ? part : html`<tau-math .latex=${part}></tau-math>`))}`;
}
