import { html, type TemplateResult } from "lit";
import { anchorOf } from "../../model/document/equation.ts";

/** `R12` or `§3`, as a link to where the model page explains it. Relative, so that the site works under any path. */
export function equationLink(equation: string): TemplateResult {
  return html`<a href="./model.html#${anchorOf(equation)}">${equation}</a>`;
}
