import { ABOVE_ONE, BELOW_ONE, BIT_SAVING, BIT_TRANSVERSALITY, CODE_BOUNDARY, CODE_NEGATIVE, CODE_POSITIVE } from "../../layout";

/*
 * The expressions of MODEL.md, section 6, one cell at a time, operation by operation. Every engine that computes in
 * float64 returns these bits; the SIMD kernels are tested against them cell by cell.
 */

/** R12 at given prices: g = ((q+τ·t)−d)·h with t = p−q. */
export function growthAtGivenPrices(q: f64, t: f64, tau: f64, impatience: f64, patience: f64): f64 {
  return (q + tau * t - impatience) * patience;
}

/** s = (g+δ)·(α/r+D/w). */
export function savingAtGivenPrices(growth: f64, delta: f64, alpha: f64, r: f64, computeShare: f64, w: f64): f64 {
  return (growth + delta) * (alpha / r + computeShare / w);
}

/** g = (m·y−d)·h in equilibrium, y = B·E. */
export function growthInEquilibrium(weight: f64, y: f64, impatience: f64, patience: f64): f64 {
  return (weight * y - impatience) * patience;
}

/** s = m·h+(δ−d·h)·(1/y) in equilibrium. */
export function savingInEquilibrium(weight: f64, patience: f64, delta: f64, impatience: f64, y: f64): f64 {
  return weight * patience + (delta - impatience * patience) * (1.0 / y);
}

/** ρ+(σ−1)·g; utility is finite where it is positive. */
export function discountGap(rho: f64, sigmaLessOne: f64, growth: f64): f64 {
  return rho + sigmaLessOne * growth;
}

/** Sign of p−q where it is certain, else boundary. */
export function signCode(p: f64, q: f64): i32 {
  if (p * BELOW_ONE > q * ABOVE_ONE) return CODE_POSITIVE;
  if (p * ABOVE_ONE < q * BELOW_ONE) return CODE_NEGATIVE;
  return CODE_BOUNDARY;
}

/** Status bits of a feasible cell. */
export function statusCode(saving: f64, gap: f64): i32 {
  let bits: i32 = 0;
  if (!(saving > 0.0 && saving < 1.0)) bits |= BIT_SAVING;
  if (!(gap > 0.0)) bits |= BIT_TRANSVERSALITY;
  return bits;
}
