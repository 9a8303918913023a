import { DEFAULT_PARAMETERS, type BilingualText, type Parameters, type PriceMode, type Rule } from "../model/index.ts";
import { withParameters, withPrices, type ExplorerState } from "./explorer-state.ts";

export interface Preset {
  readonly id: string;
  readonly label: BilingualText;
  /** What is to be seen there. */
  readonly sentence: BilingualText;
  readonly rule: Rule;
  readonly prices: PriceMode;
  readonly parameters: Partial<Parameters>;
}

/** D = β+χ² of the point at which the printed formula and the market disagree, and its τ. */
const MARKET = { alpha: 0.7, beta: 0.15, tau: 0.45 };
const MARKET_COMPUTE_SHARE = MARKET.beta + (1 - MARKET.alpha - MARKET.beta) ** 2;

/** Starting points, each of which shows one thing. */
export const PRESETS: readonly Preset[] = [
  {
    id: "rising", rule: "report", prices: "given", parameters: { alpha: 0.35, beta: 0.25, wr: 1.5 },
    label: { en: "Figure 7: rising", zh: "图 7：上升" },
    sentence: {
      en: "ω is above Θ, so growth rises with τ in a straight line: the first of the report's three cases.",
      zh: "ω 高于 Θ，增长率随 τ 线性上升：报告三种情形之一。",
    },
  },
  {
    id: "flat", rule: "report", prices: "given", parameters: { alpha: 1 / 3, beta: 1 / 3, wr: 4 / 3 },
    label: { en: "Figure 7: flat", zh: "图 7：水平" },
    sentence: {
      en: "ω equals Θ = 4/3 exactly, so growth does not depend on τ: the point stands on the boundary.",
      zh: "ω 恰好等于 Θ = 4/3，增长率与 τ 无关：该点位于边界上。",
    },
  },
  {
    id: "falling", rule: "report", prices: "given", parameters: { alpha: 0.25, beta: 0.25, wr: 1.2 },
    label: { en: "Figure 7: falling", zh: "图 7：下降" },
    sentence: {
      en: "ω = 1.2 is below Θ = 2, so every point of τ that goes to compute lowers growth.",
      zh: "ω = 1.2 低于 Θ = 2，每多投入算力一个百分点都会降低增长率。",
    },
  },
  {
    id: "household", rule: "household", prices: "given", parameters: { alpha: 0.2, beta: 0.2, wr: 1.5 },
    label: { en: "Household", zh: "家庭" },
    sentence: {
      en: "A household compares rental prices alone, so its threshold is 1 whatever the technology. The report's rule, with Θ = 2.8 here, says the opposite.",
      zh: "家庭只比较租赁价格，因此无论技术如何，其门槛均为 1。按报告规则（此处 Θ = 2.8），结论相反。",
    },
  },
  {
    id: "planner", rule: "planner", prices: "given", parameters: { alpha: 0.35, beta: 0.25, wr: 0.8 },
    label: { en: "Planner", zh: "计划者" },
    sentence: {
      en: "A planner weighs what one more unit of each capital adds to output, not average products, and is content with ω above 0.63; the report's rule asks for 1.17.",
      zh: "计划者权衡的是每类资本再增加一单位所带来的产出，而不是平均产出，ω 高于 0.63 即可；报告规则要求 1.17。",
    },
  },
  {
    id: "equilibrium", rule: "report", prices: "equilibrium", parameters: {},
    label: { en: "Equilibrium", zh: "均衡" },
    sentence: {
      en: "Prices clear the market: growth is a hump over τ with its peak at 1−α = 0.65, and τ = 0.3 stands before it.",
      zh: "价格使市场出清：增长率对 τ 呈驼峰形，峰值在 1−α = 0.65，τ = 0.3 位于峰值之前。",
    },
  },
  {
    id: "valley", rule: "report", prices: "given", parameters: { alpha: 0.3, beta: 0.2, wr: 1.5 },
    label: { en: "The valley", zh: "谷线" },
    sentence: {
      en: "At α = 0.3 the threshold is least, 1.5, where β = ½−α = 0.2. ω touches it there: any other β makes more compute lower growth.",
      zh: "α = 0.3 时，门槛在 β = ½−α = 0.2 处最小，为 1.5。ω 恰好与之相切：β 取其他任何值，增加算力都会降低增长率。",
    },
  },
  {
    id: "disagree", rule: "report", prices: "given", parameters: { ...MARKET, wr: (MARKET_COMPUTE_SHARE / MARKET.alpha) * ((1 - MARKET.tau) / MARKET.tau) },
    label: { en: "Formula and market disagree", zh: "公式与市场相左" },
    sentence: {
      en: "These are the prices that clear the market at τ = 0.45, and the printed formula says that more compute raises growth. But prices follow τ: in equilibrium it lowers growth, because τ is beyond 1−α = 0.3. Switch the prices to see it.",
      zh: "这是 τ = 0.45 时使市场出清的价格，按原文公式，增加算力会提高增长率。但价格随 τ 而变：均衡下反而降低增长率，因为 τ 已超过 1−α = 0.3。切换价格方式即可看到。",
    },
  },
];

/** A state with what a preset sets; all its other parameters take their starting values, and the view stays. */
export function withPreset(state: ExplorerState, { rule, prices, parameters }: Preset): ExplorerState {
  return withParameters({ ...withPrices(state, prices), rule }, { ...DEFAULT_PARAMETERS, ...parameters });
}

/** The preset that a state is at, whatever its view; `null` where it is at none. */
export function presetOf(state: ExplorerState): Preset | null {
  return PRESETS.find((preset) => {
    const { rule, prices, parameters } = withPreset(state, preset);
    return rule === state.rule && prices === state.prices && Object.entries(parameters).every(([name, value]) => Object.is(state.parameters[name as keyof Parameters], value));
  }) ?? null;
}
