import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { displayPoint, pickedParameters, wallLine } from "../../../src/components/region-view/drawn-space.ts";
import { isFeasible, PARAMETERS, PRICE_MODES } from "../../../src/model/index.ts";
import { withAxes, withRange } from "../../../src/state/axes.ts";
import { DEFAULT_STATE, withParameter, withParameters, withPrices } from "../../../src/state/explorer-state.ts";

const side = fc.double({ min: 0, max: 1, noNaN: true });

describe.each(PRICE_MODES)("with prices %s", (prices) => {
  const space = withPrices(DEFAULT_STATE, prices);

  test("wherever a person picks there is an economy, on the wall α+β = 1 too", () => {
    fc.assert(fc.property(side, side, side, (x, y, z) => {
      const { alpha, beta } = PARAMETERS;
      const sum = alpha.view.min + beta.view.min + x * (alpha.view.max - alpha.view.min) + y * (beta.view.max - beta.view.min);
      fc.pre(sum <= 1.0001);
      expect(isFeasible(withParameters(space, pickedParameters([x, y, z], space)).parameters)).toBe(true);
    }));
    for (const [x, y] of wallLine(space)?.points ?? []) expect(isFeasible(withParameters(space, pickedParameters([x, y, 0.5], space)).parameters)).toBe(true);
  });

  test("the marker stands where the point was picked", () => {
    const shown = displayPoint(withParameters(space, pickedParameters([0.3, 0.4, 0.6], space)));
    [0.3, 0.4, 0.6].forEach((position, k) => expect(shown?.[k]).toBeCloseTo(position, 3));
  });

  test("there is no marker for a point outside the box", () => {
    expect(displayPoint(withParameter(space, "alpha", 0.01))).toBeNull();
  });
});

describe("over other axes", () => {
  test("the wall is where α meets 1−β as it is set, and a pick beyond it is taken from just before", () => {
    const space = withAxes(DEFAULT_STATE, ["tau", "sigma", "alpha", "wr"]);
    const line = wallLine(space);
    expect(line?.over).toEqual([2, 0]);
    const [[place]] = line?.points ?? [[NaN]];
    expect(PARAMETERS.alpha.view.min + place * (PARAMETERS.alpha.view.max - PARAMETERS.alpha.view.min)).toBeCloseTo(0.75, 12);
    expect(isFeasible(withParameters(space, pickedParameters([0.5, 0.5, 1], space)).parameters)).toBe(true);
  });

  test("there is no wall where neither elasticity is an axis, nor where it lies outside the box", () => {
    expect(wallLine(withAxes(DEFAULT_STATE, ["tau", "sigma", "wr", "alpha"]))).toBeNull();
    const low = (["alpha", "beta"] as const).reduce((space, name) => withRange(space, name, { min: 0.1, max: 0.4, spacing: "linear" }), DEFAULT_STATE);
    expect(wallLine(low)).toBeNull();
  });

  test("over a logarithmic axis the wall is a curve on which α+β = 1 all along", () => {
    const space = withRange(DEFAULT_STATE, "alpha", { min: 0.1, max: 0.9, spacing: "log" });
    const { points } = wallLine(space) ?? { points: [] };
    expect(points.length).toBeGreaterThan(10);
    for (const [x, y] of points) expect(0.1 * 9 ** x + 0.05 + 0.85 * y).toBeCloseTo(1, 12);
  });
});
