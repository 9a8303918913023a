/** Corners of the triangle in its own units: β = 1 at the right, χ = 1 at the top, α = 1 at the left. */
export const TRIANGLE_WIDTH = 200;
export const TRIANGLE_HEIGHT = (TRIANGLE_WIDTH * Math.sqrt(3)) / 2;

/** Where (α, β, χ = 1−α−β) stands; x to the right, y downwards. */
export function toPoint(alpha: number, beta: number): readonly [number, number] {
  const chi = 1 - alpha - beta;
  return [TRIANGLE_WIDTH * (beta + chi / 2), TRIANGLE_HEIGHT * (1 - chi)];
}

/** The nearest (α, β) with every share at least `least`. */
export function fromPoint(x: number, y: number, least: number): readonly [alpha: number, beta: number] {
  const chi = within(1 - y / TRIANGLE_HEIGHT, least, 1 - 2 * least);
  const beta = within(x / TRIANGLE_WIDTH - chi / 2, least, 1 - chi - least);
  return [1 - chi - beta, beta];
}

function within(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
