import { msg } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";
import { EQUATIONS } from "../../model/document/index.ts";
import { FIELD_NAMES, FIELDS, type FieldName } from "../../model/index.ts";
import { pageLanguage } from "../../i18n/language.ts";
import { equationLinks } from "../internal/equation-link.ts";
import { tableFrame } from "../internal/table-frame.ts";
import "../model-equation/tau-math.ts";
import { modesText, unitText } from "./parameter-table.ts";

/** Every quantity that the product computes; a row's anchor is the quantity's name. `current` is the anchor that was asked for. */
export function quantityTable(current: string): TemplateResult {
  const language = pageLanguage();
  return tableFrame(msg("Quantities"), html`
    <thead><tr>
      <th scope="col">${msg("Symbol")}</th><th scope="col">${msg("Name")}</th><th scope="col">${msg("Equation")}</th><th scope="col">${msg("Unit")}</th>
      <th scope="col">${msg("Prices")}</th><th scope="col">${msg("Meaning")}</th>
    </tr></thead>
    <tbody>${FIELD_NAMES.map((name) => {
      const { symbol, label, unit, modes, added, meaning } = FIELDS[name];
      return html`<tr id=${name} tabindex="-1" class=${name === current ? "current" : ""}>
        <td><tau-math .latex=${symbol}></tau-math></td>
        <th scope="row">${label[language]}<br /><code>${name}</code></th>
        <td>${equationLinks(definedBy(name))}</td>
        <td>${unitText(unit)}</td><td>${modesText(modes)}</td>
        <td class="prose">${meaning[language]} ${added ? html`<span class="added">${msg("beyond the report")}</span>` : nothing}</td>
      </tr>`;
    })}</tbody>`);
}

/** What the tables name, then every numbered equation that gives the quantity. */
function definedBy(name: FieldName): readonly string[] {
  return [...new Set([FIELDS[name].equation, ...EQUATIONS.filter(({ fields }) => fields.includes(name)).map(({ number }) => number)])];
}
