/** The report's equations as it prints them, for numeric derivatives: shares no code with the product. */
export interface Economy {
  readonly alpha: number;
  readonly beta: number;
  readonly eta: number;
  readonly A: number;
}

/** R1: Y = A (H̄K)^α H^β X^χ. */
export function output({ alpha, beta, A }: Economy, K: number, H: number, X: number, average = 1): number {
  return A * Math.exp(alpha * (Math.log(average) + Math.log(K)) + beta * Math.log(H) + (1 - alpha - beta) * Math.log(X));
}

/** Central difference of a function of one variable, good to about 1e-10 of its size where it bends gently. */
export function derivative(f: (x: number) => number, x: number): number {
  const step = 1e-3 * x;
  return (f(x - 2 * step) - 8 * f(x - step) + 8 * f(x + step) - f(x + 2 * step)) / (12 * step);
}

/** Elasticity of f in x, over a doubling: differences of what is a difference itself would drown in rounding. */
export function elasticity(f: (x: number) => number, x: number): number {
  return Math.log2(f(2 * x) / f(x));
}
