import { power } from "./power.ts";

/** What depends on (α, β) alone (MODEL.md, sections 1 and 2). All are dimensionless. */
export interface Technology {
  /** χ = 1−α−β, exact where cancellation would hurt. */
  readonly chi: number;
  /** D = β+χ², income share of all compute capital. */
  readonly computeShare: number;
  /** γ = χ²/D (R8), share of compute capital that the service firm leases. */
  readonly serviceSplit: number;
  /** χ(α+β), income share of the service monopoly's profit. */
  readonly profitShare: number;
  /** Θ = D/α under the report's rule (R13). */
  readonly reportThreshold: number;
}

/** Smallest χ that counts as feasible is just above this: a nominal α+β = 1 is infeasible on every grid. */
export const SMALLEST_CHI: number = 2 ** -46;

/** χ = (1−max(α,β))−min(α,β), in that order (MODEL.md, section 6). */
export function serviceElasticity(alpha: number, beta: number): number {
  return 1 - Math.max(alpha, beta) - Math.min(alpha, beta);
}

export function technologyAt(alpha: number, beta: number): Technology {
  const chi = serviceElasticity(alpha, beta);
  const chiSquared = chi * chi;
  const computeShare = beta + chiSquared;
  return {
    chi,
    computeShare,
    serviceSplit: chiSquared / computeShare,
    profitShare: chi * (alpha + beta),
    reportThreshold: computeShare / alpha,
  };
}

/** b = B/A of MODEL.md, section 5: (1−γ)^β (γ/η)^χ by the canonical expression. */
export function productivityPerLevel(technology: Technology, beta: number, eta: number): number {
  const { chi, computeShare, serviceSplit } = technology;
  return power(beta / computeShare, beta) * power(serviceSplit / eta, chi);
}

/** E = τ^(1−α) (1−τ)^α and F = ∂E/∂τ of MODEL.md, section 6. */
export interface StockIndex {
  readonly level: number;
  readonly slope: number;
}

export function stockIndexAt(alpha: number, tau: number): StockIndex {
  const rest = 1 - alpha;
  const level = power(tau, rest) * power(1 - tau, alpha);
  return { level, slope: level * ((rest - tau) / (tau * (1 - tau))) };
}
