import { CLASS_INFEASIBLE } from "../classes.ts";
import { evaluatePoint } from "../evaluate.ts";
import type { Parameters, PriceMode } from "../parameters.ts";
import { FIELDS, type QuantityName } from "../quantities.ts";
import type { Rule } from "../rules.ts";
import { definitionOf, symbolOf } from "./definitions.ts";
import { symbolsIn, valueOf, type Expression, type SymbolName, type Values } from "./expression.ts";

/** One line of arithmetic: `symbol` = `expression` = the expression with `values` put in = `result`. */
export interface Step {
  readonly name: SymbolName;
  /** `null` where the quantity's symbol is the expression itself, as in ω−Θ. */
  readonly symbol: string | null;
  readonly expression: Expression;
  /** Values of all names in `expression`. */
  readonly values: Values;
  readonly result: number;
}

/** Quantities that have no letter of their own. */
const WITHOUT_LETTER: readonly SymbolName[] = ["margin", "profitShare", "discountGap"];

/**
 * How a quantity comes about from the parameters: first what it needs, each once, last the quantity. Values of quantities are those of
 * `evaluatePoint`. Empty where the point is not feasible or the price mode does not have the quantity.
 */
export function derivationOf(quantity: QuantityName, parameters: Parameters, rule: Rule, prices: PriceMode): readonly Step[] {
  const { fields, class: sign } = evaluatePoint(parameters, rule, prices);
  if (sign === CLASS_INFEASIBLE || !FIELDS[quantity].modes.includes(prices)) return [];
  return derivationsOf([quantity], { ...parameters, ...fields }, rule, prices);
}

/**
 * The same for several names at once, of which none need be a quantity of the price mode.
 * @param known values of the parameters and of what is known besides; the rest is computed
 */
export function derivationsOf(names: readonly SymbolName[], known: Values, rule: Rule, prices: PriceMode): readonly Step[] {
  const values: Partial<Record<SymbolName, number>> = { ...known };
  const steps: Step[] = [];
  const visit = (name: SymbolName): void => {
    const expression = definitionOf(name, rule, prices);
    if (expression === null || steps.some((step) => step.name === name)) return;
    const needed = symbolsIn(expression);
    for (const one of needed) visit(one);
    const inputs = Object.fromEntries(needed.map((one) => [one, values[one]])) as Values;
    const fromFields = FIELDS[name as QuantityName]?.modes.includes(prices) ? known[name] : undefined;
    const result = fromFields ?? valueOf(expression, inputs);
    values[name] = result;
    steps.push({ name, symbol: WITHOUT_LETTER.includes(name) ? null : symbolOf(name), expression, values: inputs, result });
  };
  for (const name of names) visit(name);
  return steps;
}
