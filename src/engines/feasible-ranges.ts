import { DEFAULT_PARAMETERS, isTechnologyFeasible, type ParameterName } from "../model/index.ts";
import { admissibleRange, axisPoints, firstIndex, type PointRange } from "../sweep/axes.ts";
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
  const pairAxes = axes.map((_, k) => k).filter((k) => k !== inner && isShare(spec.axes[k].name));
  const { from, to } = axes[inner];
  const pairs = new Int32Array(pairAxes.reduce((product, k) => product * (span.to[k] - span.from[k]), 2));
  const alphas = shareAlong("alpha", spec, span, pairAxes);
  const betas = shareAlong("beta", spec, span, pairAxes);
  const ofInner = isShare(innerName) ? axisPoints(spec.axes[inner], span.from[inner] + from, span.from[inner] + to) : new Float64Array(0);
  for (let i = 0; 2 * i < pairs.length; i++) {
    const [alpha, beta] = [valueOf(alphas, i), valueOf(betas, i)];
    pairs[2 * i] = from;
    pairs[2 * i + 1] = innerName === "alpha" ? from + firstIndex(ofInner.length, (k) => !isTechnologyFeasible(ofInner[k], beta))
      : innerName === "beta" ? from + firstIndex(ofInner.length, (k) => !isTechnologyFeasible(alpha, ofInner[k]))
      : isTechnologyFeasible(alpha, beta) ? to : from;
  }
  return { axes, pairs, pairAxes };
}

/** A share's values over the combinations: each stands `stride` times, then comes the next. */
interface ShareAlong {
  readonly points: Float64Array;
  readonly stride: number;
}

function shareAlong(name: "alpha" | "beta", spec: SweepSpec, span: Span, pairAxes: readonly number[]): ShareAlong {
  const place = pairAxes.findIndex((k) => spec.axes[k].name === name);
  if (place < 0) return { points: Float64Array.of(spec.fixed[name] ?? DEFAULT_PARAMETERS[name]), stride: 1 };
  const axis = pairAxes[place];
  const stride = pairAxes.slice(place + 1).reduce((product, k) => product * (span.to[k] - span.from[k]), 1);
  return { points: axisPoints(spec.axes[axis], span.from[axis], span.to[axis]), stride };
}

function valueOf({ points, stride }: ShareAlong, combination: number): number {
  return points[Math.floor(combination / stride) % points.length];
}

function isShare(name: ParameterName): boolean {
  return name === "alpha" || name === "beta";
}

function clamp(point: number, count: number): number {
  return Math.max(0, Math.min(point, count));
}
