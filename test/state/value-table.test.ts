import { describe, expect, it } from "vitest";
import { evaluatePoint } from "../../src/model/index.ts";
import { withAxes } from "../../src/state/axes.ts";
import { decodeLink } from "../../src/state/link.ts";
import { DEFAULT_STATE, withParameter, withPrices, type ExplorerState } from "../../src/state/explorer-state.ts";
import { withTableAxis } from "../../src/state/table-view.ts";
import { gridTable, steppedValue, valueTable } from "../../src/state/value-table.ts";
import { cellAfterKey } from "../../src/components/value-table/grid-keys.ts";

const UPRIGHT: ExplorerState = { ...DEFAULT_STATE, table: { rows: "up", columns: "fourth", quantity: "margin", count: 13 } };

const PLANNER: ExplorerState = { ...DEFAULT_STATE, rule: "planner" };

describe("the grid as a table", () => {
  it("holds the model's values at the points of its two axes, the others as they are set", () => {
    for (const state of [UPRIGHT, withAxes(PLANNER, ["sigma", "wr", "alpha", "beta"])]) {
      const { headings, rows } = gridTable(state);
      expect(rows).toHaveLength(state.table.count ** 2);
      for (const row of rows) {
        const cell = Object.fromEntries(headings.map((name, k) => [name, row[k]]));
        const parameters = { ...state.parameters, ...Object.fromEntries(headings.slice(0, 4).map((name) => [name, cell[name]])) };
        const { fields, class: sign, status } = evaluatePoint(parameters, state.rule, state.prices);
        expect([cell[state.table.quantity], cell.class, cell.status]).toEqual([status === 1 ? NaN : fields[state.table.quantity], sign, status]);
      }
    }
  });

  it("marks the cell nearest to the present point, by ratios on a logarithmic axis, and none outside the axes", () => {
    expect(valueTable(UPRIGHT).present).toEqual({ row: 7, column: 4 });
    expect(valueTable(withParameter(UPRIGHT, "wr", 10)).present?.row).toBe(12);
    expect(valueTable(withParameter(UPRIGHT, "wr", 20)).present).toBeNull();
    expect(valueTable(UPRIGHT).others).toEqual(["alpha", "beta"]);
  });

  it("steps to the next point of an axis, and stops at its ends", () => {
    const stepped = steppedValue(DEFAULT_STATE, "beta", 1);
    expect(stepped).toBeCloseTo(0.05 + (0.85 * 2) / 8, 12);
    expect(steppedValue(withParameter(DEFAULT_STATE, "beta", stepped ?? NaN), "beta", -1)).toBeCloseTo(0.05 + 0.85 / 8, 12);
    expect(steppedValue(withParameter(DEFAULT_STATE, "beta", 0.9), "beta", 1)).toBeNull();
    expect(steppedValue(withParameter(DEFAULT_STATE, "beta", 0.05), "beta", -1)).toBeNull();
  });

  it("swaps rows and columns where one is chosen for both, and drops a quantity that the prices do not have", () => {
    expect(withTableAxis(UPRIGHT.table, "rows", "fourth")).toMatchObject({ rows: "fourth", columns: "up" });
    expect(withTableAxis(UPRIGHT.table, "columns", "x")).toMatchObject({ rows: "up", columns: "x" });
    expect(withPrices(UPRIGHT, "equilibrium").table.quantity).toBe("growth");
  });

  it.each(["x,x,growth,9", "x,y,growth,10", "x,y,r,9", "x,y", "x,y,growth,9,1"])("is not opened from a link with table=%s", (text) => {
    const opened = decodeLink(`#v1:table=${text}`);
    expect(opened.ok ? [] : opened.problems.map(({ path }) => path)).toEqual(["table"]);
  });
});

describe("keys in a grid", () => {
  const after = (key: string, ctrlKey = false, place = { row: 0, column: 8 }) => cellAfterKey(place, { key, ctrlKey }, 9);
  it("walk cell by cell and stay inside, go to the ends of a row, with Control to those of the grid", () => {
    expect(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"].map((key) => after(key))).toEqual([
      { row: 0, column: 7 }, { row: 0, column: 8 }, { row: 0, column: 8 }, { row: 1, column: 8 }, { row: 0, column: 0 }, { row: 0, column: 8 },
    ]);
    expect([after("Home", true, { row: 4, column: 4 }), after("End", true, { row: 4, column: 4 }), after("a")]).toEqual([{ row: 0, column: 0 }, { row: 8, column: 8 }, null]);
  });
});
