import { isAdmissible, PARAMETERS, power } from "../model/index.ts";
import { axisCount, isListAxis, type Axis } from "./spec.ts";

/**
 * Point `i` of an axis, 0 ≤ i < count, by MODEL.md, section 6: min + ((max−min)·i)/(count−1), or min·(max/min)^(i/(count−1))
 * for log spacing, clamped to max; the last is exactly max. −0 reads as 0.
 */
export function axisPoint(axis: Axis, i: number): number {
  if (isListAxis(axis)) return axis.values[i] + 0;
  const { min, max, count, spacing } = axis;
  if (count === 1) return min + 0;
  if (i === count - 1) return max + 0;
  const point = spacing === "log"
    ? min * power(max / min, i / (count - 1))
    : min + ((max - min) * i) / (count - 1);
  return Math.min(point, max) + 0;
}

/** Points [from, to) of an axis. */
export function axisPoints(axis: Axis, from = 0, to: number = axisCount(axis)): Float64Array<ArrayBuffer> {
  return Float64Array.from({ length: to - from }, (_, k) => axisPoint(axis, from + k));
}

/** Half-open range of points. */
export interface PointRange {
  readonly from: number;
  readonly to: number;
}

/** The points of an axis that lie in the parameter's domain; domains are intervals, so these are consecutive. */
export function admissibleRange(axis: Axis): PointRange {
  const count = axisCount(axis);
  const { name } = axis;
  const from = firstIndex(count, (i) => axisPoint(axis, i) >= PARAMETERS[name].domain.min);
  const to = from + firstIndex(count - from, (k) => !isAdmissible(name, axisPoint(axis, from + k)));
  return { from, to };
}

/** Smallest i in [0, count) for which the monotone predicate holds, else count. */
export function firstIndex(count: number, holds: (i: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = low + Math.floor((high - low) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** More neighbouring points than this are not compared one by one; the spacing is then compared with that of the floats. */
const MAX_COMPARED_POINTS = 2 ** 22;

/** First point that is not above the one before it, or `null` where all strictly increase. */
export function firstNotIncreasing(axis: Axis): number | null {
  const count = axisCount(axis);
  if (count > MAX_COMPARED_POINTS && isFarApart(axis)) return null;
  if (count > MAX_COMPARED_POINTS) return 1;
  for (let i = 1; i < count; i++) if (!(axisPoint(axis, i) > axisPoint(axis, i - 1))) return i;
  return null;
}

/** Whether neighbours of a long axis are so many floats apart that rounding cannot make them equal. */
function isFarApart(axis: Axis): boolean {
  if (isListAxis(axis)) return false;
  const { min, max, count, spacing } = axis;
  const floats = spacing === "log"
    ? Math.log(max / min) / (count - 1)
    : (max - min) / (count - 1) / Math.max(Math.abs(min), Math.abs(max));
  return floats > 2 ** -49;
}
