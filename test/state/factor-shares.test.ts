import fc from "fast-check";
import { expect, it } from "vitest";
import { factorShares, factorShareTable } from "../../src/state/factor-shares.ts";

it("the factor shares use up output, whatever the technology", () => {
  const feasible = fc.tuple(fc.double({ min: 0.01, max: 0.97, noNaN: true }), fc.double({ min: 0.01, max: 0.98, noNaN: true })).filter(([alpha, beta]) => alpha + beta < 0.99);
  fc.assert(fc.property(feasible, ([alpha, beta]) => {
    const shares = factorShares(alpha, beta);
    expect(shares.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(1, 12);
    expect(shares.every(({ value }) => value > 0)).toBe(true);
    expect(factorShareTable(shares, "zh").rows.map(([formula]) => formula)).toEqual(["α", "β", "χ²", "χ(α+β)"]);
  }));
});
