import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAdmissible } from "../../src/model/index.ts";
import { admissibleRange, axisPoint, axisPoints, firstNotIncreasing } from "../../src/sweep/axes.ts";
import type { RangeAxis } from "../../src/sweep/spec.ts";

const range = (changes: Partial<RangeAxis>): RangeAxis => ({ name: "tau", min: 0.1, max: 0.7, count: 4, spacing: "linear", ...changes });

describe("points of an axis", () => {
  it("follow the formula of MODEL.md, the last exactly max", () => {
    expect([...axisPoints(range({}))]).toEqual([0.1, 0.1 + ((0.7 - 0.1) * 1) / 3, 0.1 + ((0.7 - 0.1) * 2) / 3, 0.7]);
    expect([...axisPoints(range({ name: "wr", min: 0.1, max: 1000, count: 5, spacing: "log" }))].map((x) => Number(x.toPrecision(12))))
      .toEqual([0.1, 1, 10, 100, 1000]);
    expect([...axisPoints(range({ count: 1 }))]).toEqual([0.1]);
  });

  it("stay within the ends and increase, for any range and spacing", () => {
    const axis = fc.record({
      min: fc.double({ min: 1e-6, max: 1e3, noNaN: true }), width: fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
      count: fc.integer({ min: 2, max: 300 }), spacing: fc.constantFrom("linear", "log"),
    });
    fc.assert(fc.property(axis, ({ min, width, count, spacing }) => {
      const points = axisPoints(range({ name: "wr", min, max: min + width, count, spacing }));
      expect(points[0]).toBeGreaterThanOrEqual(min * (1 - 2 ** -50));
      expect(points[count - 1]).toBe(min + width);
      expect(firstNotIncreasing(range({ name: "wr", min, max: min + width, count, spacing }))).toBeNull();
    }));
  });

  it("reads −0 as 0 in a list", () => {
    expect(Object.is(axisPoint({ name: "delta", values: [-0, 0.1] }, 0), 0)).toBe(true);
  });

  it("tells a long axis that floats can hold from one that they cannot, without walking it", () => {
    expect(firstNotIncreasing(range({ count: 2 ** 40 }))).toBeNull();
    expect(firstNotIncreasing(range({ min: 0.5, max: 0.5 + 2 ** -20, count: 2 ** 40 }))).not.toBeNull();
  });
});

describe("admissibleRange", () => {
  it("is where a test of every point says, for axes that reach outside at both ends", () => {
    const ends = fc.tuple(fc.double({ min: -2, max: 3, noNaN: true }), fc.double({ min: 0.01, max: 4, noNaN: true }));
    fc.assert(fc.property(ends, fc.integer({ min: 2, max: 60 }), fc.constantFrom("tau", "delta", "sigma", "wr"), ([min, width], count, name) => {
      const axis = range({ name, min, max: min + width, count });
      const inside = [...axisPoints(axis)].map((x) => isAdmissible(name, x));
      const { from, to } = admissibleRange(axis);
      expect(inside.map((is, i) => is === (i >= from && i < to)).every(Boolean)).toBe(true);
    }));
  });
});
