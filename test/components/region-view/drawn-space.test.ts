import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { displayPoint, pickedParameters, wallSegment } from "../../../src/components/region-view/drawn-space.ts";
import { DEFAULT_PARAMETERS, isFeasible, PARAMETERS, PRICE_MODES } from "../../../src/model/index.ts";

const side = fc.double({ min: 0, max: 1, noNaN: true });

describe.each(PRICE_MODES)("with prices %s", (prices) => {
  test("wherever a person picks there is an economy, on the wall α+β = 1 too", () => {
    fc.assert(fc.property(side, side, side, (x, y, z) => {
      const { alpha, beta } = PARAMETERS;
      const sum = alpha.view.min + beta.view.min + x * (alpha.view.max - alpha.view.min) + y * (beta.view.max - beta.view.min);
      fc.pre(sum <= 1.0001);
      expect(isFeasible({ ...DEFAULT_PARAMETERS, ...pickedParameters([x, y, z], prices) })).toBe(true);
    }));
    const [from, to] = wallSegment();
    for (const [x, y] of [from, to]) expect(isFeasible({ ...DEFAULT_PARAMETERS, ...pickedParameters([x, y, 0.5], prices) })).toBe(true);
  });

  test("the marker stands where the point was picked", () => {
    const shown = displayPoint({ ...DEFAULT_PARAMETERS, ...pickedParameters([0.3, 0.4, 0.6], prices) }, prices);
    [0.3, 0.4, 0.6].forEach((position, k) => expect(shown?.[k]).toBeCloseTo(position, 3));
  });

  test("there is no marker for a point outside the box", () => {
    expect(displayPoint({ ...DEFAULT_PARAMETERS, alpha: 0.01 }, prices)).toBeNull();
  });
});
