import type { PriceMode } from "./parameters.ts";
import type { BilingualText } from "./text.ts";

/** Who weighs what in the Euler equation (MODEL.md, section 4). */
export const RULES = ["report", "household", "planner"] as const;
export type Rule = (typeof RULES)[number];

export interface ChoiceInfo {
  readonly label: BilingualText;
  readonly meaning: BilingualText;
  /** Equation of the report (R1 to R13), or the section of MODEL.md where the product adds it. */
  readonly equation: string;
  /** True where the choice goes beyond the report. */
  readonly added: boolean;
}

export const RULE_INFO: Readonly<Record<Rule, ChoiceInfo>> = {
  report: {
    label: { en: "Report", zh: "报告" },
    meaning: {
      en: "As printed: growth weighs the average products of both kinds of capital.",
      zh: "按报告原文：增长率以两类资本的平均产出加权。",
    },
    equation: "R12", added: false,
  },
  household: {
    label: { en: "Household", zh: "家庭" },
    meaning: {
      en: "A household that takes prices as given weighs rental prices: what it earns itself.",
      zh: "视价格为给定的家庭以租赁价格加权，即其自身所得。",
    },
    equation: "§4", added: true,
  },
  planner: {
    label: { en: "Planner", zh: "计划者" },
    meaning: {
      en: "A planner who takes τ and the split of compute as given weighs social marginal products.",
      zh: "视 τ 与算力资本分配为给定的计划者，以社会边际产出加权。",
    },
    equation: "§4", added: true,
  },
};

export const PRICE_MODE_INFO: Readonly<Record<PriceMode, ChoiceInfo>> = {
  given: {
    label: { en: "Given", zh: "给定" },
    meaning: {
      en: "Rental prices are set from outside, as in the report: ω = w/r is free.",
      zh: "租赁价格外生给定（报告的做法）：ω = w/r 可自由设定。",
    },
    equation: "R12", added: false,
  },
  equilibrium: {
    label: { en: "Equilibrium", zh: "均衡" },
    meaning: {
      en: "Rental prices clear the market, so ω is an outcome and more compute raises growth exactly when τ < 1−α.",
      zh: "租赁价格由市场出清决定，ω 是结果；当且仅当 τ < 1−α 时，增加算力占比会提高增长率。",
    },
    equation: "§5", added: true,
  },
};

/** The equation or section that states when more compute raises growth under these choices. */
export function conditionOf(rule: Rule, prices: PriceMode): string {
  if (prices === "equilibrium") return PRICE_MODE_INFO.equilibrium.equation;
  return rule === "report" ? "R13" : RULE_INFO[rule].equation;
}

/** Greatest growth per B·τ^(1−α)(1−τ)^α in equilibrium: m of MODEL.md, section 5. */
export function equilibriumWeight(rule: Rule, alpha: number, computeShare: number): number {
  if (rule === "report") return 2;
  return rule === "household" ? alpha + computeShare : 1;
}

/** a_K and a_H of MODEL.md, section 4: the weights on r and w. */
export interface EulerWeights {
  readonly onCapital: number;
  readonly onCompute: number;
  /** Θ = a_K/a_H, by the canonical expression of section 6. */
  readonly threshold: number;
}

/** Weights of the Euler equation at (α, D); pure, written operation by operation as section 6 demands. */
export function eulerWeights(rule: Rule, alpha: number, computeShare: number): EulerWeights {
  if (rule === "report") return { onCapital: 1 / alpha, onCompute: 1 / computeShare, threshold: computeShare / alpha };
  if (rule === "household") return { onCapital: 1, onCompute: 1, threshold: 1 };
  const rest = 1 - alpha;
  return { onCapital: 1, onCompute: rest / computeShare, threshold: computeShare / rest };
}
