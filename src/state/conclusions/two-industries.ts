import { REPORT_CONCLUSIONS } from "../../model/document/conclusions.ts";
import { technologyAt, type Parameters } from "../../model/index.ts";
import type { ExplorerState } from "../explorer-state.ts";
import { formatNumber, formatPercent } from "../format.ts";
import { bilingual, levelView, type ConclusionAccount, type ConclusionInfo } from "./conclusion.ts";

/** How compute is split between its two uses. */
export interface IndustrySplit {
  /** γ = χ²/D: the part of compute capital in services, the digital industry. */
  readonly services: number;
  /** 1−γ = β/D: the part in final production, the digitalised industry. */
  readonly production: number;
  /** H : X = ηβ/χ², compute in final production per unit of compute service. */
  readonly computePerService: number;
  /** ∂γ/∂β = −χ(2β+χ)/D² and ∂γ/∂α = −2χβ/D². */
  readonly byBeta: number;
  readonly byAlpha: number;
}

export function industrySplit({ alpha, beta, eta }: Parameters): IndustrySplit {
  const { chi, computeShare, serviceSplit } = technologyAt(alpha, beta);
  const squared = computeShare * computeShare;
  return {
    services: serviceSplit, production: beta / computeShare, computePerService: (eta * beta) / (chi * chi),
    byBeta: (-chi * (2 * beta + chi)) / squared, byAlpha: (-2 * chi * beta) / squared,
  };
}

/** The β at which both uses take half, (1−α−β)² = β, at this α: services take more below it. */
export function evenBeta(alpha: number): number {
  const rest = 1 - alpha;
  // The smaller root of β² − (2c+1)β + c² = 0 with c = 1−α; the larger lies beyond c.
  return (2 * rest * rest) / (2 * rest + 1 + Math.sqrt(4 * rest + 1));
}

/** The α at which both uses take half at this β; not above 0 where services take less than half whatever α is. */
export function evenAlpha(beta: number): number {
  return 1 - beta - Math.sqrt(beta);
}

/** γ along β at the present α, over all that is feasible. */
export function splitCurve({ alpha }: Parameters): readonly { readonly beta: number; readonly services: number }[] {
  const steps = 80;
  return Array.from({ length: steps - 1 }, (_, k) => (1 - alpha) * ((k + 1) / steps)).map((beta) => ({ beta, services: technologyAt(alpha, beta).serviceSplit }));
}

function account({ parameters }: ExplorerState): ConclusionAccount {
  const { alpha, beta } = parameters;
  const { services, production, computePerService, byBeta, byAlpha } = industrySplit(parameters);
  const { chi } = technologyAt(alpha, beta);
  const [square, even, other] = [formatNumber(chi * chi), formatNumber(evenBeta(alpha)), evenAlpha(beta)];
  const isMore = chi * chi > beta;
  const isSame = chi * chi === beta;
  return {
    holds: isMore,
    here: bilingual((language) => {
      const [inServices, inProduction] = [services, production].map((share) => formatPercent(share, 3, language));
      const [relation, chinese] = isSame ? ["equals", "等于"] : isMore ? ["exceeds", "大于"] : ["is below", "小于"];
      return language === "en"
        ? `χ² = ${square} ${relation} β = ${formatNumber(beta)}: services (the digital industry) take ${inServices} of compute, final production (digitalised industry) ${inProduction}.`
        : `χ² = ${square} ${chinese} β = ${formatNumber(beta)}：算力服务（数字产业化）占用 ${inServices} 的算力，最终生产（产业数字化）占用 ${inProduction}。`;
    }),
    turn: {
      en: `Services take the larger part exactly when χ² > β. At α = ${formatNumber(alpha)} that turns at β = ${even}${other > 0 ? `; at β = ${formatNumber(beta)} it turns at α = ${formatNumber(other)}` : `; at β = ${formatNumber(beta)} they take less than half whatever α is`}. Prices and rules play no part.`,
      zh: `当且仅当 χ² > β 时算力服务占较大部分。在 α = ${formatNumber(alpha)} 处，转折点为 β = ${even}${other > 0 ? `；在 β = ${formatNumber(beta)} 处，转折点为 α = ${formatNumber(other)}` : `；在 β = ${formatNumber(beta)} 处，无论 α 为何都不到一半`}。与价格和规则无关。`,
    },
    effects: [
      { label: { en: "H_X : H, digital to digitalised", zh: "H_X : H，数字产业化与产业数字化之比" }, value: bilingual(() => `χ² : β = ${square} : ${formatNumber(beta)}`) },
      { label: { en: "H : X = ηβ/χ²", zh: "H : X = ηβ/χ²" }, value: bilingual(() => formatNumber(computePerService)) },
      { label: { en: "γ per unit of β, ∂γ/∂β", zh: "∂γ/∂β" }, value: bilingual(() => formatNumber(byBeta)) },
      { label: { en: "γ per unit of α, ∂γ/∂α", zh: "∂γ/∂α" }, value: bilingual(() => formatNumber(byAlpha)) },
    ],
  };
}

export const TWO_INDUSTRIES: ConclusionInfo = {
  ...REPORT_CONCLUSIONS["two-industries"],
  isReports: () => true,
  account,
  view: (state) => levelView(
    state, "serviceSplit", 0.5,
    { en: "The scene shows the surface γ = ½: on its side with smaller α and β services take the larger part of compute.", zh: "场景中显示 γ = ½ 的曲面：在 α 与 β 较小的一侧，算力服务占较大部分。" },
    { en: "In this box one industry takes the larger part everywhere; the colour shows γ.", zh: "在该范围内，始终由同一产业占较大部分；颜色表示 γ。" },
  ),
};
