import { placeInView, type ParameterName } from "../model/index.ts";
import { axisPoints } from "../sweep/axes.ts";
import { axesOf } from "./axes.ts";
import type { ChartTable } from "./chart-table.ts";
import type { ExplorerState } from "./explorer-state.ts";
import { planeGrid, type PlaneGrid } from "./plane-grid.ts";
import { AXIS_PLACES, type AxisPlace } from "./table-view.ts";

export interface ValueTable {
  readonly rows: ParameterName;
  readonly columns: ParameterName;
  /** The axes that the table does not show, the one that the page keys step first. */
  readonly others: readonly [ParameterName, ParameterName];
  readonly rowPoints: Float64Array;
  readonly columnPoints: Float64Array;
  /** Row after row. */
  readonly grid: PlaneGrid;
  /** The cell nearest to the present point; `null` where that lies outside the axes. */
  readonly present: { readonly row: number; readonly column: number } | null;
}

/** The model at the points of two axes, everything else as it is set. */
export function valueTable(state: ExplorerState): ValueTable {
  const { rows: rowPlace, columns: columnPlace, quantity, count } = state.table;
  const axes = axesOf(state);
  const nameOf = (place: AxisPlace): ParameterName => axes[AXIS_PLACES.indexOf(place)];
  const [rows, columns] = [nameOf(rowPlace), nameOf(columnPlace)];
  const [first, second] = axes.filter((name) => name !== rows && name !== columns);
  const [row, column] = [rows, columns].map((name) => nearestPoint(state, name));
  return {
    rows, columns, others: [first, second], rowPoints: tablePoints(state, rows), columnPoints: tablePoints(state, columns),
    grid: planeGrid(state, columns, rows, quantity, count),
    present: row === null || column === null ? null : { row, column },
  };
}

/** The points of an axis at which the table stands. */
export function tablePoints(state: ExplorerState, name: ParameterName): Float64Array {
  return axisPoints({ name, ...state.ranges[name], count: state.table.count });
}

function nearestPoint(state: ExplorerState, name: ParameterName): number | null {
  const place = placeInView(state.parameters[name], state.ranges[name]);
  return place >= 0 && place <= 1 ? Math.round(place * (state.table.count - 1)) : null;
}

/** The next point of an axis above or below the present value; `null` at its end. */
export function steppedValue(state: ExplorerState, name: ParameterName, direction: 1 | -1): number | null {
  const present = state.parameters[name];
  const points = [...tablePoints(state, name)];
  return (direction === 1 ? points.find((point) => point > present) : points.findLast((point) => point < present)) ?? null;
}

/** The table for a file: the four axes' values, the quantity in the model's unit, class and status of every cell. */
export function gridTable(state: ExplorerState): ChartTable {
  const { rows, columns, rowPoints, columnPoints, grid } = valueTable(state);
  const axes = axesOf(state);
  const valueOf = (name: ParameterName, at: number) =>
    name === rows ? rowPoints[Math.floor(at / grid.count)] : name === columns ? columnPoints[at % grid.count] : state.parameters[name];
  return {
    headings: [...axes, state.table.quantity, "class", "status"],
    rows: Array.from(grid.values, (value, at) => [...axes.map((name) => valueOf(name, at)), value, grid.classes[at], grid.status[at]]),
  };
}
