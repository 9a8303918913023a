import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { colourExponent, colourRangeOver, medianOf, middleOf } from "../../src/state/colour-range.ts";

const all = (values: readonly number[]) => values.map((_, k) => k);

describe("the exponent of a colour scale", () => {
  it("brings the median of crowded values to the middle", () => {
    const crowded = Array.from({ length: 1001 }, (_, k) => 0.01 + 0.4 * (k / 1000) ** 3);
    const range = [0.01, 0.41] as const;
    const exponent = colourExponent(medianOf(crowded, all(crowded)), range);
    expect(middleOf([...range, exponent])).toBeCloseTo(0.01 + 0.4 / 8, 2);
  });

  it("leaves values alone that are spread evenly, and has none to give without values or a range", () => {
    const even = Array.from({ length: 100 }, (_, k) => k);
    expect(colourExponent(medianOf(even, all(even)), [0, 99])).toBe(1);
    expect(colourExponent(medianOf([], []), [0, 1])).toBe(1);
    expect(colourExponent(medianOf([NaN], [0]), [0, 1])).toBe(1);
    expect(colourExponent(medianOf([2, 2], [0, 1]), [2, 2])).toBe(1);
  });

  it("is bounded whatever the values, and its middle lies within the range", () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (values) => {
      const exponent = colourExponent(medianOf(values, all(values)), [0, 1]);
      expect(exponent).toBeGreaterThanOrEqual(0.25);
      expect(exponent).toBeLessThanOrEqual(4);
      expect(middleOf([0, 1, exponent])).toBeGreaterThan(0);
      expect(middleOf([0, 1, exponent])).toBeLessThan(1);
    }));
  });
});

describe("the scale of two scenes", () => {
  const extent = fc.record({ low: fc.double({ min: -1, max: 0, noNaN: true }), high: fc.double({ min: 0.5, max: 1, noNaN: true }), median: fc.option(fc.double({ min: 0, max: 0.5, noNaN: true })) });

  it("is one, whichever comes first, and holds both", () => {
    fc.assert(fc.property(extent, extent, (one, other) => {
      const range = colourRangeOver([one, other]);
      expect(range).toEqual(colourRangeOver([other, one]));
      expect(range?.[0]).toBe(Math.min(one.low, other.low));
      expect(range?.[1]).toBe(Math.max(one.high, other.high));
    }));
  });

  it("is bent to what both crowd about, as that of one is, and there is none without scenes", () => {
    const crowded = { low: 0, high: 1, median: 0.05 };
    expect(colourRangeOver([crowded, crowded])).toEqual(colourRangeOver([crowded]));
    expect(colourRangeOver([crowded, { low: 0, high: 1, median: 0.95 }])).toEqual([0, 1, 1]);
    expect(colourRangeOver([])).toBeNull();
  });
});
