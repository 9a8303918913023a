import { PARAMETER_NAMES, PARAMETERS, SMALLEST_CHI, type ParameterName, type PriceMode, type Rule } from "../../model/index.ts";

/**
 * The model's arithmetic as text, operation by operation as MODEL.md, section 6 writes it: names, numbers, + − * /, brackets and calls of
 * `power`, `min` and `max`, which Python, R and Julia read alike. Every script is made from these rows, and a test evaluates them against the model.
 */
export interface Definition {
  readonly name: string;
  readonly expression: string;
}

const define = (name: string, expression: string): Definition => ({ name, expression });

/** What (α, β) alone decide. */
const TECHNOLOGY: readonly Definition[] = [
  define("chi", "(1.0 - max(alpha, beta)) - min(alpha, beta)"),
  define("computeShare", "beta + chi * chi"),
];

interface Weights {
  readonly onCapital: string;
  readonly onCompute: string;
  readonly threshold: string;
  /** m of section 5. */
  readonly equilibrium: string;
}

/** Section 4: what each rule puts on r and on w. */
const WEIGHTS: Readonly<Record<Rule, Weights>> = {
  report: { onCapital: "1.0 / alpha", onCompute: "1.0 / computeShare", threshold: "computeShare / alpha", equilibrium: "2.0" },
  household: { onCapital: "1.0", onCompute: "1.0", threshold: "1.0", equilibrium: "alpha + computeShare" },
  planner: { onCapital: "1.0", onCompute: "(1.0 - alpha) / computeShare", threshold: "computeShare / (1.0 - alpha)", equilibrium: "1.0" },
};

/** Defines `p` and `q`, the two sides whose order is the sign of ∂g/∂τ, and what they need. */
function signDefinitions(rule: Rule, prices: PriceMode): readonly Definition[] {
  if (prices === "equilibrium") return [define("p", "1.0"), define("q", "alpha + tau")];
  const { onCapital, onCompute } = WEIGHTS[rule];
  return [
    define("w", "wr * r"),
    define("onCompute", onCompute),
    define("onCapital", onCapital),
    define("p", "w * onCompute"),
    define("q", "r * onCapital"),
  ];
}

/** What both price modes begin and end with. */
const SHARED_FIRST: readonly Definition[] = [
  define("serviceSplit", "(chi * chi) / computeShare"),
  define("reportThreshold", "computeShare / alpha"),
  define("patience", "1.0 / sigma"),
  define("d", "delta + rho"),
];
const DISCOUNT_GAP = define("discountGap", "rho + (sigma - 1.0) * growth");

function givenDefinitions(rule: Rule): readonly Definition[] {
  return [
    define("t", "p - q"),
    define("growth", "((q + tau * t) - d) * patience"),
    define("growthSlope", "t * patience"),
    define("threshold", WEIGHTS[rule].threshold),
    define("margin", "wr - threshold"),
    define("servicePrice", "(eta * w) / chi"),
    define("profitShare", "chi * (alpha + beta)"),
    define("impliedSavingRate", "(growth + delta) * (alpha / r + computeShare / w)"),
    DISCOUNT_GAP,
    define("consistentTau", "reportThreshold / (reportThreshold + wr)"),
  ];
}

function equilibriumDefinitions(rule: Rule): readonly Definition[] {
  return [
    define("growthMaximisingTau", "1.0 - alpha"),
    define("perLevel", "power(beta / computeShare, beta) * power(serviceSplit / eta, chi)"),
    define("weight", WEIGHTS[rule].equilibrium),
    define("level", "power(tau, growthMaximisingTau) * power(1.0 - tau, alpha)"),
    define("slope", "level * ((growthMaximisingTau - tau) / (tau * (1.0 - tau)))"),
    define("productivity", "A * perLevel"),
    define("y", "productivity * level"),
    define("growth", "(weight * y - d) * patience"),
    define("growthSlope", "(weight * (productivity * slope)) * patience"),
    define("impliedSavingRate", "weight * patience + (delta - d * patience) * (1.0 / y)"),
    DISCOUNT_GAP,
    define("r", "productivity * (alpha * (level / (1.0 - tau)))"),
    define("w", "productivity * (computeShare * (level / tau))"),
    define("wr", "reportThreshold * ((1.0 - tau) / tau)"),
  ];
}

/** The rows of one model: each needs only parameters and rows before it, those of `sign` the ones of `technology`. */
export interface Definitions {
  readonly technology: readonly Definition[];
  readonly sign: readonly Definition[];
  readonly quantities: readonly Definition[];
}

export function definitionsOf(rule: Rule, prices: PriceMode): Definitions {
  return {
    technology: TECHNOLOGY,
    sign: signDefinitions(rule, prices),
    quantities: [...SHARED_FIRST, ...(prices === "given" ? givenDefinitions(rule) : equilibriumDefinitions(rule))],
  };
}

/** Comparisons of section 6, over the rows above and `tolerance`, 2⁻⁴⁶. */
export const COMPARISONS = {
  positive: "p * (1.0 - tolerance) > q * (1.0 + tolerance)",
  negative: "p * (1.0 + tolerance) < q * (1.0 - tolerance)",
  savingAbove: "impliedSavingRate > 0.0",
  savingBelow: "impliedSavingRate < 1.0",
  transversality: "discountGap > 0.0",
} as const;

/** All of these hold where a point is feasible. `number` writes a constant. */
export function feasibilityComparisons(number: (value: number) => string): readonly string[] {
  const inDomain = (name: ParameterName): string[] => {
    const { min, max, maxInclusive } = PARAMETERS[name].domain;
    return [`${name} >= ${number(min)}`, `${name} ${maxInclusive ? "<=" : "<"} ${number(max)}`];
  };
  return [...PARAMETER_NAMES.flatMap(inDomain), `chi > ${number(SMALLEST_CHI)}`];
}

/** Point i, from 0, of an axis of `count` points from `low` to `high`; then never above `high`, and the last exactly `high`. */
export const AXIS_EXPRESSIONS = {
  linear: "low + ((high - low) * i) / (count - 1)",
  log: "low * power(high / low, i / (count - 1))",
} as const;
