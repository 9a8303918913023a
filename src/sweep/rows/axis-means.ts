import { admissibleRange, axisPoint, axisPoints } from "../axes.ts";
import type { Axis, ListAxis } from "../spec.ts";
import type { Following } from "./axis-roles.ts";

/** Points of an axis inside the parameter's domain. */
export function admissibleCount(axis: Axis): number {
  const { from, to } = admissibleRange(axis);
  return to - from;
}

/** The first and the last admissible point: where what is monotone has its extremes. */
export function endsOf(axis: Axis): ListAxis {
  const { from, to } = admissibleRange(axis);
  const ends = [axisPoint(axis, from), axisPoint(axis, to - 1)];
  return { name: axis.name, values: to - from === 1 ? ends.slice(0, 1) : ends };
}

/** The mean of the admissible points, or the reciprocal of that of their reciprocals; summed with compensation. */
export function meanOf(axis: Axis, following: Following): ListAxis {
  const { from, to } = admissibleRange(axis);
  const points = axisPoints(axis, from, to);
  let [sum, lost] = [0, 0];
  for (const point of points) {
    const value = following === "harmonic" ? 1 / point : point;
    const after = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - after + value : value - after + sum;
    sum = after;
  }
  const mean = (sum + lost) / points.length;
  const value = following === "harmonic" ? 1 / mean : mean;
  return { name: axis.name, values: [Math.min(Math.max(value, points[0]), points[points.length - 1])] };
}
