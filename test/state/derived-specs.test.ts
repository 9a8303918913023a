import { describe, expect, it } from "vitest";
import { PRICE_MODES, RULES } from "../../src/model/index.ts";
import { sweepSpecOf } from "../../src/state/derived-specs.ts";
import { surfaceRequests } from "../../src/state/drawn-surfaces.ts";
import { DEFAULT_STATE, RESOLUTIONS, withParameter, withPrices } from "../../src/state/explorer-state.ts";
import { axisPoints } from "../../src/sweep/axes.ts";
import { cellCount } from "../../src/sweep/spec.ts";

describe("the sweeps of a state", () => {
  it("have four axes of 64 points, 16,777,216 cells, with the drawn ones last", () => {
    const spec = sweepSpecOf(DEFAULT_STATE);
    expect(cellCount(spec)).toBe(16_777_216);
    expect(spec.axes.map(({ name }) => name)).toEqual(["tau", "alpha", "beta", "wr"]);
    expect(sweepSpecOf(withPrices(DEFAULT_STATE, "equilibrium")).axes.map(({ name }) => name)).toEqual(["A", "alpha", "beta", "tau"]);
  });

  it("are valid for every rule, price mode and resolution", () => {
    for (const prices of PRICE_MODES) for (const rule of RULES) for (const resolution of RESOLUTIONS) {
      const state = { ...withPrices(DEFAULT_STATE, prices), rule, resolution };
      expect(cellCount(surfaceRequests(state).region.spec)).toBe(resolution ** 3);
      expect(cellCount(sweepSpecOf(state))).toBe(resolution ** 4);
    }
  });

  it("have the default τ among the points of the fourth axis, so that the first picture is a layer of the sweep", () => {
    expect([...axisPoints(sweepSpecOf(DEFAULT_STATE).axes[0])]).toContain(DEFAULT_STATE.parameters.tau);
  });

  it("draw the layer at the fourth parameter, which alone tells two layers of a sweep apart", () => {
    const moved = withParameter(DEFAULT_STATE, "tau", 0.5);
    expect(surfaceRequests(moved).region.spec.fixed.tau).toBe(0.5);
    expect(surfaceRequests(moved).region.spec.axes.map(({ name }) => name)).toEqual(["alpha", "beta", "wr"]);
    expect(sweepSpecOf(moved)).toEqual(sweepSpecOf(DEFAULT_STATE));
    expect(surfaceRequests({ ...moved, colour: "discountGap" }).region).toMatchObject({
      field: "growthSlope", level: 0, colour: "discountGap", spec: { fields: ["growthSlope", "discountGap"] },
    });
  });
});
