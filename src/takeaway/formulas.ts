import { eulerWeights, technologyAt, type Parameters, type PriceMode, type QuantityName, type Rule } from "../model/index.ts";

/** How each letter of a formula is written: as itself, or as its number. In LaTeX. */
type Letter = "alpha" | "beta" | "tau" | "r" | "w" | "sigma" | "delta" | "rho" | "D" | "B";
type Letters = Readonly<Record<Letter, string>>;

const SYMBOLS: Letters = {
  alpha: "\\alpha", beta: "\\beta", tau: "\\tau", r: "r", w: "w", sigma: "\\sigma", delta: "\\delta", rho: "\\rho", D: "D", B: "B",
};

/** The terms that a rule puts on other capital and on compute (MODEL.md, section 4). */
const TERMS: Readonly<Record<Rule, (letters: Letters) => readonly [capital: string, compute: string]>> = {
  report: ({ alpha, r, w, D }) => [`\\frac{${r}}{${alpha}}`, `\\frac{${w}}{${D}}`],
  household: ({ r, w }) => [r, w],
  planner: ({ alpha, r, w, D }) => [r, `\\frac{(1-${alpha}) \\cdot ${w}}{${D}}`],
};

/** m of MODEL.md, section 5. */
const WEIGHTS: Readonly<Record<Rule, (letters: Letters) => string>> = {
  report: () => "2", household: ({ alpha, D }) => `(${alpha} + ${D})`, planner: () => "1",
};

interface Formulas {
  readonly growth: string;
  readonly slope: string;
  /** The sign is that of `left` against `right`. */
  readonly left: string;
  readonly right: string;
}

function formulasOf(letters: Letters, rule: Rule, prices: PriceMode): Formulas {
  const { alpha, tau, sigma, delta, rho, B } = letters;
  const patience = `\\frac{1}{${sigma}}`;
  if (prices === "equilibrium") {
    const scale = `${WEIGHTS[rule](letters)} \\cdot ${B}`;
    return {
      growth: `${patience} \\left\\{ ${scale} \\cdot ${tau}^{1-${alpha}} \\cdot (1-${tau})^{${alpha}} - ${delta} - ${rho} \\right\\}`,
      slope: `\\frac{${scale}}{${sigma}} \\cdot ${tau}^{-${alpha}} \\cdot (1-${tau})^{${alpha}-1} \\cdot (1-${alpha}-${tau})`,
      left: `1-${alpha}`, right: tau,
    };
  }
  const [capital, compute] = TERMS[rule](letters);
  return {
    growth: `${patience} \\left\\{ (1-${tau}) \\cdot ${capital} + ${tau} \\cdot ${compute} - ${delta} - ${rho} \\right\\}`,
    slope: `${patience} \\left[ ${compute} - ${capital} \\right]`,
    left: compute, right: capital,
  };
}

/** A number in LaTeX, to `digits` significant digits. */
export function latexNumber(value: number, digits = 6): string {
  const [mantissa, exponent] = String(Number(value.toPrecision(digits))).split("e");
  return exponent === undefined ? mantissa : `${mantissa} \\times 10^{${Number(exponent)}}`;
}

/** Formulas with letters, and with numbers in their place, where the point is feasible. */
export interface StatementFormulas {
  readonly symbols: Formulas;
  readonly numbers: Formulas;
  readonly sides: { readonly left: number; readonly right: number };
}

export function statementFormulas(
  parameters: Parameters, rule: Rule, prices: PriceMode, fields: Readonly<Partial<Record<QuantityName, number>>>,
): StatementFormulas {
  const { alpha, beta, tau, wr, r, sigma, delta, rho } = parameters;
  const { computeShare } = technologyAt(alpha, beta);
  const [rent, computeRent] = prices === "given" ? [r, wr * r] : [fields.r ?? NaN, fields.w ?? NaN];
  const values = { alpha, beta, tau, sigma, delta, rho, r: rent, w: computeRent, D: computeShare, B: fields.productivity ?? NaN };
  const numbers = Object.fromEntries(Object.entries(values).map(([letter, value]) => [letter, bracketed(latexNumber(value, 9))])) as Letters;
  const weights = eulerWeights(rule, alpha, computeShare);
  return {
    symbols: formulasOf(SYMBOLS, rule, prices),
    numbers: formulasOf(numbers, rule, prices),
    sides: prices === "given"
      ? { left: computeRent * weights.onCompute, right: rent * weights.onCapital }
      : { left: 1 - alpha, right: tau },
  };
}

/** A number that is more than its digits is held together. */
function bracketed(number: string): string {
  return /[\s-]/.test(number) ? `(${number})` : number;
}
