import { describe, expect, it } from "vitest";
import { describeSamples, median, quantile } from "../../src/benchmark/statistics.ts";

describe("describeSamples", () => {
  it("gives what is computed by hand, in whatever order the samples come", () => {
    // Sorted: 1 2 4 8. Quartiles 1.75 and 5, so IQR 3.25; median 3; the middle half is 2 and 4; p95 at place 2.85.
    const { repeats, median: middle, interquartileMean, p95, min, max, spread } = describeSamples([8, 1, 4, 2]);
    expect([repeats, middle, interquartileMean, min, max]).toEqual([4, 3, 3, 1, 8]);
    expect(p95).toBeCloseTo(4 + 0.85 * 4, 12);
    expect(spread).toBeCloseTo(3.25 / 3, 12);
  });

  it("counts samples that straddle a quarter's end in part", () => {
    // Five samples: 1.25 are left out at both ends, so 2 and 4 count three quarters: (0.75·2 + 3 + 0.75·4) / 2.5.
    expect(describeSamples([1, 2, 3, 4, 100]).interquartileMean).toBeCloseTo(3, 12);
    expect(describeSamples([0, 2, 3, 8, 9]).interquartileMean).toBeCloseTo((1.5 + 3 + 6) / 2.5, 12);
  });

  it("is that sample where there is one", () => {
    expect(describeSamples([7])).toEqual({ repeats: 1, median: 7, interquartileMean: 7, p95: 7, min: 7, max: 7, spread: 0 });
  });

  it("has no spread where every time is 0, and refuses to describe nothing", () => {
    expect(describeSamples([0, 0, 0]).spread).toBe(0);
    expect(() => describeSamples([])).toThrow(RangeError);
  });
});

describe("quantiles", () => {
  it("are linear between neighbours", () => {
    expect([0, 0.25, 0.5, 1].map((at) => quantile([10, 20, 30], at))).toEqual([10, 15, 20, 30]);
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });
});
