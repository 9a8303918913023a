import { REPORT_CONCLUSIONS } from "../../model/document/conclusions.ts";
import { evaluatePoint, statusFlags, technologyAt, type Parameters, type PriceMode, type Rule } from "../../model/index.ts";
import type { ExplorerState } from "../explorer-state.ts";
import { flagSentences } from "../flag-sentences.ts";
import { formatNumber, formatPercent } from "../format.ts";
import { bilingual, isReportCase, levelView, RELATIVE_STOCKS, type ConclusionAccount, type ConclusionInfo } from "./conclusion.ts";

/** Marginal products at a feasible point, per year: firms hire each factor until its marginal product is its price (R2, R3, R5). */
export interface MarginalProducts {
  /** ∂Y/∂K = r. */
  readonly capital: number;
  /** ∂Y/∂H = w (R2). */
  readonly compute: number;
  /** ∂Y/∂X = p_X = ηw/χ (R3, R5). */
  readonly services: number;
}

export function marginalProducts(parameters: Parameters, rule: Rule, prices: PriceMode): MarginalProducts {
  const { fields } = evaluatePoint(parameters, rule, prices);
  const capital = prices === "given" ? parameters.r : fields.r ?? NaN;
  const compute = prices === "given" ? parameters.wr * parameters.r : fields.w ?? NaN;
  return { capital, compute, services: (parameters.eta * compute) / technologyAt(parameters.alpha, parameters.beta).chi };
}

/** By how many per cent a marginal product changes when a stock alone grows by one: β−1, χ−1, α−1; −α when all compute grows with its split kept. */
export interface Elasticities {
  readonly computeInCompute: number;
  readonly servicesInServices: number;
  readonly capitalInCapital: number;
  readonly bothInAllCompute: number;
}

export function marginalElasticities({ alpha, beta }: Parameters): Elasticities {
  return { computeInCompute: beta - 1, servicesInServices: -(alpha + beta), capitalInCapital: alpha - 1, bothInAllCompute: -alpha };
}

/** One marginal product along the stock of its factor, both relative to the present. */
export interface MarginalCurve {
  readonly id: "R2" | "R3" | "capital" | "balanced";
  readonly points: readonly { readonly stock: number; readonly product: number }[];
}

/** The falling curves R2 and R3 and that of K, from a quarter to four times the stock; and the balanced path, on which all stocks grow together. */
export function marginalCurves(parameters: Parameters): readonly MarginalCurve[] {
  const { computeInCompute, servicesInServices, capitalInCapital } = marginalElasticities(parameters);
  const exponents = { R2: computeInCompute, R3: servicesInServices, capital: capitalInCapital, balanced: 0 } as const;
  return (["R2", "R3", "capital", "balanced"] as const).map((id) => ({ id, points: RELATIVE_STOCKS.map((stock) => ({ stock, product: stock ** exponents[id] })) }));
}

/** σg+δ+ρ: the value of δ+ρ, a year, at which growth would end. */
export function grossReturn(parameters: Parameters, rule: Rule, prices: PriceMode): number {
  const { sigma, delta, rho } = parameters;
  return sigma * (evaluatePoint(parameters, rule, prices).fields.growth ?? NaN) + delta + rho;
}

function account({ parameters, rule, prices }: ExplorerState): ConclusionAccount {
  const point = evaluatePoint(parameters, rule, prices);
  const growth = point.fields.growth ?? NaN;
  const gross = grossReturn(parameters, rule, prices);
  const { delta, rho } = parameters;
  const products = marginalProducts(parameters, rule, prices);
  const elasticities = marginalElasticities(parameters);
  const flags = flagSentences(parameters, point);
  const [numberGross, numberBurden] = [formatNumber(gross), formatNumber(delta + rho)];
  const year = (value: number) => ({ en: `${formatNumber(value)} a year`, zh: `每年 ${formatNumber(value)}` });
  const falling = (elasticity: number) => bilingual((language) => (language === "en"
    ? `elasticity ${formatNumber(elasticity)}: a doubling leaves ${formatPercent(2 ** elasticity, 3, language)} of it`
    : `弹性为 ${formatNumber(elasticity)}：存量翻倍后剩 ${formatPercent(2 ** elasticity, 3, language)}`));
  return {
    holds: growth > 0 && statusFlags(point.status).length === 0,
    here: bilingual((language) => {
      const rate = formatPercent(growth, 3, language);
      const main = language === "en"
        ? growth > 0 ? `On the balanced path output grows by ${rate} a year, every year.` : `The path is steady, but output changes by ${rate} a year: the returns do not cover depreciation and impatience.`
        : growth > 0 ? `在平衡增长路径上，产出每年都增长 ${rate}。` : `路径是稳态的，但产出每年变动 ${rate}：回报不足以弥补折旧与时间偏好。`;
      return [main, ...flags.map((flag) => flag.sentence[language])].join(language === "en" ? " " : "");
    }),
    turn: {
      en: `Growth is positive exactly where the weighed returns exceed δ+ρ. They are ${numberGross} a year and δ+ρ is ${numberBurden}: growth would end where δ+ρ reached ${numberGross}.`,
      zh: `当且仅当加权回报高于 δ+ρ 时增长率为正。此处加权回报每年为 ${numberGross}，δ+ρ 为 ${numberBurden}：当 δ+ρ 达到 ${numberGross} 时增长停止。`,
    },
    effects: [
      { label: { en: "∂Y/∂K now, equal to r", zh: "当前 ∂Y/∂K，等于 r" }, value: year(products.capital) },
      { label: { en: "∂Y/∂H now (R2), equal to w", zh: "当前 ∂Y/∂H（R2），等于 w" }, value: year(products.compute) },
      { label: { en: "∂Y/∂X now (R3), equal to p_X = ηw/χ", zh: "当前 ∂Y/∂X（R3），等于 p_X = ηw/χ" }, value: year(products.services) },
      { label: { en: "∂Y/∂H as H alone grows", zh: "仅 H 增长时的 ∂Y/∂H" }, value: falling(elasticities.computeInCompute) },
      { label: { en: "∂Y/∂X as X alone grows", zh: "仅 X 增长时的 ∂Y/∂X" }, value: falling(elasticities.servicesInServices) },
      { label: { en: "∂Y/∂K as K alone grows", zh: "仅 K 增长时的 ∂Y/∂K" }, value: falling(elasticities.capitalInCapital) },
      { label: { en: "∂Y/∂H and ∂Y/∂X as all compute grows, its split kept", zh: "全部算力增长、分配不变时的 ∂Y/∂H 与 ∂Y/∂X" }, value: falling(elasticities.bothInAllCompute) },
    ],
  };
}

export const STEADY_GROWTH: ConclusionInfo = {
  ...REPORT_CONCLUSIONS["steady-growth"],
  isReports: isReportCase,
  account,
  view: (state) => levelView(
    state, "growth", 0,
    { en: "The scene shows the surface on which growth is zero: on one side of it economies grow, on the other they shrink.", zh: "场景中显示增长率为零的曲面：一侧的经济体增长，另一侧收缩。" },
    { en: "Growth has the same sign at every feasible point of this box, so nothing turns here; the colour shows how fast economies grow.", zh: "在该范围内，所有可行点的增长率符号相同，没有转折；颜色表示增长快慢。" },
  ),
};
