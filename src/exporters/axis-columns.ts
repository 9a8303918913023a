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

  /** The values of an axis at cells [start, start+count). */
  values(axis: number, start: number, count: number): Float64Array<ArrayBuffer> {
    const column = new Float64Array(count);
    this.runs(axis, start, count, (point, from, to) => column.fill(this.point(axis, point), from, to));
    return column;
  }

  /** The indices of an axis's points at cells [start, start+count). */
  fillIndices(axis: number, start: number, indices: Uint8Array | Uint16Array): void {
    this.runs(axis, start, indices.length, (point, from, to) => indices.fill(point, from, to));
  }

  private runs(axis: number, start: number, count: number, emit: (point: number, from: number, to: number) => void): void {
    const { [axis]: stride } = this.strides;
    const { [axis]: points } = this.counts;
    let point = Math.floor(start / stride) % points;
    let to = Math.min(count, stride - (start % stride));
    for (let from = 0; from < count; from = to, to = Math.min(count, to + stride)) {
      emit(point, from, to);
      point = point + 1 === points ? 0 : point + 1;
    }
  }

  private point(axis: number, index: number): number {
    const { [axis]: definition } = this.spec.axes;
    if (this.counts[axis] > MAX_KEPT_POINTS) return axisPoints(definition, index, index + 1)[0];
    return (this.kept[axis] ??= axisPoints(definition))[index];
  }
}
