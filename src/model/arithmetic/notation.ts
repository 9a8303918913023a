import { symbolOf } from "./definitions.ts";
import { withValues, type Expression, type SymbolName } from "./expression.ts";
import type { Step } from "./derivation.ts";

/** How expressions are written down: as MathML, as a line of text. */
export interface Notation<T> {
  /** Whether a fraction holds together by itself, as one with a bar does. */
  readonly isFractionClosed: boolean;
  readonly number: (value: number) => T;
  /** Whether a number is written as a product with a power of ten. */
  readonly isScientific: (value: number) => boolean;
  readonly symbol: (name: SymbolName) => T;
  readonly sum: (terms: readonly { readonly sign: 1 | -1; readonly part: T }[]) => T;
  /** @param isNumeric whether two neighbours are numbers, which must not run together */
  readonly product: (factors: readonly T[], isNumeric: boolean) => T;
  readonly quotient: (over: T, under: T) => T;
  readonly power: (base: T, exponent: T) => T;
  /** @param depth 1 for brackets without others in them */
  readonly group: (part: T, depth: number) => T;
}

interface Written<T> {
  readonly part: T;
  /** How strongly it holds together: a sum least. */
  readonly bond: Bond;
  /** Of the deepest brackets. */
  readonly depth: number;
}

const BONDS = { sum: 1, product: 2, power: 3, atom: 4 } as const;
type Bond = (typeof BONDS)[keyof typeof BONDS];

/** Writes an expression, with brackets where they are needed and only there. */
export function write<T>(of: Expression, notation: Notation<T>): T {
  return written(of, notation).part;
}

function written<T>(of: Expression, notation: Notation<T>): Written<T> {
  const inner = (part: Expression) => written(part, notation);
  const grouped = (one: Written<T>, isNeeded: boolean): Written<T> =>
    (isNeeded ? { part: notation.group(one.part, one.depth + 1), bond: BONDS.atom, depth: one.depth + 1 } : one);
  const made = (part: T, bond: Bond, ...from: readonly Written<T>[]): Written<T> => ({ part, bond, depth: Math.max(0, ...from.map(({ depth }) => depth)) });
  switch (of.kind) {
    case "number": return made(notation.number(of.value), of.value < 0 ? BONDS.sum : notation.isScientific(of.value) ? BONDS.product : BONDS.atom);
    case "symbol": return made(notation.symbol(of.name), BONDS.atom);
    case "sum": {
      const [only] = of.terms;
      if (of.terms.length === 1 && only.sign === 1) return inner(only.of);
      const terms = of.terms.map((term, k) => {
        const one = inner(term.of);
        return { sign: term.sign, ...grouped(one, one.bond === BONDS.sum && (k > 0 || term.sign < 0)) };
      });
      return made(notation.sum(terms), BONDS.sum, ...terms);
    }
    case "product": {
      const factors = of.factors.map((factor) => {
        const one = inner(factor);
        const isOpenFraction = factor.kind === "quotient" && !notation.isFractionClosed;
        return grouped(one, of.factors.length > 1 && (one.bond === BONDS.sum || isOpenFraction));
      });
      const isNumeric = of.factors.some((factor, k) => k > 0 && startsWithNumber(factor));
      return factors.length === 1 ? factors[0] : made(notation.product(factors.map(({ part }) => part), isNumeric), BONDS.product, ...factors);
    }
    case "quotient": {
      const over = inner(of.over);
      const under = inner(of.under);
      if (notation.isFractionClosed) return made(notation.quotient(over.part, under.part), BONDS.atom, over, under);
      const [top, bottom] = [grouped(over, over.bond === BONDS.sum), grouped(under, under.bond <= BONDS.product)];
      return made(notation.quotient(top.part, bottom.part), BONDS.product, top, bottom);
    }
    case "power": {
      const base = inner(of.base);
      const exponent = inner(of.exponent);
      const [low, high] = [grouped(base, base.bond < BONDS.atom || of.base.kind === "quotient"), grouped(exponent, !notation.isFractionClosed && exponent.bond < BONDS.atom)];
      return made(notation.power(low.part, high.part), BONDS.power, low, high);
    }
  }
}

/** Whether juxtaposition would put it beside the factor before as if both were one number. */
function startsWithNumber(of: Expression): boolean {
  switch (of.kind) {
    case "number": return true;
    case "power": return startsWithNumber(of.base);
    case "quotient": return startsWithNumber(of.over);
    case "product": return startsWithNumber(of.factors[0]);
    case "sum": return of.terms.length === 1 && of.terms[0].sign === 1 && startsWithNumber(of.terms[0].of);
    case "symbol": return false;
  }
}

/** One line of plain characters: spreadsheets, R and Julia read it, Python with ** for ^. Numbers are written exactly. */
const PLAIN: Notation<string> = {
  isFractionClosed: false,
  number: String,
  isScientific: () => false,
  symbol: symbolOf,
  sum: (terms) => terms.map(({ sign, part }, k) => (k === 0 ? `${sign < 0 ? "-" : ""}${part}` : ` ${sign < 0 ? "-" : "+"} ${part}`)).join(""),
  product: (factors) => factors.join("*"),
  quotient: (over, under) => `${over}/${under}`,
  power: (base, exponent) => `${base}^${exponent}`,
  group: (part) => `(${part})`,
};

/** A line of arithmetic as plain text with all digits, such as `D = β + χ^2 = 0.25 + 0.4^2 = 0.41`. */
export function plainText({ symbol, expression, values, result }: Step): string {
  const parts = [write(expression, PLAIN), write(withValues(expression, values), PLAIN), PLAIN.number(result)];
  return [...(symbol === null ? [] : [symbol]), ...parts.filter((part, k) => part !== parts[k - 1])].join(" = ");
}
