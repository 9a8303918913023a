import { css, html, mathml, nothing, type MathMLTemplateResult, type TemplateResult } from "lit";
import { numbersIn, symbolOf, withValues, write, type Expression, type Notation, type Step, type SymbolName } from "../../model/arithmetic/index.ts";
import { formatExactly, formatNumber } from "../../state/format.ts";

/** Formulas as MathML: set by the browser, and read out by screen readers as mathematics. */
export const formulaStyles = css`
  math { font-size: 1.0625em; math-style: normal; }
  .line { padding: 2px 0; width: max-content; }
  .line math { display: block math; }
  mtd { padding: 1px 0; text-align: left; }
`;

/** Between factors that are only put side by side; it is heard and not seen. */
const INVISIBLE_TIMES = "\u2062";
const BRACKETS: readonly (readonly [string, string])[] = [["(", ")"], ["{", "}"], ["[", "]"]];

/** Marks after a letter that stand above it. */
const RAISED: Readonly<Record<string, string>> = { "ᶜ": "c", "*": "*" };

/** A letter of the model, such as τᶜ, p_X or ∂g/∂τ. */
export function symbolFormula(symbol: string): MathMLTemplateResult {
  const [above, below] = symbol.split("/");
  if (below !== undefined) return mathml`<mfrac><mrow>${letters(above)}</mrow><mrow>${letters(below)}</mrow></mfrac>`;
  const [base, lower] = symbol.split("_");
  if (lower !== undefined) return mathml`<msub><mi>${base}</mi><mi>${lower}</mi></msub>`;
  const mark = RAISED[symbol.slice(1)];
  return mark === undefined ? mathml`<mi>${symbol}</mi>` : mathml`<msup><mi>${symbol.slice(0, 1)}</mi><mo>${mark}</mo></msup>`;
}

function letters(text: string): MathMLTemplateResult[] {
  return [...text].map((letter) => mathml`<mi>${letter}</mi>`);
}

function numberFormula(value: number, show: (value: number) => string): MathMLTemplateResult {
  const text = show(value);
  const [mantissa, power] = text.split("×10");
  const isNegative = mantissa.startsWith("−") || mantissa.startsWith("-");
  const digits = isNegative ? mantissa.slice(1) : mantissa;
  const size = power === undefined ? mathml`<mn>${digits}</mn>` : mathml`<mn>${digits}</mn><mo>×</mo><mn>10${power}</mn>`;
  return isNegative ? mathml`<mo form="prefix">−</mo>${size}` : size;
}

/** A long sum of numbers is broken after so many terms: a formula does not wrap by itself. */
const TERMS_A_LINE = 2;

function notation(show: (value: number) => string, isBroken = false): Notation<MathMLTemplateResult> {
  return {
    isFractionClosed: true,
    number: (value) => numberFormula(value, show),
    isScientific: (value) => show(value).includes("×10"),
    symbol: (name: SymbolName) => symbolFormula(symbolOf(name)),
    sum: (terms) => {
      const signed = terms.map(({ sign, part }, k) => mathml`${k === 0 && sign > 0 ? nothing : mathml`<mo form=${k === 0 ? "prefix" : "infix"}>${sign < 0 ? "−" : "+"}</mo>`}${part}`);
      if (!isBroken || terms.length <= TERMS_A_LINE + 1) return mathml`${signed}`;
      const rows = [signed.slice(0, TERMS_A_LINE), signed.slice(TERMS_A_LINE)];
      return mathml`<mtable>${rows.map((row) => mathml`<mtr><mtd>${row}</mtd></mtr>`)}</mtable>`;
    },
    product: (factors, isNumeric) => mathml`${factors.map((part, k) => mathml`${k === 0 ? nothing : mathml`<mo>${isNumeric ? "×" : INVISIBLE_TIMES}</mo>`}${part}`)}`,
    quotient: (over, under) => mathml`<mfrac><mrow>${over}</mrow><mrow>${under}</mrow></mfrac>`,
    power: (base, exponent) => mathml`<msup><mrow>${base}</mrow><mrow>${exponent}</mrow></msup>`,
    group: (part, depth) => {
      const [open, close] = BRACKETS[(depth - 1) % BRACKETS.length];
      return mathml`<mrow><mo stretchy="false">${open}</mo>${part}<mo stretchy="false">${close}</mo></mrow>`;
    },
  };
}

/** An expression as it stands, without the numbers. */
export function expressionFormula(of: Expression): MathMLTemplateResult {
  return write(of, notation(formatNumber));
}

/** "≈" stands where a number that is shown is rounded. */
const DIGITS = 4;
/** What floating-point arithmetic leaves behind, relative to the number, is no rounding that a reader sees. */
const NOISE = 1e-12;
const isRounded = (value: number) => Math.abs(Number(value.toPrecision(DIGITS)) - value) > NOISE * Math.abs(value);
const equals = (numbers: readonly number[], isExact: boolean) => mathml`<mo>${!isExact && numbers.some(isRounded) ? "≈" : "="}</mo>`;

/** A step's formula, the numbers put in and the result; what would say the same again is left out. */
function stepParts({ symbol, expression, values, result }: Step, isExact: boolean): readonly MathMLTemplateResult[] {
  const show = isExact ? formatExactly : (value: number) => formatNumber(value, DIGITS);
  const put = withValues(expression, values);
  const numbers = numbersIn(put);
  const left = symbol === null ? nothing : mathml`${symbolFormula(symbol)}<mo>=</mo>`;
  const formula = mathml`${left}${expressionFormula(expression)}`;
  const answer = mathml`${equals([...numbers, result], isExact)}${numberFormula(result, show)}`;
  if (numbers.length > 1) return [formula, mathml`${equals(numbers, isExact)}${write(put, notation(show, true))}`, answer];
  return numbersIn(expression).length === 1 ? [formula] : [formula, answer];
}

/**
 * One step of arithmetic, a line each for what the letter stands for, the numbers put in, and the result.
 * @param isExact all digits instead of four
 */
export function stepFormulas(step: Step, isExact: boolean): TemplateResult {
  return html`${stepParts(step, isExact).map((part) => html`<div class="line"><math><mrow>${part}</mrow></math></div>`)}`;
}

/** The same in one line, for short ones. */
export function stepLine(step: Step): TemplateResult {
  return html`<math><mrow>${stepParts(step, false)}</mrow></math>`;
}
