import { isTechnologyFeasible, type ParameterName, type Parameters } from "../../model/index.ts";

/** Whether `value` would leave a positive elasticity χ = 1−α−β to compute services; any but α and β does. */
export function isTechnologyKept(name: ParameterName, value: number, { alpha, beta }: Parameters): boolean {
  if (name === "alpha") return isTechnologyFeasible(value, beta);
  return name !== "beta" || isTechnologyFeasible(alpha, value);
}

/** What α, or β, must stay below beside the other; `null` for every other parameter. */
export function elasticityLimit(name: ParameterName, { alpha, beta }: Parameters): number | null {
  if (name === "alpha") return 1 - beta;
  return name === "beta" ? 1 - alpha : null;
}
