import { CLASS_INFEASIBLE, signClass, STATUS_BITS, type SignClass } from "./classes.ts";
import { isFeasible } from "./feasibility.ts";
import type { Parameters, PriceMode } from "./parameters.ts";
import { quantitiesOf, type QuantityName } from "./quantities.ts";
import { equilibriumWeight, eulerWeights, type Rule } from "./rules.ts";
import { productivityPerLevel, stockIndexAt, technologyAt } from "./technology.ts";

/** The quantities of one price mode; others are absent. Units as in `FIELDS`. */
export type QuantityValues = Readonly<Partial<Record<QuantityName, number>>>;

/** Every quantity at one point; in an infeasible point all fields are NaN. */
export interface PointEvaluation {
  readonly fields: QuantityValues;
  readonly class: SignClass;
  /** Bits of `STATUS_BITS`. */
  readonly status: number;
}

/**
 * Evaluates the model at one point, operation by operation as MODEL.md, section 6 writes it: the kernels return the same
 * bits. Parameters may lie anywhere; outside the feasible set the answer says so.
 */
export function evaluatePoint(parameters: Parameters, rule: Rule, prices: PriceMode): PointEvaluation {
  if (!isFeasible(parameters)) return infeasible(prices);
  return prices === "given" ? atGivenPrices(parameters, rule) : inEquilibrium(parameters, rule);
}

function infeasible(prices: PriceMode): PointEvaluation {
  const fields = Object.fromEntries(quantitiesOf(prices).map((name) => [name, NaN]));
  return { fields, class: CLASS_INFEASIBLE, status: STATUS_BITS.infeasible };
}

/** Sections 2 to 4: r and ω free. */
function atGivenPrices(parameters: Parameters, rule: Rule): PointEvaluation {
  const { alpha, beta, tau, wr, r, sigma, delta, rho, eta } = parameters;
  const technology = technologyAt(alpha, beta);
  const { chi, computeShare, reportThreshold } = technology;
  const weights = eulerWeights(rule, alpha, computeShare);
  const patience = 1 / sigma;
  const w = wr * r;
  const p = w * weights.onCompute;
  const q = r * weights.onCapital;
  const t = p - q;
  const growth = (q + tau * t - (delta + rho)) * patience;
  const impliedSavingRate = (growth + delta) * (alpha / r + computeShare / w);
  const discountGap = rho + (sigma - 1) * growth;
  return {
    fields: {
      growth,
      growthSlope: t * patience,
      threshold: weights.threshold,
      margin: wr - weights.threshold,
      computeShare,
      serviceSplit: technology.serviceSplit,
      servicePrice: (eta * w) / chi,
      profitShare: technology.profitShare,
      impliedSavingRate,
      discountGap,
      consistentTau: reportThreshold / (reportThreshold + wr),
    },
    class: signClass(p, q),
    status: statusOf(impliedSavingRate, discountGap),
  };
}

/** Section 5: r, w and ω are outcomes of τ. */
function inEquilibrium(parameters: Parameters, rule: Rule): PointEvaluation {
  const { alpha, beta, tau, sigma, delta, rho, eta, A } = parameters;
  const technology = technologyAt(alpha, beta);
  const { computeShare, serviceSplit, reportThreshold } = technology;
  const stocks = stockIndexAt(alpha, tau);
  const weight = equilibriumWeight(rule, alpha, computeShare);
  const patience = 1 / sigma;
  const d = delta + rho;
  const productivity = A * productivityPerLevel(technology, beta, eta);
  const y = productivity * stocks.level;
  const growth = (weight * y - d) * patience;
  const impliedSavingRate = weight * patience + (delta - d * patience) * (1 / y);
  const discountGap = rho + (sigma - 1) * growth;
  return {
    fields: {
      growth,
      growthSlope: weight * (productivity * stocks.slope) * patience,
      serviceSplit,
      impliedSavingRate,
      discountGap,
      productivity,
      r: productivity * (alpha * (stocks.level / (1 - tau))),
      w: productivity * (computeShare * (stocks.level / tau)),
      wr: reportThreshold * ((1 - tau) / tau),
      growthMaximisingTau: 1 - alpha,
    },
    class: signClass(1, alpha + tau),
    status: statusOf(impliedSavingRate, discountGap),
  };
}

/** Bits of `STATUS_BITS` of a feasible point (MODEL.md, section 6). */
export function statusOf(impliedSavingRate: number, discountGap: number): number {
  const saving = impliedSavingRate > 0 && impliedSavingRate < 1 ? 0 : STATUS_BITS.saving;
  const transversality = discountGap > 0 ? 0 : STATUS_BITS.transversality;
  return saving | transversality;
}
