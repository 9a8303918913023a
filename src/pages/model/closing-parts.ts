import { msg } from "@lit/localize";
import { html, type TemplateResult } from "lit";
import { equationLinks } from "../../components/internal/equation-link.ts";
import { withIndices } from "../../components/internal/with-indices.ts";
import { richText } from "../../components/model-equation/rich-text.ts";
import { quantityTable } from "../../components/model-tables/quantity-table.ts";
import { pageLanguage } from "../../i18n/language.ts";
import { ASSUMPTIONS, REFERENCES, REPORT_CONCLUSIONS, SLIPS } from "../../model/document/index.ts";
import { CLASS_BOUNDARY, CLASS_INFEASIBLE, CLASS_NEGATIVE, CLASS_POSITIVE, STATUS_FLAGS, STATUS_INFO, type BilingualText } from "../../model/index.ts";
import { CLOSING_PARTS } from "./contents.ts";

const shown = (text: BilingualText): string => text[pageLanguage()];

/** What a class of a cell means. */
export function renderClasses(): TemplateResult {
  const classes: readonly (readonly [number, string])[] = [
    [CLASS_POSITIVE, msg("More compute raises growth, certainly.")],
    [CLASS_NEGATIVE, msg("More compute lowers growth, certainly.")],
    [CLASS_BOUNDARY, msg("Within the error bound of the boundary: an exact tie, or too close to call.")],
    [CLASS_INFEASIBLE, msg("The model has no point here; every quantity is empty.")],
  ];
  return html`
    <h3>${msg("Classes")}</h3>
    <dl class="classes">${classes.map(([code, meaning]) => html`<dt>${String(code).replace("-", "−")}</dt><dd>${meaning}</dd>`)}</dl>
    <h3>${msg("Flags")}</h3>
    <dl class="classes">${STATUS_FLAGS.map((flag) => html`<dt>${shown(STATUS_INFO[flag].label)}</dt><dd>${shown(STATUS_INFO[flag].meaning)}</dd>`)}</dl>`;
}

/** Quantities, conclusions, slips, assumptions, references. `current` is the anchor that was asked for. */
export function renderClosingParts(current: string): TemplateResult[] {
  return [
    part("quantities", quantityTable(current)),
    part("conclusions", html`<ul class="plain">${Object.values(REPORT_CONCLUSIONS).map(({ statement, limits, source }) => html`
      <li><b>${shown(statement)}</b> ${withIndices(shown(limits))} (${equationLinks(source.split(", "))})</li>`)}</ul>`),
    part("slips", html`<ol class="plain">${SLIPS.map(({ id, printed, corrected }, k) => html`
      <li id=${id} tabindex="-1" class=${id === current ? "current" : ""}><b>${k + 1}.</b> ${richText(shown(printed))}<br /><b>${msg("Corrected:")}</b> ${richText(shown(corrected))}</li>`)}</ol>`),
    part("assumptions", html`<ul class="dots">${ASSUMPTIONS.map((text) => html`<li>${richText(shown(text))}</li>`)}</ul>`),
    part("references", html`<ul class="plain">${REFERENCES.map(({ text, role }) => html`<li>${text}<br /><span class="muted">${shown(role)}</span></li>`)}</ul>`),
  ];
}

function part(id: keyof typeof CLOSING_PARTS, content: TemplateResult): TemplateResult {
  return html`<section id=${id} tabindex="-1" aria-labelledby="title-${id}"><h2 id="title-${id}">${shown(CLOSING_PARTS[id])}</h2>${content}</section>`;
}
