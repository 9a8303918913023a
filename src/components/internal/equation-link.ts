import { html, type TemplateResult } from "lit";
import { pageLanguage } from "../../i18n/language.ts";
import { anchorOf } from "../../model/document/equation.ts";
import { LIST_COMMA } from "../../model/text.ts";

/** `R12` or `§3`, as a link to where the model page explains it. Relative, so that the site works under any path. */
export function equationLink(equation: string): TemplateResult {
  return html`<a href="./model.html#${anchorOf(equation)}">${equation}</a>`;
}

/** Several, as a list. */
export function equationLinks(equations: readonly string[]): TemplateResult {
  return html`${equations.map((equation, k) => html`${k > 0 ? LIST_COMMA[pageLanguage()] : ""}${equationLink(equation)}`)}`;
}
