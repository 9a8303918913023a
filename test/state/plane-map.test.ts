import { describe, expect, it } from "vitest";
import { isFeasible, valueInView, type ParameterName } from "../../src/model/index.ts";
import { DEFAULT_STATE, withParameter, withPrices } from "../../src/state/explorer-state.ts";
import { mapAxes, withMap, type Brush } from "../../src/state/map-choice.ts";
import { countWithin, mapTable, planeMap } from "../../src/state/plane-map.ts";
import type { ContourLine } from "../../src/state/contour-lines.ts";

const COUNT = 64;

/** Points of lines in the units of the map's axes. */
function valuesOf(lines: readonly ContourLine[], state: typeof DEFAULT_STATE): (readonly [number, number])[] {
  const [across, up] = mapAxes(state).map((name) => state.ranges[name]);
  return lines.flatMap(({ points }) => points.map(([x, y]) => [valueInView(x, across), valueInView(y, up)] as const));
}

/** Θ = (β+χ²)/α, as MODEL.md prints it. */
const threshold = (alpha: number, beta: number) => (beta + (1 - alpha - beta) ** 2) / alpha;

describe("planeMap", () => {
  it("draws the sign's boundary where ω = Θ(α, β) at given prices, and at τ = 1−α in equilibrium", () => {
    const given = valuesOf(planeMap(DEFAULT_STATE, COUNT).boundary, DEFAULT_STATE).filter(([alpha]) => alpha < 0.74);
    expect(given.length).toBeGreaterThan(COUNT / 2);
    for (const [alpha, wr] of given) expect(wr / threshold(alpha, 0.25)).toBeCloseTo(1, 1.3);
    const equilibrium = withPrices(DEFAULT_STATE, "equilibrium");
    const turns = valuesOf(planeMap(equilibrium, COUNT).boundary, equilibrium).filter(([alpha]) => alpha < 0.74);
    expect(turns.length).toBeGreaterThan(COUNT / 2);
    for (const [alpha, tau] of turns) expect(tau).toBeCloseTo(1 - alpha, 2);
  });

  it("has round levels within the values, and lines on them", () => {
    const { levels, contours, grid } = planeMap(DEFAULT_STATE, COUNT);
    expect(levels).toEqual([0.05, 0.1, 0.15, 0.2, 0.25, 0.3]);
    expect(new Set(contours.map(({ level }) => level))).toEqual(new Set(levels));
    expect(grid.range?.[0]).toBeLessThan(0.05);
  });

  it.each<readonly [ParameterName, ParameterName]>([["alpha", "beta"], ["beta", "alpha"], ["alpha", "wr"], ["tau", "beta"], ["tau", "wr"]])(
    "ends feasibility over %s and %s where the model does", (across, up) => {
      const state = withMap(DEFAULT_STATE, { axes: [across, up] });
      const { infeasible, columns, rows } = planeMap(state, COUNT);
      for (const x of columns) {
        const at = infeasible.findLast(([right]) => right <= x);
        const next = infeasible.find(([right]) => right >= x);
        const from = at === undefined ? Infinity : (at[1] + (next ?? at)[1]) / 2;
        for (const y of rows) {
          if (Math.abs(y - from) < 0.02) continue;
          expect(isFeasible({ ...state.parameters, [across]: x, [up]: y }), `${across} ${x}, ${up} ${y}`).toBe(y < from);
        }
      }
    });

  it("has nothing to draw where no point is feasible", () => {
    const { grid, boundary, levels } = planeMap(withMap(withParameter(withParameter(DEFAULT_STATE, "alpha", 0.6), "beta", 0.6), { axes: ["tau", "wr"] }), COUNT);
    expect([grid.range, boundary, levels]).toEqual([null, [], []]);
  });
});

describe("countWithin", () => {
  it("counts by the printed formula, with a selection and without", () => {
    const map = planeMap(DEFAULT_STATE, COUNT);
    const brush: Brush = [{ name: "alpha", from: 0.2, to: 0.4 }, { name: "wr", from: 1, to: 3 }];
    for (const chosen of [null, brush]) {
      const points = [...map.columns].flatMap((alpha) => [...map.rows].map((wr) => [alpha, wr] as const))
        .filter(([alpha]) => alpha < 0.75).filter(([alpha, wr]) => chosen === null || (alpha >= 0.2 && alpha <= 0.4 && wr >= 1 && wr <= 3));
      const { feasible, raising, least, greatest, mean } = countWithin(map, chosen);
      expect([feasible, raising]).toEqual([points.length, points.filter(([alpha, wr]) => wr > threshold(alpha, 0.25)).length]);
      const growth = points.map(([alpha, wr]) => 0.2 * (0.7 * (0.12 / alpha) + 0.3 * ((wr * 0.12) / (alpha * threshold(alpha, 0.25))) - 0.09));
      expect(least).toBeCloseTo(Math.min(...growth), 12);
      expect(greatest).toBeCloseTo(Math.max(...growth), 12);
      expect(mean).toBeCloseTo(growth.reduce((sum, one) => sum + one, 0) / growth.length, 12);
    }
  });

  it("finds nothing between two points of the grid", () => {
    const map = planeMap(DEFAULT_STATE, COUNT);
    expect(countWithin(map, [{ name: "alpha", from: 0.2001, to: 0.2002 }, { name: "wr", from: 1, to: 3 }])).toMatchObject({ feasible: 0, raising: 0, least: NaN, mean: NaN });
  });
});

describe("mapTable", () => {
  it("has a row a point, with units in the headings", () => {
    const { headings, rows } = mapTable(planeMap(DEFAULT_STATE, 3), "growth", "en");
    expect(headings).toEqual(["α", "ω", "g (1/year)", "Sign of the effect"]);
    expect(rows.length).toBe(9);
    expect(rows[1].slice(0, 2)).toEqual([0.475, 0.1]);
  });
});
