import type { FieldName, ParameterName, PriceMode, QuantityName } from "../../model/index.ts";

/**
 * How a quantity follows a parameter: it is monotone in it as computed, so that its extremes stand at the axis' ends, and affine in it
 * (`arithmetic`) or in its reciprocal (`harmonic`), so that its mean is its value at that mean of the axis.
 */
export type Following = "arithmetic" | "harmonic";

/** What a parameter is to a quantity: followed, visited point by point, or nothing at all (absent). */
export type AxisRole = Following | "visit";
export type AxisRoles = Readonly<Partial<Record<ParameterName, AxisRole>>>;

const A: AxisRole = "arithmetic";
const H: AxisRole = "harmonic";
const V: AxisRole = "visit";

/** α and β decide which cells are feasible: every quantity visits them. */
const SHARES: AxisRoles = { alpha: V, beta: V };

/** By the expressions of MODEL.md, section 6: where a parameter stands in two terms of opposite direction, it is visited. */
const GIVEN: Readonly<Partial<Record<QuantityName, AxisRoles>>> = {
  growth: { ...SHARES, tau: A, wr: A, r: V, sigma: H, delta: A, rho: A },
  growthSlope: { ...SHARES, wr: A, r: V, sigma: H },
  threshold: SHARES,
  margin: { ...SHARES, wr: A },
  computeShare: SHARES,
  serviceSplit: SHARES,
  servicePrice: { ...SHARES, wr: A, r: A, eta: A },
  profitShare: SHARES,
  impliedSavingRate: { ...SHARES, tau: A, wr: V, r: V, sigma: H, delta: V, rho: A },
  discountGap: { ...SHARES, tau: A, wr: A, r: V, sigma: V, delta: A, rho: V },
  consistentTau: { ...SHARES, wr: V },
};

const EQUILIBRIUM: Readonly<Partial<Record<QuantityName, AxisRoles>>> = {
  growth: { ...SHARES, tau: V, eta: V, A, sigma: H, delta: A, rho: A },
  growthSlope: { ...SHARES, tau: V, eta: V, A, sigma: H },
  threshold: SHARES,
  computeShare: SHARES,
  serviceSplit: SHARES,
  profitShare: SHARES,
  impliedSavingRate: { ...SHARES, tau: V, eta: V, A: H, sigma: V, delta: V, rho: A },
  discountGap: { ...SHARES, tau: V, eta: V, A, sigma: V, delta: A, rho: V },
  productivity: { ...SHARES, eta: V, A },
  r: { ...SHARES, tau: V, eta: V, A },
  w: { ...SHARES, tau: V, eta: V, A },
  wr: { ...SHARES, tau: V },
  growthMaximisingTau: SHARES,
};

export function rolesOf(field: QuantityName, prices: PriceMode): AxisRoles {
  const roles = (prices === "given" ? GIVEN : EQUILIBRIUM)[field];
  if (roles === undefined) throw new RangeError(`${field} is no quantity of ${prices} prices.`);
  return roles;
}

/** How classes or flags are counted: the parameters that they depend on, and the one along which they are monotone as computed. */
export interface CountRoles {
  readonly visited: readonly ParameterName[];
  readonly followed: ParameterName;
  /** Stands next to the followed one: from row to row along it, changes move little. */
  readonly beside: ParameterName;
  readonly fields: readonly FieldName[];
}

export const CLASS_ROLES: Readonly<Record<PriceMode, CountRoles>> = {
  given: { visited: ["alpha", "beta", "r"], followed: "wr", beside: "beta", fields: [] },
  equilibrium: { visited: ["alpha", "beta"], followed: "tau", beside: "beta", fields: [] },
};

export const FLAG_ROLES: Readonly<Record<PriceMode, CountRoles>> = {
  given: { visited: ["alpha", "beta", "wr", "r", "sigma", "delta", "rho"], followed: "tau", beside: "wr", fields: ["status"] },
  equilibrium: { visited: ["alpha", "beta", "tau", "eta", "sigma", "delta", "rho"], followed: "A", beside: "tau", fields: ["status"] },
};
