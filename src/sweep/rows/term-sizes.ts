import {
  DEFAULT_PARAMETERS, equilibriumWeight, eulerWeights, evaluatePoint, isFeasible, technologyAt, type Parameters, type QuantityName, type QuantityValues,
} from "../../model/index.ts";
import { axisPoint } from "../axes.ts";
import { axisCount, type SweepSpec } from "../spec.ts";

/** Cells that are looked at, at most. */
const MOST_SAMPLES = 4096;

/**
 * How much larger the terms are that a quantity is summed from than the quantity itself, on average over an even sample of a sweep's
 * feasible cells: its rounding errors are proportional to the terms. ∞ where the sample has no feasible cell.
 */
export function cancellation(spec: SweepSpec, field: QuantityName): number {
  const most = Math.max(2, Math.floor(MOST_SAMPLES ** (1 / spec.axes.length)));
  const samples = spec.axes.map((axis) => {
    const count = axisCount(axis);
    const n = Math.min(count, most);
    return Array.from({ length: n }, (_, k) => axisPoint(axis, n === 1 ? 0 : Math.round((k * (count - 1)) / (n - 1))));
  });
  const cells = samples.reduce((product, { length }) => product * length, 1);
  const at = { ...DEFAULT_PARAMETERS, ...spec.fixed };
  let [terms, values] = [0, 0];
  for (let cell = 0; cell < cells; cell++) {
    let rest = cell;
    for (let k = samples.length - 1; k >= 0; k--) {
      at[spec.axes[k].name] = samples[k][rest % samples[k].length];
      rest = Math.floor(rest / samples[k].length);
    }
    if (!isFeasible(at)) continue;
    const { fields } = evaluatePoint(at, spec.rule, spec.prices);
    terms += termSize(spec, field, at, fields);
    values += Math.abs(fields[field] ?? 0);
  }
  return values === 0 ? Infinity : terms / values;
}

/** The sizes of a quantity's terms together; of a product alone, its own. */
function termSize({ prices, rule }: SweepSpec, field: QuantityName, at: Parameters, fields: QuantityValues): number {
  const { computeShare } = technologyAt(at.alpha, at.beta);
  const { onCapital, onCompute, threshold } = eulerWeights(rule, at.alpha, computeShare);
  const [h, d] = [1 / at.sigma, at.delta + at.rho];
  const value = fields[field] ?? 0;
  const [q, p] = [at.r * onCapital, at.wr * at.r * onCompute];
  const isGiven = prices === "given";
  const weight = equilibriumWeight(rule, at.alpha, computeShare);
  const weighed = (fields.growth ?? 0) * at.sigma + d;
  const growth = isGiven ? (q + at.tau * (p + q) + d) * h : (weighed + d) * h;
  if (field === "growth") return growth;
  if (field === "growthSlope") return isGiven ? (p + q) * h : Math.abs(value);
  if (field === "margin") return at.wr + threshold;
  if (field === "discountGap") return at.rho + (at.sigma + 1) * growth;
  if (field !== "impliedSavingRate") return Math.abs(value);
  if (isGiven) return (growth + at.delta) * (at.alpha / at.r + computeShare / (at.wr * at.r));
  return weight * h + (at.delta + d * h) * (weight / weighed);
}
