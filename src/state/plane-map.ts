import { CLASS_INFEASIBLE, CLASS_NEGATIVE, CLASS_POSITIVE, FIELDS, PARAMETERS, valueInView, type Language, type ParameterName } from "../model/index.ts";
import { axisPoints } from "../sweep/axes.ts";
import type { ChartTable } from "./chart-table.ts";
import { contourLines, roundLevels, type ContourLine } from "./contour-lines.ts";
import type { ExplorerState } from "./explorer-state.ts";
import { mapAxes, type Brush } from "./map-choice.ts";
import { planeGrid, type PlaneGrid } from "./plane-grid.ts";

type Pair = readonly [number, number];

/** A map as it is drawn; places and values in the units of the parameters and of the quantity. */
export interface PlaneMap {
  readonly grid: PlaneGrid;
  /** Values of the parameter at the grid's columns and rows. */
  readonly columns: Float64Array;
  readonly rows: Float64Array;
  /** The grid's values, those beside it where nothing is feasible: what is drawn below the hatching. */
  readonly continued: Float64Array;
  /** Round levels between the bands of colour; the outermost bands are open. */
  readonly levels: readonly number[];
  readonly contours: readonly ContourLine[];
  /** Where ∂g/∂τ is zero. */
  readonly boundary: readonly ContourLine[];
  /** Along the map, from where upwards nothing is feasible: [across, up from]; empty where all is. */
  readonly infeasible: readonly Pair[];
  /** A point well inside each of the two sides of the boundary, where there is one. */
  readonly inside: { readonly raises: Pair | null; readonly lowers: Pair | null };
}

const LEVELS = 8;
/** The share of the values at each end that the levels leave to the outermost bands: a few extreme values would take all of them. */
const TAIL = 0.02;
/** Points along the line at which feasibility ends. */
const EDGE_POINTS = 65;

/** @param count points along each axis */
export function planeMap(state: ExplorerState, count: number): PlaneMap {
  const [across, up] = mapAxes(state);
  const grid = planeGrid(state, across, up, state.map.quantity, count);
  const [columns, rows] = [across, up].map((name) => axisPoints({ name, ...state.ranges[name], count }));
  const continued = continueBeyond(grid.values, count);
  const levels = roundLevels(bulk(grid.values), LEVELS);
  return {
    grid, columns, rows, continued, levels,
    contours: contourLines(continued, count, levels),
    boundary: contourLines(continueBeyond(grid.slopes, count), count, [0]),
    infeasible: infeasibleEdge(state, across, up),
    inside: { raises: middleOf(grid, CLASS_POSITIVE, columns, rows), lowers: middleOf(grid, CLASS_NEGATIVE, columns, rows) },
  };
}

/** The range of all values but the few at both ends. */
function bulk(values: Float64Array): Pair {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const last = sorted.length - 1;
  return last < 0 ? [0, 0] : [sorted[Math.round(TAIL * last)], sorted[Math.round((1 - TAIL) * last)]];
}

/** Fills what has no value from the side: along its row, else from the row below. */
function continueBeyond(values: Float64Array, count: number): Float64Array {
  const filled = values.slice();
  for (let at = 1; at < filled.length; at++) if (at % count > 0 && Number.isNaN(filled[at])) filled[at] = filled[at - 1];
  for (let at = count; at < filled.length; at++) if (Number.isNaN(filled[at])) filled[at] = filled[at - count];
  return filled;
}

/** Only α+β ends feasibility within the ranges of axes. */
function infeasibleEdge({ ranges, parameters }: ExplorerState, across: ParameterName, up: ParameterName): readonly Pair[] {
  const isElasticity = (name: ParameterName) => name === "alpha" || name === "beta";
  const [wide, high] = [ranges[across], ranges[up]];
  const other = (name: ParameterName) => parameters[name === "alpha" ? "beta" : "alpha"];
  const limitUp = (x: number): number => {
    if (isElasticity(across) && isElasticity(up)) return 1 - x;
    if (isElasticity(up)) return 1 - other(up);
    return isElasticity(across) && x >= 1 - other(across) ? -Infinity : Infinity;
  };
  const evenly = Array.from({ length: EDGE_POINTS }, (_, k) => valueInView(k / (EDGE_POINTS - 1), wide));
  const step = isElasticity(across) && !isElasticity(up) ? [1 - other(across)].filter((x) => x > wide.min && x < wide.max) : [];
  return [...evenly, ...step].sort((one, two) => one - two).map((x): Pair => [x, Math.max(high.min, limitUp(x))]).filter(([, from]) => from < high.max);
}

/** The point of a class that lies nearest to the middle of all of them. */
function middleOf({ classes, count }: PlaneGrid, sign: number, columns: Float64Array, rows: Float64Array): Pair | null {
  const places = [...classes.keys()].filter((at) => classes[at] === sign).map((at): Pair => [at % count, Math.floor(at / count)]);
  if (places.length === 0) return null;
  const [x, y] = [0, 1].map((k) => places.reduce((sum, place) => sum + place[k], 0) / places.length);
  const distance = ([column, row]: Pair) => Math.hypot(column - x, row - y);
  const [column, row] = places.reduce((best, place) => (distance(place) < distance(best) ? place : best));
  return [columns[column], rows[row]];
}

/** What lies in a part of a map, by the points of its grid. */
export interface MapCount {
  readonly feasible: number;
  /** Of these, where more compute raises growth. */
  readonly raising: number;
  /** Of the quantity; NaN where no point is feasible. */
  readonly least: number;
  readonly mean: number;
  readonly greatest: number;
}

/** Counts the points in the brush, both ends included; without one all of the map. */
export function countWithin({ grid: { values, classes, count }, columns, rows }: PlaneMap, brush: Brush | null): MapCount {
  const holds = (side: 0 | 1, value: number) => brush === null || (value >= brush[side].from && value <= brush[side].to);
  const inside = [...values.keys()].filter((at) => classes[at] !== CLASS_INFEASIBLE && holds(0, columns[at % count]) && holds(1, rows[Math.floor(at / count)]));
  const found = inside.map((at) => values[at]);
  return {
    feasible: inside.length,
    raising: inside.filter((at) => classes[at] === CLASS_POSITIVE).length,
    least: found.length === 0 ? NaN : Math.min(...found),
    mean: found.reduce((sum, value) => sum + value, 0) / found.length,
    greatest: found.length === 0 ? NaN : Math.max(...found),
  };
}

/** The map as numbers: a row a point, `across` within `up`. */
export function mapTable({ grid: { across, up, values, classes, count }, columns, rows }: PlaneMap, quantity: ExplorerState["map"]["quantity"], language: Language): ChartTable {
  const heading = ({ symbol, unit }: { readonly symbol: string; readonly unit: string }) => (unit === "1/year" ? `${symbol} (1/year)` : symbol);
  return {
    headings: [heading(PARAMETERS[across]), heading(PARAMETERS[up]), heading(FIELDS[quantity]), FIELDS.class.label[language]],
    rows: Array.from(values, (value, at) => [columns[at % count], rows[Math.floor(at / count)], value, classes[at]]),
  };
}
