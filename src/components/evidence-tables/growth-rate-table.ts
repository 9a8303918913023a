import { msg, str } from "@lit/localize";
import { html, type TemplateResult } from "lit";
import { pageLanguage } from "../../i18n/language.ts";
import { EVIDENCE } from "../../state/evidence/evidence.ts";
import { evidenceText } from "../../state/evidence/evidence-texts.ts";
import { compareChanges, type ChangeKind, type ComparedChange, type Comparison } from "../../state/evidence/growth-rates.ts";
import { tableFrame } from "../internal/table-frame.ts";

/** Printed and recomputed growth of every series side by side, with what their difference means. */
export function growthRateTable(): TemplateResult {
  const language = pageLanguage();
  return tableFrame(msg("Growth rates, printed and recomputed"), html`
    <thead><tr>
      <th scope="col">${msg("Series")}</th><th scope="col">${msg("Source")}</th><th scope="col">${msg("Years")}</th><th scope="col">${msg("Measure")}</th>
      <th scope="col" class="right">${msg("Printed")}</th><th scope="col" class="right">${msg("Recomputed")}</th><th scope="col">${msg("Comparison")}</th>
    </tr></thead>
    <tbody>${EVIDENCE.series.flatMap((series) => compareChanges(series).map((one) => html`<tr>
      <th scope="row">${series[language]}</th><td>${evidenceText(series.section)[language]}</td><td class="years">${one.from}–${one.to}</td><td>${kindText(one.kind)}</td>
      <td class="right">${one.printed === null ? "–" : formatDecimal(one.printed, 1)}</td>
      <td class="right">${one.recomputed === null ? "–" : formatDecimal(one.recomputed, 2)}</td>
      <td class=${one.comparison === "differs" ? "differs prose" : "prose"}>${comparisonText(one)}</td>
    </tr>`))}</tbody>`);
}

function kindText(kind: ChangeKind): string {
  const words: Readonly<Record<ChangeKind, string>> = { cagrPercent: msg("% a year"), multiple: msg("times"), changePoints: msg("points") };
  return words[kind];
}

function comparisonText({ comparison, range, from }: ComparedChange): string {
  const [low, high] = (range ?? [NaN, NaN]).map((value) => formatDecimal(value, 2));
  const words: Readonly<Record<Comparison, () => string>> = {
    agrees: () => msg("Agrees."),
    rounding: () => msg(str`Differs in the last digit. The end points are rounded: they allow ${low} to ${high}.`),
    differs: () => msg(str`Differs, by more than rounding allows (${low} to ${high}).`),
    alone: () => msg("The report prints no rate."),
    unknown: () => msg(str`Cannot be recomputed: the report prints no number for ${from}.`),
  };
  return words[comparison]();
}

function formatDecimal(value: number, decimals: number): string {
  return value.toFixed(decimals).replace("-", "−");
}
