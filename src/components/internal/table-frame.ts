import { html, nothing, type TemplateResult } from "lit";

/**
 * A wide table in a frame of its own, which scrolls and so can be reached by keys; its looks are `tableStyles`.
 * @param rows head and body of the table @param below what stands in the frame under the table
 */
export function tableFrame(caption: string, rows: TemplateResult, below: TemplateResult | typeof nothing = nothing): TemplateResult {
  return html`<div class="frame" tabindex="0" role="group" aria-label=${caption}><table><caption>${caption}</caption>${rows}</table>${below}</div>`;
}
