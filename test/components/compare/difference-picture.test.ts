import { describe, expect, it } from "vitest";
import { differencePicture } from "../../../src/components/compare/difference-picture.ts";
import { CLASS_INFEASIBLE, evaluatePoint, valueInView } from "../../../src/model/index.ts";
import { withComparison } from "../../../src/state/compare/compare-state.ts";
import type { DifferenceSurfaces } from "../../../src/state/compare/compared-surfaces.ts";
import { DEFAULT_STATE } from "../../../src/state/explorer-state.ts";
import { withOverlay, withSlice } from "../../../src/state/scene-options.ts";

/** Not looked at: the picture hands the boundaries on. */
const SURFACES = {} as DifferenceSurfaces;
/** A is the report's, B the planner's. */
const COMPARED = { ...withComparison(withSlice(DEFAULT_STATE, 1, 0.25)), rule: "planner" } as const;

describe("the picture of a difference", () => {
  it("has slices with the slope of each side, and nothing where a side is not feasible", () => {
    const { slices: [{ axis, place, count, a, b }], sides } = differencePicture(COMPARED, SURFACES);
    expect([axis, place, sides.map(({ name, state }) => [name, state.rule])]).toEqual([1, 0.25, [["A", "report"], ["B", "planner"]]]);
    const { ranges, parameters } = DEFAULT_STATE;
    for (let at = 0; at < count * count; at += 7) {
      const point = {
        ...parameters, beta: valueInView(0.25, ranges.beta), alpha: valueInView((at % count) / (count - 1), ranges.alpha), wr: valueInView(Math.floor(at / count) / (count - 1), ranges.wr),
      };
      for (const [rule, slopes] of [["report", a], ["planner", b]] as const) {
        const { fields: { growthSlope = NaN }, class: sign } = evaluatePoint(point, rule, "given");
        if (sign === CLASS_INFEASIBLE) expect(slopes[at]).toBeNaN();
        else expect(Math.sign(slopes[at])).toBe(Math.sign(growthSlope));
      }
    }
    expect(a.some((slope, at) => slope > 0 !== b[at] > 0)).toBe(true);
  });

  it("has the formula's lines of both, those of A dashed, and once where both have the same", () => {
    const tones = (state: typeof DEFAULT_STATE) => differencePicture(state, SURFACES).overlays.map(({ tone }) => tone);
    expect(tones(COMPARED)).toEqual([]);
    expect(tones(withOverlay(COMPARED, "exact", true))).toEqual(["fine", "dashed"]);
    expect(tones(withOverlay(withOverlay({ ...COMPARED, rule: "report" }, "exact", true), "valley", true))).toEqual(["fine", "plain"]);
  });
});
