import {
  CLASS_BOUNDARY, CLASS_INFEASIBLE, CLASS_POSITIVE, formatCount, PARAMETERS, type BilingualText, type NearestBoundary, type PointEvaluation,
} from "../../model/index.ts";
import { axesOf } from "../axes.ts";
import type { ExplorerState } from "../explorer-state.ts";
import { formatNumber, formatPercent } from "../format.ts";
import { nearestSentence } from "../nearest-sentence.ts";
import { axisSentence } from "./axis-sentence.ts";
import type { RegionCounts, TurningValue } from "./region-counts.ts";

/** Cells of the sweep that the model calls impossible. */
export interface FlagCounts {
  readonly saving: number;
  readonly transversality: number;
}

/** The region in words. */
export interface RegionAccount {
  /** How much of the grid it is, and where along each axis: changes with the spec alone. */
  readonly region: readonly BilingualText[];
  /** Where the sign turns, and how much of the grid cannot be. */
  readonly limits: readonly BilingualText[];
}

const DIGITS = 3;

const number = (value: number): string => formatNumber(value, DIGITS);

/** @param flags `null` while they are not counted, or cannot be */
export function regionAccount(state: ExplorerState, counts: RegionCounts, flags: FlagCounts | null): RegionAccount {
  return {
    region: [shareSentence(state, counts), ...counts.axes.map(axisSentence)].filter((text) => text !== null),
    limits: [turningSentence(state, counts), infeasibleSentence(counts), flags === null ? null : flagSentence(counts, flags)].filter((text) => text !== null),
  };
}

function shareSentence(state: ExplorerState, { feasible, positive, negative, boundary }: RegionCounts): BilingualText {
  const symbols = axesOf(state).map((name) => PARAMETERS[name].symbol);
  const [en, zh] = [symbols.join(", "), symbols.join("、")];
  const all = formatCount(feasible);
  if (feasible === 0) return { en: `No point of the grid over ${en} is feasible, so there is no region.`, zh: `${zh} 网格上没有可行点，因此没有区域。` };
  if (positive === 0) {
    return {
      en: `Nowhere on the grid over ${en} does more compute raise growth: it lowers growth at ${formatCount(negative)} of ${all} feasible points.`,
      zh: `在 ${zh} 网格上，增加算力在任何地方都不提高增长率：${all} 个可行点中有 ${formatCount(negative)} 个降低增长率。`,
    };
  }
  const [shareEn, shareZh] = [formatPercent(positive / feasible, DIGITS), formatPercent(positive / feasible, DIGITS, "zh")];
  const ties = boundary === 0 ? { en: "", zh: "" } : { en: ` At ${formatCount(boundary)} it changes nothing.`, zh: `有 ${formatCount(boundary)} 个点恰在边界上。` };
  return {
    en: `The region where more compute raises growth holds ${shareEn} of the feasible points of the grid over ${en}: ${formatCount(positive)} of ${all}.${ties.en}`,
    zh: `增加算力会提高增长率的区域占 ${zh} 网格可行点的 ${shareZh}：${all} 个中的 ${formatCount(positive)} 个。${ties.zh}`,
  };
}

