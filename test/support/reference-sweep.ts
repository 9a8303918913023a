import { DEFAULT_PARAMETERS, evaluatePoint, isCodeField, type FieldName, type Parameters, type PointEvaluation } from "../../src/model/index.ts";
import { axisPoints } from "../../src/sweep/axes.ts";
import { cellCount, type SweepSpec } from "../../src/sweep/spec.ts";
import type { TileTotals } from "../../src/sweep/totals.ts";

/** The parameters of any cell, by counting: nothing of the product's own walk over the grid is used. */
export function parametersOf(spec: SweepSpec): (cell: number) => Parameters {
  const points = spec.axes.map((axis) => axisPoints(axis));
  return (cell) => {
    const at = { ...DEFAULT_PARAMETERS, ...spec.fixed };
    let rest = cell;
    for (let k = points.length - 1; k >= 0; k--) {
      at[spec.axes[k].name] = points[k][rest % points[k].length];
      rest = Math.floor(rest / points[k].length);
    }
    return at;
  };
}

export function evaluateCells(spec: SweepSpec, start = 0, count = cellCount(spec)): PointEvaluation[] {
  const at = parametersOf(spec);
  return Array.from({ length: count }, (_, k) => evaluatePoint(at(start + k), spec.rule, spec.prices));
}

/** What cells contribute to a summary, counted one by one. */
export function totalsOfCells(spec: SweepSpec, cells: readonly PointEvaluation[]): TileTotals {
  const of = (sign: number) => cells.filter((cell) => cell.class === sign).length;
  const flagged = (bit: number) => cells.filter((cell) => (cell.status & bit) !== 0).length;
  return {
    cells: cells.length, infeasible: of(-128), positive: of(1), negative: of(-1), boundary: of(0), saving: flagged(2), transversality: flagged(4),
    fields: spec.fields.map((field) => {
      if (isCodeField(field)) return null;
      const values = cells.flatMap((cell) => (cell.class === -128 ? [] : [cell.fields[field] ?? NaN]));
      return { min: Math.min(...values), max: Math.max(...values), sum: values.reduce((sum, value) => sum + value, 0), compensation: 0 };
    }),
  };
}

/** The bytes that a field's cells must have. */
export function expectedBytes(spec: SweepSpec, field: FieldName, cells: readonly PointEvaluation[]): Uint8Array {
  if (isCodeField(field)) return new Uint8Array(Int8Array.from(cells, (cell) => cell[field]).buffer);
  const values = cells.map((cell) => cell.fields[field] ?? NaN);
  return new Uint8Array((spec.precision === "f32" ? Float32Array.from(values) : Float64Array.from(values)).buffer);
}
