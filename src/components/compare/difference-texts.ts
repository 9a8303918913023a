import { msg, str } from "@lit/localize";
import { formatCount, PARAMETERS, PRICE_MODE_INFO, RULE_INFO, type Language } from "../../model/index.ts";
import { fourthAxis } from "../../state/axes.ts";
import { agreementOf } from "../../state/compare/agreement.ts";
import { scenarioOfSide } from "../../state/compare/compare-state.ts";
import { SIDES, type Side } from "../../state/compare/comparison.ts";
import type { Difference } from "../../state/compare/difference.ts";
import { differingParameters } from "../../state/compare/scenario.ts";
import type { ExplorerState } from "../../state/explorer-state.ts";
import { formatNumber, formatPercent } from "../../state/format.ts";

/** A scenario in a line: its rule and prices, and the parameters that the other has otherwise. */
export function sideText(state: ExplorerState, side: Side, language: Language): string {
  const [a, b] = SIDES.map((one) => scenarioOfSide(state, one));
  const { rule, prices, parameters } = side === "A" ? a : b;
  const differing = differingParameters(a, b).map((name) => `${PARAMETERS[name].symbol} = ${formatNumber(parameters[name])}`);
  return [RULE_INFO[rule].label[language], PRICE_MODE_INFO[prices].label[language], ...differing].join(" · ");
}

export function differenceHeadline({ share, turned, gained, lost, feasibleInOne }: Difference, language: Language): string {
  if (share === null) return msg("No point of the grid is feasible in both A and B.");
  if (gained === 0 && lost === 0 && turned === 0) {
    return feasibleInOne === 0 ? msg("A and B agree: more compute raises growth at the same points.") : msg("Where both are feasible, A and B agree.");
  }
  return msg(str`The sign differs at ${formatPercent(share, 3, language)} of the points that are feasible in both.`);
}

export function differenceSentence({ gained, lost, points }: Difference): string {
  const [gainedText, lostText, pointsText] = [gained, lost, points].map(formatCount);
  if (gained === 0 && lost === 0) return msg(str`All ${pointsText} points of the grid were compared, one by one.`);
  if (lost === 0) return msg(str`In B more compute raises growth at ${gainedText} points where it does not in A, and nowhere the other way round.`);
  if (gained === 0) return msg(str`In B more compute no longer raises growth at ${lostText} points where it does in A, and nowhere the other way round.`);
  return msg(str`In B more compute raises growth at ${gainedText} points where it does not in A, and no longer at ${lostText} points where it does in A.`);
}

/** Why the sign is the same everywhere though something differs; empty where the sign differs, or nothing does. */
export function agreementText(state: ExplorerState, { gained, lost, turned }: Difference, language: Language): string {
  if (gained > 0 || lost > 0 || turned > 0) return "";
  const { axes, hasMore } = agreementOf(state);
  const symbols = axes.map((name) => PARAMETERS[name].symbol).join(language === "zh" ? "、" : ", ");
  const why = axes.length === 0 ? "" : axes.length === 1
    ? msg(str`${symbols} differs, but it is an axis of the grid: all its values are in A and in B alike. It moves the point, not the region.`)
    : msg(str`${symbols} differ, but they are axes of the grid: all their values are in A and in B alike. They move the point, not the region.`);
  if (!hasMore) return why;
  return [why, axes.length === 0 ? msg("What differs changes how fast growth is, not where more compute raises it.") : msg("What else differs changes how fast growth is, not where more compute raises it.")].join(" ").trim();
}

export interface DifferenceFact {
  readonly id: string;
  readonly label: string;
  readonly value: string;
}

export function differenceFacts({ gained, lost, positiveA, positiveB, share, feasibleInOne }: Difference, language: Language): readonly DifferenceFact[] {
  return [
    { id: "gained", label: msg("Gained: in B, not in A"), value: formatCount(gained) },
    { id: "lost", label: msg("Lost: in A, not in B"), value: formatCount(lost) },
    { id: "share", label: msg("Sign differs"), value: share === null ? "–" : formatPercent(share, 4, language) },
    { id: "positive-a", label: msg("Raises growth in A"), value: formatCount(positiveA) },
    { id: "positive-b", label: msg("Raises growth in B"), value: formatCount(positiveB) },
    ...(feasibleInOne === 0 ? [] : [{ id: "one", label: msg("Feasible in one alone"), value: formatCount(feasibleInOne) }]),
  ];
}

/** The counts that the sentence does not tell, in a line. */
export function countsText(difference: Difference, language: Language): string {
  const rest = differenceFacts(difference, language).filter(({ id }) => id !== "gained" && id !== "lost");
  return rest.map(({ label, value }) => `${label}\u00a0${value}`).join(" · ");
}

/** The picture stands at one value of the fourth axis for each, the counts run over all of it. */
export function fourthAxisText(state: ExplorerState): string {
  const name = fourthAxis(state);
  const [a, b] = SIDES.map((side) => formatNumber(scenarioOfSide(state, side).parameters[name]));
  const { symbol } = PARAMETERS[name];
  return a === b ? msg(str`The picture stands at ${symbol} = ${a}; the counts run over the whole of ${symbol}.`)
    : msg(str`The picture stands at ${symbol} = ${a} for A and ${b} for B; the counts run over the whole of ${symbol}.`);
}
