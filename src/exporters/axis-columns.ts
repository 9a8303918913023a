import { axisPoints } from "../sweep/axes.ts";
import { axisCount, type SweepSpec } from "../sweep/spec.ts";

/** Points of an axis that are kept; a longer axis is made anew where it is needed. */
const MAX_KEPT_POINTS = 2 ** 20;

/** The axes of a long table, as columns over any consecutive cells. */
export class AxisColumns {
  /** Cells after which each axis moves on by a point. */
  readonly strides: readonly number[];
  private readonly counts: readonly number[];
  private readonly kept: (Float64Array | null)[];

  constructor(private readonly spec: SweepSpec) {
    this.counts = spec.axes.map(axisCount);
    this.strides = this.counts.map((_, axis) => this.counts.slice(axis + 1).reduce((product, count) => product * count, 1));
    this.kept = this.counts.map(() => null);
  }

  /** The values of an axis at as many cells from `start` on as the column has. */
  fillValues(axis: number, start: number, column: Float64Array): void {
    this.fill(axis, start, column, (point) => this.point(axis, point));
  }

  /** As {@link fillValues}, the indices of the axis's points. */
  fillIndices(axis: number, start: number, indices: Uint8Array | Uint16Array): void {
    this.fill(axis, start, indices, (point) => point);
  }

  /** A column repeats itself after every pass through the axis, so one pass is made and then copied, twice as much each time. */
  private fill(axis: number, start: number, column: Float64Array | Uint8Array | Uint16Array, valueOf: (point: number) => number): void {
    const { [axis]: stride } = this.strides;
    const { [axis]: points } = this.counts;
    const pass = Math.min(column.length, stride * points);
    let point = Math.floor(start / stride) % points;
    let to = Math.min(pass, stride - (start % stride));
    for (let from = 0; from < pass; from = to, to = Math.min(pass, to + stride)) {
      const value = valueOf(point);
      if (stride === 1) column[from] = value;
      else column.fill(value, from, to);
      point = point + 1 === points ? 0 : point + 1;
    }
    for (let made = pass; made < column.length; made *= 2) column.copyWithin(made, 0, Math.min(made, column.length - made));
  }

  private point(axis: number, index: number): number {
    const { [axis]: definition } = this.spec.axes;
    if (this.counts[axis] > MAX_KEPT_POINTS) return axisPoints(definition, index, index + 1)[0];
    return (this.kept[axis] ??= axisPoints(definition))[index];
  }
}
