import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { niceTicks } from "../../src/scene/nice-ticks.ts";

const labels = (...inputs: Parameters<typeof niceTicks>): readonly string[] => niceTicks(...inputs).map(({ label }) => label);

describe("linear ticks", () => {
  test("stand at round values inside the axis, written without rounding dust", () => {
    expect(labels(0.05, 0.9, 5, "linear")).toEqual(["0.2", "0.4", "0.6", "0.8"]);
    expect(labels(0, 1, 11, "linear")).toEqual(["0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9", "1"]);
    expect(labels(-3, 3, 7, "linear")).toEqual(["−3", "−2", "−1", "0", "1", "2", "3"]);
  });

  test("have the position of their value", () => {
    expect(niceTicks(0.1, 0.3, 3, "linear").map(({ position }) => position)).toEqual([0, expect.closeTo(0.5, 12), 1]);
  });
});

describe("log ticks", () => {
  test("take the fullest of 1-9, 1-2-5, 1-3 and powers of ten for which there is room", () => {
    expect(labels(0.1, 10, 7, "log")).toEqual(["0.1", "0.2", "0.5", "1", "2", "5", "10"]);
    expect(labels(0.1, 10, 5, "log")).toEqual(["0.1", "0.3", "1", "3", "10"]);
    expect(labels(0.1, 10, 3, "log")).toEqual(["0.1", "1", "10"]);
  });

  test("skip decades where there are many, and fall back to round steps where there is less than one", () => {
    expect(labels(1e-6, 1e6, 5, "log")).toEqual(["10⁻⁶", "0.001", "1", "1000", "10⁶"]);
    expect(labels(1.1, 1.9, 5, "log")).toEqual(["1.2", "1.4", "1.6", "1.8"]);
  });

  test("are even in logarithms", () => {
    expect(niceTicks(0.1, 10, 3, "log").map(({ position }) => position)).toEqual([0, expect.closeTo(0.5, 12), 1]);
  });
});

test("an axis of one point has one tick, at its start", () => {
  expect(niceTicks(0.35, 0.35, 5, "linear")).toEqual([{ value: 0.35, position: 0, label: "0.35" }]);
});

test("refuses ends that are no axis", () => {
  expect(() => niceTicks(2, 1, 5, "linear")).toThrow(RangeError);
  expect(() => niceTicks(0, Number.NaN, 5, "linear")).toThrow(RangeError);
  expect(() => niceTicks(0, 1, 5, "log")).toThrow("min > 0");
});

test("any axis gets between one and the wanted number of ticks, in order, on the axis, no label twice", () => {
  const end = fc.double({ min: 1e-9, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(end, fc.double({ min: 1.5, max: 1e6, noNaN: true }), fc.integer({ min: 3, max: 12 }), fc.constantFrom("linear" as const, "log" as const), (min, ratio, count, spacing) => {
      const ticks = niceTicks(min, min * ratio, count, spacing);
      expect(ticks.length).toBeGreaterThanOrEqual(1);
      expect(ticks.length).toBeLessThanOrEqual(count);
      expect(new Set(ticks.map(({ label }) => label)).size).toBe(ticks.length);
      ticks.forEach(({ value, position }, index) => {
        expect(position).toBeGreaterThanOrEqual(0);
        expect(position).toBeLessThanOrEqual(1);
        expect(value).toBeGreaterThan(ticks[index - 1]?.value ?? 0);
      });
    }),
  );
});
