import {
  definitionOf, replaceSymbols, sidesOf, symbolOf, valueOf, withValues, write, type Expression, type Notation, type Values,
} from "../model/arithmetic/index.ts";
import { technologyAt, type Parameters, type PriceMode, type QuantityName, type Rule } from "../model/index.ts";

/** Greek letters as LaTeX writes them in formulas. */
export const GREEK: Readonly<Record<string, string>> = {
  "α": "\\alpha", "β": "\\beta", "γ": "\\gamma", "δ": "\\delta", "η": "\\eta", "ρ": "\\rho", "σ": "\\sigma", "τ": "\\tau", "χ": "\\chi", "ω": "\\omega", "Θ": "\\Theta",
};
/** Of numbers that are put into formulas: they are to come to what is shown. */
const INNER_DIGITS = 9;

/** A number in LaTeX, to `digits` significant digits. */
export function latexNumber(value: number, digits = 6): string {
  const [mantissa, exponent] = String(Number(value.toPrecision(digits))).split("e");
  return exponent === undefined ? mantissa : `${mantissa} \\times 10^{${Number(exponent)}}`;
}

const LATEX: Notation<string> = {
  isFractionClosed: true,
  number: (value) => latexNumber(value, INNER_DIGITS),
  isScientific: (value) => latexNumber(value, INNER_DIGITS).includes("\\times"),
  symbol: (name) => GREEK[symbolOf(name)] ?? symbolOf(name),
  sum: (terms) => terms.map(({ sign, part }, k) => (k === 0 ? `${sign < 0 ? "-" : ""}${part}` : ` ${sign < 0 ? "-" : "+"} ${part}`)).join(""),
  product: (factors) => factors.join(" \\cdot "),
  quotient: (over, under) => `\\frac{${over}}{${under}}`,
  power: (base, exponent) => `${base}^{${exponent}}`,
  group: (part, depth) => (depth === 1 ? `(${part})` : `\\left\\{ ${part} \\right\\}`),
};

/** An expression with letters, with numbers in their place, and what these come to. */
export interface WrittenExpression {
  readonly symbols: string;
  readonly numbers: string;
  readonly value: number;
}

/** What decides at a feasible point: growth, its slope in τ, and the two sides whose difference has the slope's sign. */
export type StatementFormulas = Readonly<Record<"growth" | "slope" | "left" | "right", WrittenExpression>>;

export function statementFormulas(
  parameters: Parameters, rule: Rule, prices: PriceMode, fields: Readonly<Partial<Record<QuantityName, number>>>,
): StatementFormulas {
  const { alpha, beta, wr, r } = parameters;
  const { computeShare } = technologyAt(alpha, beta);
  const values: Values = { ...parameters, computeShare, productivity: fields.productivity ?? NaN, ...(prices === "given" ? { w: wr * r } : {}) };
  const written = (expression: Expression): WrittenExpression => ({
    symbols: write(expression, LATEX), numbers: write(withValues(expression, values), LATEX), value: valueOf(expression, values),
  });
  // Output per unit of capital is written out: it has no symbol in the report.
  const defined = (name: QuantityName): Expression => {
    const expression = definitionOf(name, rule, prices);
    if (expression === null) throw new RangeError(`${name} has no equation with prices ${prices}.`);
    return replaceSymbols(expression, (one) => (one === "outputPerStock" ? definitionOf(one, rule, prices) : null));
  };
  const { left, right } = sidesOf(rule, prices);
  return { growth: written(defined("growth")), slope: written(defined("growthSlope")), left: written(left), right: written(right) };
}
