import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { CLASS_INFEASIBLE, CLASS_NEGATIVE, CLASS_POSITIVE } from "../../../src/model/index.ts";
import { withAxes } from "../../../src/state/axes.ts";
import { sweepSpecOf } from "../../../src/state/derived-specs.ts";
import { DEFAULT_STATE, withPrices, type ExplorerState } from "../../../src/state/explorer-state.ts";
import { countRegion, type RegionCounts } from "../../../src/state/region-account/region-counts.ts";
import { axisCount, cellCount, type SweepSpec } from "../../../src/sweep/spec.ts";
import { createNodeSweepClient } from "../../../src/workers/node-client.ts";
import { arbitrarySpec } from "../../support/arbitrary-spec.ts";
import { evaluateCells, parametersOf } from "../../support/reference-sweep.ts";

function counted(spec: SweepSpec): RegionCounts {
  const counting = countRegion(spec);
  for (;;) {
    const { done, value } = counting.next();
    if (done === true) return value;
  }
}

/** The same by a visit of every cell with the model. */
function visited(spec: SweepSpec) {
  const cells = evaluateCells(spec);
  const at = parametersOf(spec);
  const number = (sign: number) => cells.filter((cell) => cell.class === sign).length;
  const feasible = cells.length - number(CLASS_INFEASIBLE);
  const axes = spec.axes.map(({ name }, k) => {
    const inner = spec.axes.slice(k + 1).reduce((product, axis) => product * axisCount(axis), 1);
    const along = new Array<number>(axisCount(spec.axes[k])).fill(0);
    const byPoint = { name, feasible: [...along], positive: [...along] };
    for (const [cell, { class: sign }] of cells.entries()) {
      const point = Math.floor(cell / inner) % along.length;
      if (sign !== CLASS_INFEASIBLE) byPoint.feasible[point]++;
      if (sign === CLASS_POSITIVE) byPoint.positive[point]++;
    }
    return byPoint;
  });
  const turning = cells.flatMap(({ class: sign, fields }, cell) => (sign === CLASS_INFEASIBLE ? []
    : [{ value: (spec.prices === "given" ? fields.threshold : fields.growthMaximisingTau) ?? NaN, alpha: at(cell).alpha, beta: at(cell).beta }]));
  return {
    points: cells.length, feasible, positive: number(CLASS_POSITIVE), negative: number(CLASS_NEGATIVE),
    boundary: number(0), axes, turning,
  };
}

describe("the classes of a sweep, counted by axis", () => {
  it("are those of a visit of every cell, for any axes, rule and prices", () => {
    fc.assert(fc.property(arbitrarySpec.filter((spec) => cellCount(spec) <= 3000), (spec) => {
      const { turning, axes, ...counts } = counted(spec);
      const { turning: turns, axes: byAxis, ...expected } = visited(spec);
      expect(counts).toEqual(expected);
      expect(axes.map(({ name, feasible, positive }) => ({ name, feasible: [...feasible], positive: [...positive] }))).toEqual(byAxis);
      const values = turns.map(({ value }) => value);
      expect(turning === null).toBe(turns.length === 0);
      if (turning === null) return;
      expect([turning.least.value, turning.greatest.value]).toEqual([Math.min(...values), Math.max(...values)]);
      expect(turns).toContainEqual(turning.least);
      expect(turns).toContainEqual(turning.greatest);
    }), { numRuns: 150 });
  });
});

describe("the page's grid", () => {
  const client = createNodeSweepClient({ threads: 1 });
  afterAll(async () => (await client).dispose());

  const coarse: ExplorerState = { ...DEFAULT_STATE, resolution: 32 };

  it.each<[string, ExplorerState]>([
    ["given", DEFAULT_STATE], ["equilibrium", withPrices(DEFAULT_STATE, "equilibrium")],
    ["the technology fixed", withAxes(coarse, ["wr", "r", "tau", "sigma"])],
    ["every deciding parameter", withAxes({ ...coarse, rule: "planner" }, ["alpha", "beta", "wr", "r"])],
  ])("is counted as the kernels count it: %s", async (_, state) => {
    const spec = sweepSpecOf(state);
    const summary = await (await client).sweep(spec);
    const { axes, turning, ...counts } = counted(spec);
    expect(counts).toEqual({
      points: summary.points, feasible: summary.feasible, positive: summary.positive, negative: summary.negative, boundary: summary.boundary,
    });
    for (const { feasible, positive } of axes) {
      expect([feasible, positive].map((along) => along.reduce((sum, cells) => sum + cells, 0))).toEqual([summary.feasible, summary.positive]);
    }
    expect(turning).not.toBeNull();
  });
});