function turningSentence({ prices, rule }: ExplorerState, { turning }: RegionCounts): BilingualText | null {
  if (turning === null) return null;
  const { least, greatest } = turning;
  if (prices === "equilibrium") {
    return least.value === greatest.value
      ? { en: `Growth peaks at τ* = 1−α = ${number(least.value)} all over the grid.`, zh: `整个网格上，增长率在 τ* = 1−α = ${number(least.value)} 处最高。` }
      : {
        en: `Growth peaks at τ* = 1−α: from ${number(least.value)} at α = ${number(least.alpha)} to ${number(greatest.value)} at α = ${number(greatest.alpha)}.`,
        zh: `增长率在 τ* = 1−α 处最高：从 α = ${number(least.alpha)} 时的 ${number(least.value)} 到 α = ${number(greatest.alpha)} 时的 ${number(greatest.value)}。`,
      };
  }
  if (rule === "household") return { en: "The threshold Θ is 1 everywhere under the household's rule.", zh: "在家庭规则下，门槛 Θ 处处为 1。" };
  if (least.value === greatest.value) return { en: `The threshold Θ is ${number(least.value)} all over the grid.`, zh: `整个网格上，门槛 Θ 均为 ${number(least.value)}。` };
  const place = ({ alpha, beta }: TurningValue) => [number(alpha), number(beta)];
  const [[leastAlpha, leastBeta], [greatestAlpha, greatestBeta]] = [place(least), place(greatest)];
  return {
    en: `The threshold Θ, the ω above which more compute raises growth, is least, ${number(least.value)}, at α = ${leastAlpha} and β = ${leastBeta}, and greatest, ${number(greatest.value)}, at α = ${greatestAlpha} and β = ${greatestBeta}.`,
    zh: `门槛 Θ（ω 高于它时增加算力会提高增长率）在 α = ${leastAlpha}、β = ${leastBeta} 处最小，为 ${number(least.value)}；在 α = ${greatestAlpha}、β = ${greatestBeta} 处最大，为 ${number(greatest.value)}。`,
  };
}

function infeasibleSentence({ points, feasible }: RegionCounts): BilingualText {
  const none = points - feasible;
  const [all, some] = [formatCount(points), formatCount(none)];
  if (none === 0) return { en: `All ${all} points of the grid are feasible.`, zh: `网格的 ${all} 个点全部可行。` };
  return {
    en: `Infeasible are ${formatPercent(none / points, DIGITS)} of all points, ${some} of ${all}: there α+β leaves nothing for compute services, or a parameter is out of its domain.`,
    zh: `不可行的点占全部的 ${formatPercent(none / points, DIGITS, "zh")}（${all} 个中的 ${some} 个）：α+β 没有给算力服务留下份额，或某个参数超出定义域。`,
  };
}

function flagSentence({ feasible }: RegionCounts, { saving, transversality }: FlagCounts): BilingualText | null {
  if (feasible === 0) return null;
  const [savingEn, utilityEn] = [saving, transversality].map((count) => `${formatPercent(count / feasible, DIGITS)} (${formatCount(count)})`);
  const [savingZh, utilityZh] = [saving, transversality].map((count) => `${formatPercent(count / feasible, DIGITS, "zh")}（${formatCount(count)} 个）`);
  return {
    en: `Impossible in the model though feasible: at ${savingEn} of the feasible points the saving rate would not lie between 0 and 1, and at ${utilityEn} lifetime utility is not finite.`,
    zh: `可行但在模型中不可能实现：${savingZh}可行点的储蓄率不在 0 与 1 之间，${utilityZh}可行点的终身效用不是有限值。`,
  };
}

/** Where the present point stands to the region, and how far it is from its boundary. */
export function placeSentence({ prices, parameters }: ExplorerState, { class: sign, fields }: PointEvaluation, nearest: NearestBoundary | null): BilingualText {
  if (sign === CLASS_INFEASIBLE) return { en: "The present point is not feasible.", zh: "当前点不可行。" };
  if (sign === CLASS_BOUNDARY) return { en: "The present point lies on the region's boundary.", zh: "当前点恰在区域的边界上。" };
  const isInside = sign === CLASS_POSITIVE;
  const [value, turn, symbol, turnSymbol] = prices === "given"
    ? [parameters.wr, fields.threshold ?? NaN, "ω", "Θ"] as const : [parameters.tau, fields.growthMaximisingTau ?? NaN, "τ", "τ* = 1−α"] as const;
  const [gap, threshold] = [number(Math.abs(value - turn)), number(turn)];
  const far = nearest === null ? { en: "", zh: "" } : nearestSentence(nearest, prices);
  return {
    en: `The present point lies ${isInside ? "inside" : "outside"} the region: ${symbol} is ${gap} ${value > turn ? "above" : "below"} ${turnSymbol} = ${threshold}. ${far.en}`.trimEnd(),
    zh: `当前点在区域${isInside ? "内" : "外"}：${symbol} 比 ${turnSymbol} = ${threshold} ${value > turn ? "高" : "低"} ${gap}。${far.zh}`,
  };
}
