import pow from "@stdlib/math-base-special-pow";

/**
 * x^y with the same bits on every host (MODEL.md, section 6). `Math.pow` differs between engines in the last bit, so no
 * other power function may appear on the float64 path. Powers are used in tables and axes only, never per cell.
 */
export const power: (base: number, exponent: number) => number = pow;
