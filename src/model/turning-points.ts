import { isAdmissible, isTechnologyFeasible } from "./feasibility.ts";
import { PARAMETER_NAMES, PARAMETERS, type ParameterName, type Parameters, type PriceMode } from "./parameters.ts";
import { eulerWeights, type Rule } from "./rules.ts";
import { technologyAt } from "./technology.ts";

/** Where the sign of ∂g/∂τ turns when one parameter moves and all others stay. */
export interface TurningPoints {
  readonly parameter: ParameterName;
  /** The nearest turn below and above the present value, in the parameter's unit; `null` where the sign never turns on that side. */
  readonly below: number | null;
  readonly above: number | null;
  /** Whether the present value is such a turn: the point stands on the boundary. */
  readonly isHere: boolean;
}

/** A turn this close, relative to the present value, is the boundary that the point stands on. */
const NEARLY_HERE = 2 ** -40;

/**
 * The turns of every parameter that the price mode has, in the order of `PARAMETER_NAMES`, from a feasible point (MODEL.md, R13 and
 * sections 4 and 5). With prices given the sign is that of ω−Θ(α, β), a quadratic in α and in β; in equilibrium it is that of 1−α−τ.
 * The other parameters never turn it.
 */
export function turningPoints(parameters: Parameters, rule: Rule, prices: PriceMode): TurningPoints[] {
  return PARAMETER_NAMES.filter((name) => PARAMETERS[name].modes.includes(prices)).map((name) => {
    const turns = rootsAlong(name, parameters, rule, prices).filter((value) => isReachable(name, value, parameters));
    const present = parameters[name];
    const here = NEARLY_HERE * present;
    const below = turns.filter((value) => value < present - here);
    const above = turns.filter((value) => value > present + here);
    return {
      parameter: name,
      below: below.length > 0 ? Math.max(...below) : null,
      above: above.length > 0 ? Math.min(...above) : null,
      isHere: turns.length > below.length + above.length,
    };
  });
}

function isReachable(name: ParameterName, value: number, { alpha, beta }: Parameters): boolean {
  return isAdmissible(name, value) && isTechnologyFeasible(name === "alpha" ? value : alpha, name === "beta" ? value : beta);
}

/** Values of a parameter at which p = q, wherever they lie. */
function rootsAlong(name: ParameterName, { alpha, beta, tau, wr }: Parameters, rule: Rule, prices: PriceMode): readonly number[] {
  if (prices === "equilibrium") return name === "tau" ? [1 - alpha] : name === "alpha" ? [1 - tau] : [];
  if (name === "wr") return [eulerWeights(rule, alpha, technologyAt(alpha, beta).computeShare).threshold];
  if (rule === "household") return [];
  const rest = 1 - beta;
  // report: β+(1−α−β)² = ωα; planner: β+(1−α−β)² = ω(1−α).
  if (name === "alpha") {
    return rule === "report" ? signChanges(2 * rest + wr, rest * rest + beta) : signChanges(2 * rest - wr, difference(rest * rest + beta, wr));
  }
  if (name === "beta") return signChanges(1 - 2 * alpha, difference((1 - alpha) ** 2, wr * (rule === "report" ? alpha : 1 - alpha)));
  return [];
}

/** Of a root counted twice, rounding makes two or none. Between two that it made nothing is called positive or negative. */
const DOUBLE_ROOT = 2 ** -46;

/** Of positive numbers; 0 where rounding alone tells them apart: a root at 0, which is in no domain, would else stand just above it. */
function difference(one: number, other: number): number {
  return Math.abs(one - other) > DOUBLE_ROOT * (one + other) ? one - other : 0;
}

/** Real roots of x² − sum·x + product, without the double one, at which no sign changes. */
function signChanges(sum: number, product: number): readonly number[] {
  const discriminant = sum * sum - 4 * product;
  if (!(discriminant > DOUBLE_ROOT * (sum * sum + 4 * Math.abs(product)))) return [];
  const larger = (sum + (sum < 0 ? -1 : 1) * Math.sqrt(discriminant)) / 2;
  return [larger, product / larger];
}
