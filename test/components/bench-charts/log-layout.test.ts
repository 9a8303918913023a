import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logAxis, spreadLabels } from "../../../src/components/bench-charts/log-layout.ts";

const positive = fc.double({ min: 1e-9, max: 1e12, noNaN: true });

describe("a logarithmic axis", () => {
  it("holds every value within its range, in order, and gives equal ratios equal lengths", () => {
    fc.assert(fc.property(fc.array(positive, { minLength: 1, maxLength: 8 }), (values) => {
      const { place } = logAxis(values, [200, 10]);
      for (const value of values) {
        expect(place(value)).toBeLessThanOrEqual(200);
        expect(place(value)).toBeGreaterThanOrEqual(10);
      }
      expect(place(values[0]) - place(values[0] * 2)).toBeCloseTo(place(5) - place(10), 6);
    }));
  });

  it("has two to six round ticks within its ends", () => {
    fc.assert(fc.property(fc.array(positive, { minLength: 1, maxLength: 8 }), (values) => {
      const { ticks, place } = logAxis(values, [200, 10]);
      expect(ticks.length).toBeGreaterThanOrEqual(1);
      expect(ticks.length).toBeLessThanOrEqual(7);
      for (const tick of ticks) {
        expect([1, 2, 5]).toContain(Number(tick.toExponential(3).split("e")[0]));
        expect(place(tick)).toBeGreaterThanOrEqual(10 - 1e-6);
        expect(place(tick)).toBeLessThanOrEqual(200 + 1e-6);
      }
    }));
  });

  it("stands where nothing can be placed", () => {
    expect(logAxis([0, -1], [0, 100]).place(1)).toBeGreaterThan(0);
  });
});

describe("labels", () => {
  it("never overlap, keep their order, and stay where they are if there is room", () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { maxLength: 6 }), (places) => {
      const spread = spreadLabels(places.map((at) => ({ text: "", at })), 13);
      for (const [k, { at, y }] of spread.entries()) {
        expect(y).toBeGreaterThanOrEqual(at);
        if (k > 0) expect(y - spread[k - 1].y).toBeGreaterThanOrEqual(13 - 1e-9);
      }
    }));
    expect(spreadLabels([{ text: "b", at: 50 }, { text: "a", at: 10 }], 13).map(({ text, y }) => [text, y])).toEqual([["a", 10], ["b", 50]]);
  });
});
