import { DEFAULT_PARAMETERS, evaluatePoint, isCodeField, type FieldName, type Parameters, type PointEvaluation } from "../../src/model/index.ts";
import { axisPoints } from "../../src/sweep/axes.ts";
import { cellCount, type SweepSpec } from "../../src/sweep/spec.ts";

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

/** The bytes that a field's cells must have. */
export function expectedBytes(spec: SweepSpec, field: FieldName, cells: readonly PointEvaluation[]): Uint8Array {
  if (isCodeField(field)) return new Uint8Array(Int8Array.from(cells, (cell) => cell[field]).buffer);
  const values = cells.map((cell) => cell.fields[field] ?? NaN);
  return new Uint8Array((spec.precision === "f32" ? Float32Array.from(values) : Float64Array.from(values)).buffer);
}
