import { DEFAULT_PARAMETERS, type ParameterName } from "../model/index.ts";
import { axisPoints } from "../sweep/axes.ts";
import { isListAxis, type Axis, type SweepSpec } from "../sweep/spec.ts";

/** Points of an axis on the display's scale, 0 at the first and 1 at the last: even for a range, by value for a list. */
export function displayCoordinates(axis: Axis): Float64Array {
  const points = axisPoints(axis);
  const last = points.length - 1;
  if (!isListAxis(axis)) return Float64Array.from(points, (_, i) => (last === 0 ? 0 : i / last));
  return Float64Array.from(points, (point) => (last === 0 ? 0 : (point - points[0]) / (points[last] - points[0])));
}

/**
 * χ = 1−α−β as a sum of one part an axis, up to rounding: positive where the point is feasible, zero on the wall. Parameters that
 * are no axis are counted with the first axis.
 */
export function wallClearance(spec: SweepSpec): Float64Array[] {
  const isTechnology = (name: ParameterName) => name === "alpha" || name === "beta";
  const fixed = (["alpha", "beta"] as const)
    .filter((name) => !spec.axes.some((axis) => axis.name === name))
    .reduce((sum, name) => sum + (spec.fixed[name] ?? DEFAULT_PARAMETERS[name]), 0);
  return spec.axes.map((axis, k) => {
    const start = k === 0 ? 1 - fixed : 0;
    return Float64Array.from(axisPoints(axis), (point) => (isTechnology(axis.name) ? start - point : start));
  });
}
