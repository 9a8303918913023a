import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";
import { evaluatePoint, PRICE_MODE_INFO, RULE_INFO, type BilingualText, type Language } from "../../model/index.ts";
import type { CompareSession } from "../../state/compare/compare-session.ts";
import { isSpaceShared, scenarioOfSide } from "../../state/compare/compare-state.ts";
import { SIDES } from "../../state/compare/comparison.ts";
import type { ExplorerState } from "../../state/explorer-state.ts";
import { verdictAt } from "../../state/verdict.ts";
import { parameterRows } from "../../takeaway/index.ts";
import { agreementText, countsText, differenceHeadline, differenceSentence, fourthAxisText } from "../compare/difference-texts.ts";

/** What a comparison comes to: its counts, and what A and B say of their points. */
export function comparisonVerdict({ explorer: { state }, difference: { result, isPending } }: CompareSession, language: Language): TemplateResult {
  const counted = !isSpaceShared(state) ? html`<strong>${msg("A and B span different spaces, so nothing is subtracted.")}</strong>`
    : result === null || isPending ? html`<strong>${msg("Every point of the grid is being compared.")}</strong>`
      : html`<strong>${differenceHeadline(result, language)}</strong>${agreementText(state, result, language)} ${differenceSentence(result)}
        <p>${countsText(result, language)} · ${fourthAxisText(state)}</p>`;
  return html`${counted}${SIDES.map((side) => {
    const { parameters, rule, prices } = scenarioOfSide(state, side);
    const { headline, sentence } = verdictAt(parameters, evaluatePoint(parameters, rule, prices), language);
    return html`<p><b>${side}</b> ${headline} ${sentence}</p>`;
  })}`;
}

/** The parameters of both; of one that its prices do not use nothing stands there. */
export function comparisonParameters(state: ExplorerState, language: Language): TemplateResult {
  const [a, b] = SIDES.map((side) => parameterRows({ ...state, ...scenarioOfSide(state, side) }, language));
  const rows = [...a, ...b.filter(({ symbol }) => !a.some((row) => row.symbol === symbol))];
  const valueIn = (side: typeof a, symbol: string) => side.find((row) => row.symbol === symbol)?.value ?? "–";
  return html`<table><tr><td colspan="2"></td><td class="number"><b>A</b></td><td class="number"><b>B</b></td><td></td></tr>${rows.map(({ symbol, label, unit }) => {
    const [inA, inB] = [valueIn(a, symbol), valueIn(b, symbol)];
    const value = (text: string) => (inA === inB ? text : html`<b>${text}</b>`);
    return html`<tr><td class="variable">${symbol}</td><td>${label}</td><td class="number">${value(inA)}</td><td class="number">${value(inB)}</td><td>${unit === "–" ? nothing : unit}</td></tr>`;
  })}</table>`;
}

/** Rules and prices of both, once where they are the same. */
export function comparisonChoices(state: ExplorerState, language: Language): readonly string[] {
  const [a, b] = SIDES.map((side) => scenarioOfSide(state, side));
  const both = (ofA: Choice, ofB: Choice, say: (label: string, meaning: string) => string): readonly string[] =>
    (ofA === ofB ? [say(ofA.label[language], ofA.meaning[language])] : [["A", ofA] as const, ["B", ofB] as const]
      .map(([side, { label, meaning }]) => `${side}: ${say(label[language], meaning[language])}`));
  return [
    ...both(RULE_INFO[a.rule], RULE_INFO[b.rule], (label, meaning) => msg(str`Rule “${label}”: ${meaning}`)),
    ...both(PRICE_MODE_INFO[a.prices], PRICE_MODE_INFO[b.prices], (label, meaning) => msg(str`Prices “${label}”: ${meaning}`)),
  ];
}

interface Choice {
  readonly label: BilingualText;
  readonly meaning: BilingualText;
}
