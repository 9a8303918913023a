import { CLASS_INFEASIBLE, evaluatePoint, type ParameterName, type Parameters, type QuantityName } from "../model/index.ts";
import { axisPoints } from "../sweep/axes.ts";
import type { ExplorerState } from "./explorer-state.ts";

/** One quantity over two parameters, everything else as it is set: a slice of the space, or a map. */
export interface PlaneGrid {
  readonly across: ParameterName;
  readonly up: ParameterName;
  /** Points along each of the two, over its range. */
  readonly count: number;
  /** Row after row, `across` within a row; NaN where nothing is feasible. */
  readonly values: Float64Array;
  /** ∂g/∂τ, likewise. */
  readonly slopes: Float64Array;
  readonly classes: Int8Array;
  /** Bits of `STATUS_BITS`. */
  readonly status: Uint8Array;
  /** Least and greatest value; `null` where there is none. */
  readonly range: readonly [number, number] | null;
}

/** The model at every point of the plane, with the bits of a sweep. `fixed` overrides what is set. */
export function planeGrid(
  state: ExplorerState, across: ParameterName, up: ParameterName, quantity: QuantityName, count: number, fixed: Partial<Parameters> = {},
): PlaneGrid {
  const [columns, rows] = [across, up].map((name) => axisPoints({ name, ...state.ranges[name], count }));
  const values = new Float64Array(count * count);
  const slopes = new Float64Array(count * count);
  const classes = new Int8Array(count * count);
  const status = new Uint8Array(count * count);
  const point = { ...state.parameters, ...fixed };
  let [least, greatest] = [Infinity, -Infinity];
  for (let at = 0; at < values.length; at++) {
    point[across] = columns[at % count];
    point[up] = rows[Math.floor(at / count)];
    const { fields, class: sign, status: bits } = evaluatePoint(point, state.rule, state.prices);
    const value = sign === CLASS_INFEASIBLE ? NaN : fields[quantity] ?? NaN;
    [values[at], slopes[at], classes[at], status[at]] = [value, fields.growthSlope ?? NaN, sign, bits];
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return { across, up, count, values, slopes, classes, status, range: least <= greatest ? [least, greatest] : null };
}
