import { msg } from "@lit/localize";
import { html, type TemplateResult } from "lit";
import { SYMBOLS, type SymbolName } from "../../model/document/index.ts";
import {
  LARGEST_POSITIVE, PARAMETER_NAMES, PARAMETERS, PRICE_MODES, SMALLEST_POSITIVE, type Domain, type ParameterName, type PriceMode,
} from "../../model/index.ts";
import { pageLanguage } from "../../i18n/language.ts";
import { equationLink } from "../internal/equation-link.ts";
import { tableFrame } from "../internal/table-frame.ts";
import "../model-equation/tau-math.ts";

/** Where a parameter's row is found: quantities of the same name have the bare name. */
const parameterAnchor = (name: ParameterName): string => `parameter-${name}`;

/** Every parameter: symbol, name, equation, unit, domain, default, meaning. `current` is the anchor that was asked for. */
export function parameterTable(current: string): TemplateResult {
  const language = pageLanguage();
  return tableFrame(msg("Parameters"), html`
    <thead><tr>
      <th scope="col">${msg("Symbol")}</th><th scope="col">${msg("Name")}</th><th scope="col">${msg("Equation")}</th><th scope="col">${msg("Unit")}</th>
      <th scope="col">${msg("Domain")}</th><th scope="col" class="right">${msg("Default")}</th><th scope="col">${msg("Prices")}</th><th scope="col">${msg("Meaning")}</th>
    </tr></thead>
    <tbody>${PARAMETER_NAMES.map((name) => {
      const { symbol, label, equation, unit, domain, modes, meaning, default: value } = PARAMETERS[name];
      const anchor = parameterAnchor(name);
      return html`<tr id=${anchor} tabindex="-1" class=${anchor === current ? "current" : ""}>
        <td><tau-math .latex=${symbol}></tau-math></td>
        <th scope="row">${label[language]}<br /><code>${name}</code></th><td>${equationLink(equation)}</td><td>${unitText(unit)}</td>
        <td>${interval(domain)}${domain.reason === undefined ? "" : html`<br /><span class="muted">${domain.reason[language]}</span>`}</td>
        <td class="right">${value}</td><td>${modesText(modes)}</td><td class="prose">${meaning[language]}</td>
      </tr>`;
    })}</tbody>`);
}

/** The symbols that are neither a parameter nor a quantity that the product gives. */
export function otherSymbols(): TemplateResult {
  const names: readonly SymbolName[] = ["Y", "C", "I", "K", "H", "HX", "HT", "Hbar", "X", "chi", "w"];
  return html`<dl class="symbols" aria-label=${msg("Other symbols")}>${names.map((name) => html`
    <div><dt><tau-math .latex=${SYMBOLS[name].latex}></tau-math></dt><dd>${SYMBOLS[name].label[pageLanguage()]}</dd></div>`)}</dl>`;
}

/** A unit of the model's tables in words. */
export function unitText(unit: "1" | "1/year" | "scale" | "code"): string {
  const words = { "1": "1", "1/year": msg("a year"), scale: msg("scale"), code: msg("code") };
  return words[unit];
}

/** In which price modes something exists. */
export function modesText(modes: readonly PriceMode[]): string {
  if (modes.length === PRICE_MODES.length) return msg("both");
  return modes.includes("given") ? msg("given") : msg("equilibrium");
}

function interval({ min, max, maxInclusive }: Domain): string {
  return `[${bound(min)}, ${bound(max)}${maxInclusive ? "]" : ")"}`;
}

function bound(value: number): string {
  if (value === SMALLEST_POSITIVE) return "2⁻⁶⁴";
  return value === LARGEST_POSITIVE ? "2⁶⁴" : String(value);
}
