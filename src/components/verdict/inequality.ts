import { type Parameters, type PriceMode, type Rule } from "../../model/index.ts";
import { derivationsOf, sidesOf, symbolsIn, valueOf, type Expression, type Step } from "../../model/arithmetic/index.ts";

/** What a side adds up; one for a side that is no sum. */
interface SidePart {
  readonly expression: Expression;
  readonly value: number;
}

/** One side of the inequality that decides the sign. */
export interface Side {
  readonly expression: Expression;
  readonly value: number;
  readonly parts: readonly SidePart[];
  /** What the names in it are made of, where they are not parameters: χ, D = β+χ², w = ωr. */
  readonly steps: readonly Step[];
}

/** More compute raises growth exactly where `left` exceeds `right`. */
export interface Inequality {
  readonly left: Side;
  readonly right: Side;
  /** Both sides are rates a year, or pure numbers. */
  readonly isRate: boolean;
}

/** The two sides at a feasible point: R13 and its counterparts of MODEL.md, sections 4 and 5, as classes compare them. */
export function inequalityAt(parameters: Parameters, rule: Rule, prices: PriceMode): Inequality {
  const side = (expression: Expression): Side => {
    const steps = derivationsOf(symbolsIn(expression), parameters, rule, prices);
    const values = { ...parameters, ...Object.fromEntries(steps.map(({ name, result }) => [name, result])) };
    const addends = expression.kind === "sum" ? expression.terms.map(({ of }) => of) : [expression];
    return { expression, value: valueOf(expression, values), steps, parts: addends.map((part) => ({ expression: part, value: valueOf(part, values) })) };
  };
  const { left, right } = sidesOf(rule, prices);
  return { left: side(left), right: side(right), isRate: prices === "given" };
}
