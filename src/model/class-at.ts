import { signClass, type SignClass } from "./classes.ts";
import type { ParameterName, Parameters, PriceMode } from "./parameters.ts";
import { eulerWeights, type Rule } from "./rules.ts";
import { technologyAt } from "./technology.ts";

/** The parameters that decide the class of a feasible point; along the last of them the class is monotone as computed. */
export const DECIDING_PARAMETERS: Readonly<Record<PriceMode, readonly ParameterName[]>> = {
  given: ["alpha", "beta", "r", "wr"],
  equilibrium: ["alpha", "beta", "tau"],
};

/** The class of a feasible point, by the expressions of `evaluatePoint`, without its fields: for counts over many points. */
export function classAt({ alpha, beta, tau, wr, r }: Parameters, rule: Rule, prices: PriceMode): SignClass {
  if (prices === "equilibrium") return signClass(1, alpha + tau);
  const { onCompute, onCapital } = eulerWeights(rule, alpha, technologyAt(alpha, beta).computeShare);
  return signClass(wr * r * onCompute, r * onCapital);
}
