import { eulerWeights, technologyAt, type Parameters, type PriceMode, type Rule } from "../../model/index.ts";

/** One side of the inequality that decides the sign. */
export interface Side {
  readonly formula: string;
  readonly value: number;
}

/** More compute raises growth exactly where `left` exceeds `right`. */
export interface Inequality {
  readonly left: Side;
  readonly right: Side;
  /** Both sides are rates a year, or pure numbers. */
  readonly isRate: boolean;
}

const FORMULAS: Readonly<Record<Rule, readonly [left: string, right: string]>> = {
  report: ["w / [β+(1−α−β)²]", "r / α"],
  household: ["w", "r"],
  planner: ["(1−α) w / [β+(1−α−β)²]", "r"],
};

/** The two sides at a feasible point: R13 and its counterparts of MODEL.md, sections 4 and 5. */
export function inequalityAt({ alpha, beta, tau, wr, r }: Parameters, rule: Rule, prices: PriceMode): Inequality {
  if (prices === "equilibrium") {
    return { left: { formula: "1−α", value: 1 - alpha }, right: { formula: "τ", value: tau }, isRate: false };
  }
  const weights = eulerWeights(rule, alpha, technologyAt(alpha, beta).computeShare);
  const [left, right] = FORMULAS[rule];
  return {
    left: { formula: left, value: wr * r * weights.onCompute }, right: { formula: right, value: r * weights.onCapital }, isRate: true,
  };
}
