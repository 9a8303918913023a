import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isFeasible, PARAMETER_NAMES, PRICE_MODES } from "../../src/model/index.ts";
import { areAxes, axesOf, axisNames, played, rangeProblems, USUAL_AXES, withAxes, withAxis, withRange, type Axes } from "../../src/state/axes.ts";
import { sweepSpecOf } from "../../src/state/derived-specs.ts";
import { surfaceRequests } from "../../src/state/drawn-surfaces.ts";
import { DEFAULT_STATE, withParameter, withPrices } from "../../src/state/explorer-state.ts";

describe.each(PRICE_MODES)("axes with prices %s", (prices) => {
  const state = withPrices(DEFAULT_STATE, prices);
  const arbitraryAxes = fc.shuffledSubarray([...axisNames(prices)], { minLength: 4, maxLength: 4 }).map((names) => names as unknown as Axes);

  it("may be any four parameters that have an effect, and the sweep and the surface take them", () => {
    fc.assert(fc.property(arbitraryAxes, (axes) => {
      const chosen = withAxes(state, axes);
      expect(axesOf(chosen)).toEqual(axes);
      expect(sweepSpecOf(chosen).axes.map(({ name }) => name)).toEqual([axes[3], axes[0], axes[1], axes[2]]);
      expect(surfaceRequests(chosen).region.spec.axes.map(({ name }) => name)).toEqual(axes.slice(0, 3));
    }));
  });

  it("stay four different ones whatever is put where", () => {
    fc.assert(fc.property(arbitraryAxes, fc.constantFrom(0, 1, 2, 3), fc.constantFrom(...axisNames(prices)), (axes, position, name) => {
      const changed = axesOf(withAxis(withAxes(state, axes), position, name));
      expect(changed[position]).toBe(name);
      expect(areAxes(changed, prices)).toBe(true);
    }));
  });

  it("are the usual ones again when they have no effect at the other prices, and follow the prices where they are usual", () => {
    const other = prices === "given" ? "equilibrium" : "given";
    expect(axesOf(withPrices(state, other))).toEqual(USUAL_AXES[other]);
    expect(axesOf(withPrices(withAxis(state, 0, prices === "given" ? "r" : "A"), other))).toEqual(USUAL_AXES[other]);
    const common: Axes = ["sigma", "rho", "delta", "alpha"];
    expect(axesOf(withPrices(withAxes(state, common), other))).toEqual(common);
  });
});

describe("ranges", () => {
  it("are refused with a reason where they are empty, outside the domain, or logarithmic from zero on", () => {
    for (const [name, range] of [
      ["wr", { min: 2, max: 2, spacing: "linear" }], ["tau", { min: 0.1, max: 1, spacing: "linear" }],
      ["delta", { min: 0, max: 0.2, spacing: "log" }], ["sigma", { min: NaN, max: 3, spacing: "linear" }],
    ] as const) expect(rangeProblems(name, range).length, name).toBeGreaterThan(0);
    expect(rangeProblems("delta", { min: 0, max: 0.2, spacing: "linear" })).toEqual([]);
  });

  it("are those of the sweep", () => {
    const state = withRange(DEFAULT_STATE, "wr", { min: 0.5, max: 2, spacing: "linear" });
    expect(sweepSpecOf(state).axes[3]).toMatchObject({ name: "wr", min: 0.5, max: 2, spacing: "linear" });
  });
});

describe("playing", () => {
  it("goes from end to end in its period, starts again, and never leaves what is feasible", () => {
    for (const name of PARAMETER_NAMES) {
      const range = DEFAULT_STATE.ranges[name];
      let state = withParameter(DEFAULT_STATE, name, range.min);
      const seen: number[] = [];
      for (let step = 0; step < 102; step++) {
        const value = played(name, range, state.parameters, 0.1, 10);
        if (value === null) throw new Error("nothing is feasible");
        seen.push(value);
        state = withParameter(state, name, value);
        expect(isFeasible(state.parameters)).toBe(true);
      }
      const turns = seen.filter((value, k) => k > 0 && value < seen[k - 1]);
      expect(turns.length, name).toBe(1);
      expect(Math.min(...seen)).toBeGreaterThanOrEqual(range.min);
      expect(Math.max(...seen)).toBeLessThanOrEqual(range.max);
    }
  });

  it("is impossible where the other elasticity leaves nothing", () => {
    const state = withParameter(withParameter(DEFAULT_STATE, "alpha", 0.01), "beta", 0.97);
    expect(played("alpha", state.ranges.alpha, state.parameters, 0.1, 10)).toBeNull();
  });
});
