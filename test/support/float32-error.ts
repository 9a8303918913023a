import {
  equilibriumWeight, eulerWeights, evaluatePoint, technologyAt, type Parameters, type QuantityName,
} from "../../src/model/index.ts";
import type { SweepSpec } from "../../src/sweep/spec.ts";

const TOLERANCE = 2e-5;
/** A product of one factor below all others may be flushed to 0. */
const FLUSHED = 2 ** -126;

/** Whether a GPU's float32 is as near to the float64 value as MODEL.md, section 6 asks. */
export function isWithinFloat32Error(spec: SweepSpec, at: Parameters, field: QuantityName, found: number, value: number): boolean {
  if (found === Math.fround(value)) return true;
  return Math.abs(found - value) <= TOLERANCE * largestTerm(spec, at, field, value) + FLUSHED;
}

/** The largest of the terms that a quantity is summed from. */
function largestTerm(spec: SweepSpec, at: Parameters, field: QuantityName, value: number): number {
  const d = at.delta + at.rho;
  const { computeShare } = technologyAt(at.alpha, at.beta);
  const largest = (...terms: readonly number[]) => Math.max(...terms.map(Math.abs));
  const { onCapital, onCompute, threshold } = eulerWeights(spec.rule, at.alpha, computeShare);
  const [p, q] = [at.wr * at.r * onCompute, at.r * onCapital];
  if (spec.prices === "given") {
    const growth = largest(q, at.tau * p, at.tau * q, d) / at.sigma;
    if (field === "growth") return growth;
    if (field === "growthSlope") return largest(p, q) / at.sigma;
    if (field === "margin") return largest(at.wr, threshold);
    if (field === "discountGap") return largest(at.rho, (at.sigma - 1) * growth);
    if (field === "impliedSavingRate") return largest(growth, at.delta) * largest(at.alpha / at.r, computeShare / (at.wr * at.r));
    return Math.abs(value);
  }
  const weight = equilibriumWeight(spec.rule, at.alpha, computeShare);
  const cell = evaluatePoint(at, spec.rule, spec.prices);
  const my = (cell.fields.growth ?? NaN) * at.sigma + d;
  const growth = largest(my, d) / at.sigma;
  if (field === "growth") return growth;
  if (field === "discountGap") return largest(at.rho, (at.sigma - 1) * growth);
  if (field === "impliedSavingRate") return largest(weight / at.sigma, (at.delta * weight) / my, (d * weight) / my / at.sigma);
  return Math.abs(value);
}
