import type { ParameterName } from "../parameters.ts";
import type { QuantityName } from "../quantities.ts";

/** What an equation of the model needs besides parameters and quantities: χ, κ = H_T/K and y = Y/(K+H_T). */
export const AUXILIARY_NAMES = ["chi", "stockRatio", "outputPerStock"] as const;
export type AuxiliaryName = (typeof AUXILIARY_NAMES)[number];

/** Everything that an equation can name. */
export type SymbolName = ParameterName | QuantityName | AuxiliaryName;

/** One side of an equation, as a tree. */
export type Expression =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "symbol"; readonly name: SymbolName }
  | { readonly kind: "sum"; readonly terms: readonly Term[] }
  | { readonly kind: "product"; readonly factors: readonly Expression[] }
  | { readonly kind: "quotient"; readonly over: Expression; readonly under: Expression }
  | { readonly kind: "power"; readonly base: Expression; readonly exponent: Expression };

export interface Term {
  readonly sign: 1 | -1;
  readonly of: Expression;
}

export type Values = Readonly<Partial<Record<SymbolName, number>>>;

/** A number, a name or a tree: what the functions below take for a part of an equation. */
type Part = number | SymbolName | Expression;

function expression(part: Part): Expression {
  if (typeof part === "number") return { kind: "number", value: part };
  return typeof part === "string" ? { kind: "symbol", name: part } : part;
}

export function minus(part: Part): Term {
  return { sign: -1, of: expression(part) };
}

export function sum(...parts: readonly (Part | Term)[]): Expression {
  return { kind: "sum", terms: parts.map((part) => (typeof part === "object" && "sign" in part ? part : { sign: 1, of: expression(part) })) };
}

export function product(...parts: readonly Part[]): Expression {
  return { kind: "product", factors: parts.map(expression) };
}

export function quotient(over: Part, under: Part): Expression {
  return { kind: "quotient", over: expression(over), under: expression(under) };
}

export function power(base: Part, exponent: Part): Expression {
  return { kind: "power", base: expression(base), exponent: expression(exponent) };
}

/** The names in an expression, each once, in the order in which they appear. */
export function symbolsIn(of: Expression): readonly SymbolName[] {
  return of.kind === "symbol" ? [of.name] : [...new Set(partsOf(of).flatMap(symbolsIn))];
}

/** The expression with the numbers put in, NaN for a name without a value. */
export function withValues(of: Expression, values: Values): Expression {
  return replaceSymbols(of, (name) => ({ kind: "number", value: values[name] ?? NaN }));
}

/** The expression with what its names stand for put in: a name of `null` stays. */
export function replaceSymbols(of: Expression, meaningOf: (name: SymbolName) => Expression | null): Expression {
  const put = (part: Expression) => replaceSymbols(part, meaningOf);
  switch (of.kind) {
    case "number": return of;
    case "symbol": return meaningOf(of.name) ?? of;
    case "sum": return { kind: "sum", terms: of.terms.map(({ sign, of: part }) => ({ sign, of: put(part) })) };
    case "product": return { kind: "product", factors: of.factors.map(put) };
    case "quotient": return { kind: "quotient", over: put(of.over), under: put(of.under) };
    case "power": return { kind: "power", base: put(of.base), exponent: put(of.exponent) };
  }
}

/** The value of an expression, for showing: the kernels' bits come from `evaluatePoint`. NaN where a name has no value. */
export function valueOf(of: Expression, values: Values): number {
  const value = (part: Expression) => valueOf(part, values);
  switch (of.kind) {
    case "number": return of.value;
    case "symbol": return values[of.name] ?? NaN;
    case "sum": return of.terms.reduce((total, { sign, of: part }) => total + sign * value(part), 0);
    case "product": return of.factors.reduce((total, part) => total * value(part), 1);
    case "quotient": return value(of.over) / value(of.under);
    case "power": return value(of.base) ** value(of.exponent);
  }
}

/** The numbers of an expression into which all have been put. */
export function numbersIn(of: Expression): readonly number[] {
  return of.kind === "number" ? [of.value] : partsOf(of).flatMap(numbersIn);
}

function partsOf(of: Expression): readonly Expression[] {
  switch (of.kind) {
    case "number": case "symbol": return [];
    case "sum": return of.terms.map((term) => term.of);
    case "product": return of.factors;
    case "quotient": return [of.over, of.under];
    case "power": return [of.base, of.exponent];
  }
}
