import { REPORT_CONCLUSIONS } from "../../model/document/conclusions.ts";
import { evaluatePoint, placeInView, type Parameters, type PriceMode, type Rule } from "../../model/index.ts";
import { axesOf } from "../axes.ts";
import type { ExplorerState } from "../explorer-state.ts";
import { formatNumber, formatPercent } from "../format.ts";
import { bilingual, plainView, RELATIVE_STOCKS, type ConclusionAccount, type ConclusionInfo } from "./conclusion.ts";

/** ∂Y/∂K along a stock of compute, both relative to the present, all else held. */
export interface SynergyCurve {
  /** Average compute H̄ with the spillover on; the same with H̄ = 1; a firm's own compute H_T with its split kept. */
  readonly id: "spillover" | "normalised" | "own";
  readonly points: readonly { readonly stock: number; readonly product: number }[];
}

export function synergyCurves({ alpha }: Parameters): readonly SynergyCurve[] {
  const exponents = { spillover: alpha, normalised: 0, own: 1 - alpha } as const;
  return (["spillover", "normalised", "own"] as const).map((id) => ({ id, points: RELATIVE_STOCKS.map((stock) => ({ stock, product: stock ** exponents[id] })) }));
}

/** K/H_T that firms demand at the point: ω/Θ of the report's rule, which in equilibrium is (1−τ)/τ (MODEL.md, section 3). */
export function demandedRatio(parameters: Parameters, rule: Rule, prices: PriceMode): number {
  if (prices === "equilibrium") return (1 - parameters.tau) / parameters.tau;
  const { computeShare = NaN } = evaluatePoint(parameters, rule, prices).fields;
  return (parameters.wr * parameters.alpha) / computeShare;
}

function account({ parameters, rule, prices }: ExplorerState): ConclusionAccount {
  const { alpha, beta } = parameters;
  const ratio = demandedRatio(parameters, rule, prices);
  const [a, rest] = [formatNumber(alpha), formatNumber(1 - alpha)];
  return {
    holds: true,
    here: {
      en: `With the spillover of R1, one per cent more average compute H̄ raises the marginal product of ordinary capital by α = ${a} per cent. The product's steady state has H̄ = 1, which switches this off; what stays is that a firm's own compute raises it with elasticity 1−α = ${rest}.`,
      zh: `在 R1 的溢出效应下，平均算力 H̄ 增加 1%，普通资本的边际产出提高 ${a}%（即 α）。本产品的稳态取 H̄ = 1，因而关闭该效应；保留的是企业自有算力以弹性 1−α = ${rest} 提高普通资本的边际产出。`,
    },
    turn: {
      en: "It never turns: both elasticities are positive wherever the technology is feasible, under every rule and at all prices. The synergy fades as α goes to 0. The elasticity of substitution is 1 everywhere, for R1 is Cobb–Douglas.",
      zh: "永不转折：只要技术可行，在任何规则和价格下两个弹性都为正。α 趋于 0 时协同效应消失。由于 R1 为柯布–道格拉斯形式，替代弹性处处为 1。",
    },
    effects: [
      { label: { en: "Elasticity of ∂Y/∂K in H̄", zh: "∂Y/∂K 对 H̄ 的弹性" }, value: bilingual(() => `α = ${a}`) },
      { label: { en: "∂Y/∂K when H̄ doubles, the spillover on", zh: "溢出效应开启、H̄ 翻倍时的 ∂Y/∂K" }, value: bilingual((language) => formatPercent(2 ** alpha, 4, language)) },
      { label: { en: "Elasticity of ∂Y/∂K in H, and in X", zh: "∂Y/∂K 对 H 与 X 的弹性" }, value: bilingual(() => `β = ${formatNumber(beta)}, χ = ${formatNumber(1 - alpha - beta)}`) },
      { label: { en: "Elasticity of substitution between K and H_T", zh: "K 与 H_T 之间的替代弹性" }, value: bilingual(() => "1") },
      { label: { en: prices === "given" ? "K/H_T that firms want at these prices, ω/Θ" : "K/H_T in equilibrium, (1−τ)/τ", zh: prices === "given" ? "该价格下企业所需的 K/H_T，即 ω/Θ" : "均衡下的 K/H_T，即 (1−τ)/τ" }, value: bilingual(() => formatNumber(ratio)) },
      { label: { en: "K/H_T if compute became 10 % dearer relative to K", zh: "算力相对 K 涨价 10% 时的 K/H_T" }, value: bilingual(() => formatNumber(1.1 * ratio)) },
    ],
  };
}

export const SYNERGY: ConclusionInfo = {
  ...REPORT_CONCLUSIONS["synergy"],
  isReports: () => true,
  account,
  view: (state) => {
    const plain = plainView(state, "growthSlope");
    const place = placeInView(state.parameters.alpha, state.ranges.alpha);
    const at = axesOf(plain).indexOf("alpha") === 0 && place >= 0 && place <= 1 ? place : null;
    return {
      state: { ...plain, scene: { ...plain.scene, slices: [at, null, null] } },
      sentence: {
        en: "The strength of the synergy is α itself. The slice holds all economies with the same synergy as here; it grows along the axis of α.",
        zh: "协同的强度就是 α 本身。该切面上的所有经济体，协同强度都与此处相同；强度沿 α 轴递增。",
      },
    };
  },
};
