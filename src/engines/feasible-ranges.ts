import { DEFAULT_PARAMETERS, isTechnologyFeasible } from "../model/index.ts";
import { admissibleRange, axisPoint, firstIndex, type PointRange } from "../sweep/axes.ts";
import type { Span } from "../sweep/plan.ts";
import type { SweepSpec } from "../sweep/spec.ts";

/** Which cells of a span are feasible: an interval on every outer axis, and for each (α, β) of those an interval on the inner. */
export interface FeasibleRanges {
  /** Relative to the span, one an axis. */
  readonly axes: readonly PointRange[];
  /** Pairs [from, to) of inner points, one for each combination of the axes in `pairAxes`, in C order. */
  readonly pairs: Int32Array;
  /** The outer axes that are α or β. */
  readonly pairAxes: readonly number[];
}

/**
 * χ falls in α and in β as computed (rounding is monotone), so along any axis the feasible points of a row are consecutive:
 * kernels then need no test a cell.
 */
export function feasibleRanges(spec: SweepSpec, span: Span): FeasibleRanges {
  const axes = spec.axes.map((axis, k) => {
    const inside = admissibleRange(axis);
    const count = span.to[k] - span.from[k];
    return { from: clamp(inside.from - span.from[k], count), to: clamp(inside.to - span.from[k], count) };
  });
  const inner = spec.axes.length - 1;
  const innerName = spec.axes[inner].name;
  const pairAxes = axes.map((_, k) => k).filter((k) => k !== inner && ["alpha", "beta"].includes(spec.axes[k].name));
  const counts = pairAxes.map((k) => span.to[k] - span.from[k]);
  const combinations = counts.reduce((product, n) => product * n, 1);
  const pairs = new Int32Array(combinations * 2);
  const at = { ...DEFAULT_PARAMETERS, ...spec.fixed };
  for (let i = 0; i < combinations; i++) {
    let rest = i;
    for (let k = pairAxes.length - 1; k >= 0; k--) {
      const axis = spec.axes[pairAxes[k]];
      at[axis.name] = axisPoint(axis, span.from[pairAxes[k]] + (rest % counts[k]));
      rest = Math.floor(rest / counts[k]);
    }
    const { from, to } = axes[inner];
    pairs[2 * i] = from;
    pairs[2 * i + 1] = innerName === "alpha" || innerName === "beta"
      ? from + firstIndex(Math.max(0, to - from), (k) => {
        const point = axisPoint(spec.axes[inner], span.from[inner] + from + k);
        return !(innerName === "alpha" ? isTechnologyFeasible(point, at.beta) : isTechnologyFeasible(at.alpha, point));
      })
      : isTechnologyFeasible(at.alpha, at.beta) ? to : from;
  }
  return { axes, pairs, pairAxes };
}

function clamp(point: number, count: number): number {
  return Math.max(0, Math.min(point, count));
}
