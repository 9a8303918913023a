import type { BilingualText, Language } from "../../model/index.ts";
import type { ChartTable } from "../../state/chart-table.ts";
import type { ExplorerState } from "../../state/explorer-state.ts";
import { slopeCurves } from "../../state/conclusions/larger-share.ts";
import type { Conclusion } from "../../state/conclusions/names.ts";
import { outputRatio, regionalGap, YEARS } from "../../state/conclusions/pull-ahead.ts";
import { marginalCurves, type MarginalCurve } from "../../state/conclusions/steady-growth.ts";
import { synergyCurves, type SynergyCurve } from "../../state/conclusions/synergy.ts";
import { evenBeta, splitCurve } from "../../state/conclusions/two-industries.ts";
import { formatNumber } from "../../state/format.ts";

export interface Series {
  readonly label: BilingualText;
  /** A colour token. */
  readonly colour: string;
  readonly isDashed: boolean;
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** Lines over one variable, with what they show in a sentence. */
export interface ConclusionChart {
  readonly title: BilingualText;
  readonly sentence: BilingualText;
  readonly x: BilingualText;
  readonly y: BilingualText;
  readonly isLogarithmic: boolean;
  /** A level that the eye compares with. */
  readonly level: number;
  /** Places on the x axis that are marked. */
  readonly marks: readonly { readonly x: number; readonly label: string }[];
  readonly series: readonly Series[];
}

/** The chart's numbers for a file: a row a point of a line. */
export function conclusionTable({ x, y, series }: ConclusionChart, language: Language): ChartTable {
  return {
    headings: [language === "zh" ? "曲线" : "line", x[language], y[language]],
    rows: series.flatMap(({ label, points }) => points.map(([at, value]) => [label[language], at, value])),
  };
}

const COLOURS = ["var(--tau-series1)", "var(--tau-series4)", "var(--tau-series3)", "var(--tau-text)"] as const;
const RELATIVE_STOCK: BilingualText = { en: "stock, present = 1", zh: "存量，当前 = 1" };
const RELATIVE_PRODUCT: BilingualText = { en: "marginal product, present = 1", zh: "边际产出，当前 = 1" };

const MARGINAL_LABELS: Readonly<Record<MarginalCurve["id"], BilingualText>> = {
  R2: { en: "∂Y/∂H along H (R2)", zh: "∂Y/∂H 随 H（R2）" },
  R3: { en: "∂Y/∂X along X (R3)", zh: "∂Y/∂X 随 X（R3）" },
  capital: { en: "∂Y/∂K along K", zh: "∂Y/∂K 随 K" },
  balanced: { en: "all three where all stocks grow together", zh: "各存量同步增长时三者皆同" },
};

function steadyGrowth({ parameters }: ExplorerState): ConclusionChart {
  return {
    title: { en: "Falling marginal products", zh: "递减的边际产出" },
    sentence: {
      en: "Each falls as its own factor alone grows, without bound towards zero; none falls where all stocks grow together, as they do on the balanced path.",
      zh: "仅自身要素增长时，各边际产出递减并趋于零；各存量同步增长（平衡增长路径）时则不递减。",
    },
    x: RELATIVE_STOCK, y: RELATIVE_PRODUCT, isLogarithmic: true, level: 1, marks: [],
    series: marginalCurves(parameters).map(({ id, points }, k) => ({
      label: MARGINAL_LABELS[id], colour: COLOURS[k], isDashed: id === "balanced", points: points.map(({ stock, product }) => [stock, product]),
    })),
  };
}

function largerShare({ parameters, rule }: ExplorerState): ConclusionChart {
  const peak = 1 - parameters.alpha;
  return {
    title: { en: "Effect of the compute share, along the share", zh: "算力占比的影响随占比的变化" },
    sentence: {
      en: `At given prices the effect does not depend on τ; in equilibrium it falls and changes its sign at τ = 1−α = ${formatNumber(peak)}.`,
      zh: `价格给定时，影响与 τ 无关；均衡下影响递减，并在 τ = 1−α = ${formatNumber(peak)} 处变号。`,
    },
    x: { en: "τ, share of investment in compute", zh: "τ，算力投资占比" }, y: { en: "∂g/∂τ, points per point of τ", zh: "∂g/∂τ，每个点 τ 的百分点" },
    isLogarithmic: false, level: 0, marks: [{ x: parameters.tau, label: `τ = ${formatNumber(parameters.tau)}` }, { x: peak, label: `1−α = ${formatNumber(peak)}` }],
    series: slopeCurves(parameters, rule).map(({ prices, points }, k) => ({
      label: prices === "given" ? { en: "prices given", zh: "价格给定" } : { en: "equilibrium (beyond the report)", zh: "均衡（报告之外）" },
      colour: COLOURS[k], isDashed: prices === "equilibrium", points: points.map(({ tau, slope }) => [tau, slope]),
    })),
  };
}

function pullAhead({ parameters, regions, rule, prices }: ExplorerState): ConclusionChart {
  const { gap } = regionalGap(parameters, regions, rule, prices);
  const last = YEARS[YEARS.length - 1];
  const end = formatNumber(outputRatio(gap, last));
  return {
    title: { en: "Output of A over that of B", zh: "A 与 B 的产出之比" },
    sentence: { en: `From equal output the ratio goes to ${end} in ${last} years.`, zh: `起点产出相同，${last} 年后之比为 ${end}。` },
    x: { en: "years", zh: "年" }, y: { en: "output of A / output of B", zh: "A 的产出 / B 的产出" }, isLogarithmic: false, level: 1, marks: [],
    series: [{
      label: { en: "ratio of outputs", zh: "产出之比" }, colour: COLOURS[0], isDashed: false,
      points: Array.from({ length: last + 1 }, (_, year) => [year, outputRatio(gap, year)]),
    }],
  };
}

const SYNERGY_LABELS: Readonly<Record<SynergyCurve["id"], BilingualText>> = {
  spillover: { en: "along H̄, the spillover on", zh: "随 H̄，溢出开启" },
  normalised: { en: "along H̄, with H̄ = 1 (this product)", zh: "随 H̄，取 H̄ = 1（本产品）" },
  own: { en: "along the firm's own compute", zh: "随企业自有算力" },
};

function synergy({ parameters }: ExplorerState): ConclusionChart {
  return {
    title: { en: "Marginal product of ordinary capital along compute", zh: "普通资本的边际产出随算力的变化" },
    sentence: {
      en: "The spillover raises it with elasticity α and is switched off by H̄ = 1; a firm's own compute raises it with elasticity 1−α.",
      zh: "溢出效应以弹性 α 提高普通资本的边际产出，取 H̄ = 1 时关闭；企业自有算力以弹性 1−α 提高之。",
    },
    x: { en: "compute, present = 1", zh: "算力，当前 = 1" }, y: { en: "∂Y/∂K, present = 1", zh: "∂Y/∂K，当前 = 1" }, isLogarithmic: true, level: 1, marks: [],
    series: synergyCurves(parameters).map(({ id, points }, k) => ({
      label: SYNERGY_LABELS[id], colour: COLOURS[k], isDashed: id === "normalised", points: points.map(({ stock, product }) => [stock, product]),
    })),
  };
}

function twoIndustries({ parameters }: ExplorerState): ConclusionChart {
  const { alpha, beta } = parameters;
  const even = evenBeta(alpha);
  return {
    title: { en: "Services' part of compute, along β", zh: "算力服务所占算力随 β 的变化" },
    sentence: {
      en: `At α = ${formatNumber(alpha)} services take more than half of compute up to β = ${formatNumber(even)}, where χ² = β, and less beyond.`,
      zh: `在 α = ${formatNumber(alpha)} 处，β 小于 ${formatNumber(even)}（χ² = β）时算力服务占一半以上，超过后不到一半。`,
    },
    x: { en: "β, elasticity of compute capital", zh: "β，算力资本的产出弹性" }, y: { en: "γ, part of compute in services", zh: "γ，算力服务所占算力" },
    isLogarithmic: false, level: 0.5, marks: [{ x: beta, label: `β = ${formatNumber(beta)}` }, { x: even, label: `χ² = β: ${formatNumber(even)}` }],
    series: [{ label: { en: "γ = χ²/D", zh: "γ = χ²/D" }, colour: COLOURS[0], isDashed: false, points: splitCurve(parameters).map(({ beta: x, services }) => [x, services]) }],
  };
}

/** The chart of each conclusion at a feasible state. */
export const CONCLUSION_CHARTS: Readonly<Record<Conclusion, (state: ExplorerState) => ConclusionChart>> = {
  "steady-growth": steadyGrowth, "larger-share": largerShare, "pull-ahead": pullAhead, synergy, "two-industries": twoIndustries,
};
