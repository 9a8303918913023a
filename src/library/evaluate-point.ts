import { evaluatePoint as evaluate, PARAMETER_NAMES, PRICE_MODES, RULES, type Parameters, type PointEvaluation, type PriceMode, type Rule } from "../model/index.ts";
import { checkChoice, checkOptionNames } from "./option-names.ts";

const NAMES = Object.fromEntries(PARAMETER_NAMES.map((name): [string, true] => [name, true]));

/**
 * Every quantity at one point (MODEL.md, section 6), with the bits of the kernels. Parameters may lie anywhere; outside the feasible set the answer says so.
 * @param parameters all of them; `DEFAULT_PARAMETERS` has those that do not matter
 * @throws TypeError where a parameter is missing, is no number, or is unknown; RangeError for a rule or a price mode that there is not
 */
export function evaluatePoint(parameters: Parameters, rule: Rule, prices: PriceMode): PointEvaluation {
  checkOptionNames("evaluatePoint", parameters, NAMES);
  const missing = PARAMETER_NAMES.filter((name) => typeof parameters[name] !== "number");
  if (missing.length > 0) throw new TypeError(`evaluatePoint: found no number for ${missing.join(", ")}; allowed: a number for every parameter, such as { ...DEFAULT_PARAMETERS, tau: 0.4 }.`);
  checkChoice("rule", rule ?? null, RULES);
  checkChoice("prices", prices ?? null, PRICE_MODES);
  return evaluate(parameters, rule, prices);
}
