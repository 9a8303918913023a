import { REPORT_CONCLUSIONS } from "../../model/document/conclusions.ts";
import { CLASS_BOUNDARY, CLASS_POSITIVE, evaluatePoint, type Parameters, type PriceMode, type Rule } from "../../model/index.ts";
import type { ExplorerState } from "../explorer-state.ts";
import { formatNumber, formatPercent } from "../format.ts";
import { growthAt } from "../growth-figure.ts";
import { bilingual, isReportCase, plainView, type ConclusionAccount, type ConclusionInfo } from "./conclusion.ts";

/** ∂g/∂τ along τ, under one price mode; points of growth a year per point of τ. */
export interface SlopeCurve {
  readonly prices: PriceMode;
  readonly points: readonly { readonly tau: number; readonly slope: number }[];
}

/** In equilibrium the slope is without bound at both ends of τ. */
const FIRST_TAU = 0.05;
const LAST_TAU = 0.95;
const STEPS = 90;

/** The effect of the compute share as the report has it, with prices given, and where prices follow τ. */
export function slopeCurves(parameters: Parameters, rule: Rule): readonly SlopeCurve[] {
  const taus = Array.from({ length: STEPS + 1 }, (_, k) => FIRST_TAU + ((LAST_TAU - FIRST_TAU) * k) / STEPS);
  return (["given", "equilibrium"] as const).map((prices) => ({
    prices, points: taus.map((tau) => ({ tau, slope: evaluatePoint({ ...parameters, tau }, rule, prices).fields.growthSlope ?? NaN })),
  }));
}

/** By how many per cent g changes when τ rises by one per cent; NaN where there is no growth. */
export function growthElasticity(parameters: Parameters, rule: Rule, prices: PriceMode): number {
  const { growth = NaN, growthSlope = NaN } = evaluatePoint(parameters, rule, prices).fields;
  return growth === 0 ? NaN : (parameters.tau * growthSlope) / growth;
}

function account({ parameters, rule, prices }: ExplorerState): ConclusionAccount {
  const { fields, class: sign } = evaluatePoint(parameters, rule, prices);
  const { tau, alpha, wr } = parameters;
  const peak = 1 - alpha;
  const isGiven = prices === "given";
  const [name, value, limitName, limit] = isGiven ? ["ω", wr, "Θ", fields.threshold ?? NaN] as const : ["τ", tau, "1−α", peak] as const;
  const [shownValue, shownLimit, move] = [formatNumber(value), formatNumber(limit), formatNumber(Math.abs(limit - value))];
  const isAbove = value > limit;
  const peakGrowth = growthAt(parameters, peak, rule, "equilibrium");
  return {
    holds: sign === CLASS_POSITIVE,
    here: sign === CLASS_BOUNDARY ? {
      en: `${name} equals ${limitName} = ${shownLimit}: to first order a larger share changes nothing.`,
      zh: `${name} 恰好等于 ${limitName} = ${shownLimit}：一阶而言，提高占比没有影响。`,
    } : {
      en: `${name} = ${shownValue} is ${isAbove ? "above" : "below"} ${limitName} = ${shownLimit}, so a larger share of investment in compute ${sign === CLASS_POSITIVE ? "raises" : "lowers"} growth.`,
      zh: `${name} = ${shownValue} ${isAbove ? "高于" : "低于"} ${limitName} = ${shownLimit}，因此提高算力投资占比会${sign === CLASS_POSITIVE ? "提高" : "降低"}增长率。`,
    },
    turn: isGiven ? {
      en: `It turns exactly where ω = Θ: ω would have to ${isAbove ? "fall" : "rise"} by ${move}, to ${shownLimit}. τ itself never turns it at given prices. Where prices follow τ, it holds below τ = 1−α = ${formatNumber(peak)} and reverses beyond.`,
      zh: `当且仅当 ω = Θ 时转折：ω 需${isAbove ? "下降" : "上升"} ${move}，至 ${shownLimit}。价格给定时，τ 本身不会使其转折。若价格随 τ 而变，则在 τ = 1−α = ${formatNumber(peak)} 以下成立，超过后反转。`,
    } : {
      en: `It reverses beyond τ = 1−α = ${shownLimit}, ${move} ${isAbove ? "below" : "above"} the present share, under every rule: compute then already gets more investment than its part 1−α in the technology.`,
      zh: `在任何规则下，超过 τ = 1−α = ${shownLimit}（比当前占比${isAbove ? "低" : "高"} ${move}）后结论反转：此时算力所得投资已超过其在技术中的份额 1−α。`,
    },
    effects: [
      { label: { en: "∂g/∂τ, points of growth a year per point of τ", zh: "∂g/∂τ，τ 每提高 1 个点带来的年增长率变化（百分点）" }, value: bilingual(() => formatNumber(fields.growthSlope ?? NaN)) },
      { label: { en: "Elasticity of g in τ: per cent of g for one per cent of τ", zh: "g 对 τ 的弹性：τ 提高 1% 时 g 变化的百分比" }, value: bilingual(() => formatNumber(growthElasticity(parameters, rule, prices))) },
      { label: { en: "Growth now", zh: "当前增长率" }, value: bilingual((language) => formatPercent(fields.growth ?? NaN, 4, language)) },
      { label: { en: `Growth in equilibrium at τ* = ${formatNumber(peak)}, the most that any τ brings`, zh: `均衡下 τ* = ${formatNumber(peak)} 处的增长率，为各 τ 中最高` }, value: bilingual((language) => formatPercent(peakGrowth, 4, language)) },
    ],
  };
}

export const LARGER_SHARE: ConclusionInfo = {
  ...REPORT_CONCLUSIONS["larger-share"],
  isReports: isReportCase,
  account,
  view: (state) => {
    const plain = plainView(state, "growthSlope");
    return {
      state: { ...plain, scene: { ...plain.scene, overlays: ["exact"] } },
      sentence: {
        en: "The shaded region is where it holds; its surface, on which the exact formula is drawn as lines, is where it turns.",
        zh: "着色区域是其成立之处；其曲面（其上的线由精确公式画出）是转折之处。",
      },
    };
  },
};
