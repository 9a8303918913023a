import { isParameterName, PARAMETERS, type PriceMode } from "../parameters.ts";
import { FIELDS } from "../quantities.ts";
import type { Rule } from "../rules.ts";
import type { BilingualText } from "../text.ts";
import { minus, power, product, quotient, sum, type AuxiliaryName, type Expression, type SymbolName } from "./expression.ts";

interface AuxiliaryInfo {
  readonly symbol: string;
  readonly meaning: BilingualText;
}

export const AUXILIARIES: Readonly<Record<AuxiliaryName, AuxiliaryInfo>> = {
  chi: { symbol: "χ", meaning: { en: "output elasticity of compute services", zh: "算力服务的产出弹性" } },
  stockRatio: { symbol: "κ", meaning: { en: "compute capital per unit of ordinary capital on the balanced path", zh: "平衡增长路径上算力资本与普通资本之比" } },
  outputPerStock: { symbol: "y", meaning: { en: "output a year per unit of all capital", zh: "单位总资本的年产出" } },
};

/** The symbol by which equations name it. */
export function symbolOf(name: SymbolName): string {
  if (name in AUXILIARIES) return AUXILIARIES[name as AuxiliaryName].symbol;
  return isParameterName(name) ? PARAMETERS[name].symbol : FIELDS[name as keyof typeof FIELDS].symbol;
}

const CHI_SQUARED = power("chi", 2);
const WITHOUT_ALPHA = sum(1, minus("alpha"));
const WITHOUT_TAU = sum(1, minus("tau"));
/** Θ under the report's rule. */
const REPORT_THRESHOLD = quotient("computeShare", "alpha");

/** What a unit of each capital is weighed at in the Euler equation, r·a_K and w·a_H of MODEL.md, section 4: the two sides of R13. */
const RETURNS: Readonly<Record<Rule, { readonly onCapital: Expression; readonly onCompute: Expression; readonly threshold: Expression }>> = {
  report: { onCapital: quotient("r", "alpha"), onCompute: quotient("w", "computeShare"), threshold: REPORT_THRESHOLD },
  household: { onCapital: sum("r"), onCompute: sum("w"), threshold: sum(1) },
  planner: { onCapital: sum("r"), onCompute: quotient(product(WITHOUT_ALPHA, "w"), "computeShare"), threshold: quotient("computeShare", WITHOUT_ALPHA) },
};

/** More compute raises growth exactly where `left` exceeds `right`: R13, or 1 > α+τ in equilibrium. */
export function sidesOf(rule: Rule, prices: PriceMode): { readonly left: Expression; readonly right: Expression } {
  if (prices === "equilibrium") return { left: sum(1), right: sum("alpha", "tau") };
  return { left: RETURNS[rule].onCompute, right: RETURNS[rule].onCapital };
}

/** m of MODEL.md, section 5, as factors. */
const WEIGHTS: Readonly<Record<Rule, readonly (number | Expression)[]>> = { report: [2], household: [sum("alpha", "computeShare")], planner: [] };

type Definitions = Readonly<Partial<Record<SymbolName, Expression>>>;

const TECHNOLOGY: Definitions = {
  chi: sum(1, minus("alpha"), minus("beta")),
  computeShare: sum("beta", CHI_SQUARED),
  serviceSplit: quotient(CHI_SQUARED, "computeShare"),
  profitShare: product("chi", sum("alpha", "beta")),
  discountGap: sum("rho", product(sum("sigma", minus(1)), "growth")),
};

function atGivenPrices(rule: Rule): Definitions {
  const { onCapital, onCompute, threshold } = RETURNS[rule];
  return {
    ...TECHNOLOGY, threshold,
    w: product("wr", "r"),
    growth: product(quotient(1, "sigma"), sum(product(WITHOUT_TAU, onCapital), product("tau", onCompute), minus("delta"), minus("rho"))),
    growthSlope: product(quotient(1, "sigma"), sum(onCompute, minus(onCapital))),
    margin: sum("wr", minus("threshold")),
    servicePrice: quotient(product("eta", "w"), "chi"),
    impliedSavingRate: product(sum("growth", "delta"), sum(quotient("alpha", "r"), quotient("computeShare", "w"))),
    consistentTau: quotient(REPORT_THRESHOLD, sum(REPORT_THRESHOLD, "wr")),
  };
}

function inEquilibrium(rule: Rule): Definitions {
  const weight = WEIGHTS[rule];
  return {
    ...TECHNOLOGY,
    productivity: product("A", power(sum(1, minus("serviceSplit")), "beta"), power(quotient("serviceSplit", "eta"), "chi")),
    outputPerStock: product("productivity", power("tau", WITHOUT_ALPHA), power(WITHOUT_TAU, "alpha")),
    stockRatio: quotient("tau", WITHOUT_TAU),
    growth: product(quotient(1, "sigma"), sum(product(...weight, "outputPerStock"), minus("delta"), minus("rho"))),
    growthSlope: product(
      quotient(product(...weight, "productivity"), "sigma"),
      power("tau", sum(minus("alpha"))), power(WITHOUT_TAU, sum("alpha", minus(1))), sum(1, minus("alpha"), minus("tau")),
    ),
    impliedSavingRate: quotient(sum("growth", "delta"), "outputPerStock"),
    r: product("alpha", "productivity", power("stockRatio", WITHOUT_ALPHA)),
    w: product("computeShare", "productivity", power("stockRatio", sum(minus("alpha")))),
    wr: product(REPORT_THRESHOLD, quotient(WITHOUT_TAU, "tau")),
    growthMaximisingTau: WITHOUT_ALPHA,
  };
}

const DEFINITIONS: Readonly<Record<PriceMode, Readonly<Record<Rule, Definitions>>>> = {
  given: { report: atGivenPrices("report"), household: atGivenPrices("household"), planner: atGivenPrices("planner") },
  equilibrium: { report: inEquilibrium("report"), household: inEquilibrium("household"), planner: inEquilibrium("planner") },
};

/**
 * What a name stands for, as MODEL.md writes it in sections 2 to 5; `null` for a parameter that is set, and for what the price mode does
 * not have.
 */
export function definitionOf(name: SymbolName, rule: Rule, prices: PriceMode): Expression | null {
  return DEFINITIONS[prices][rule][name] ?? null;
}
