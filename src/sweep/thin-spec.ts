import { axisPoint } from "./axes.ts";
import { axisCount, type Axis, type SweepSpec } from "./spec.ts";

/** Points that every axis keeps at least, if it has them, so that a sample sees the whole range. */
const LEAST_POINTS = 8;

/**
 * A sweep of at most `cells` points that stands for a larger one when it is timed or its text is measured: every axis keeps
 * points that are spread evenly over it, the inner ones as many as fit, because there the time is spent. A sweep that is small
 * enough comes back as it is.
 */
export function thinSpec(spec: SweepSpec, cells: number): SweepSpec {
  const counts = spec.axes.map(axisCount);
  const kept = counts.map((count) => Math.min(count, LEAST_POINTS));
  for (let axis = kept.length - 1; axis >= 0; axis--) {
    const others = kept.reduce((product, count, k) => (k === axis ? product : product * count), 1);
    kept[axis] = Math.max(1, Math.min(counts[axis], Math.floor(cells / others)));
  }
  return { ...spec, axes: spec.axes.map((axis, k) => thinAxis(axis, counts[k], kept[k])) };
}

function thinAxis(axis: Axis, count: number, kept: number): Axis {
  if (kept === count) return axis;
  return { name: axis.name, values: Array.from({ length: kept }, (_, i) => axisPoint(axis, Math.floor(((i + 0.5) * count) / kept))) };
}
