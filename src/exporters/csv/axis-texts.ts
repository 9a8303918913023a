import { axisPoint, axisPoints } from "../../sweep/axes.ts";
import { axisCount, type SweepSpec } from "../../sweep/spec.ts";

/** An axis with more points has its texts made anew each time. */
const MAX_KNOWN_TEXTS = 2 ** 16;

/**
 * No number takes more, with what parts it from the next: a sign, 17 digits, a point and an exponent of three digits with its sign, or zeros down to 1e-6,
 * and a comma. Formats that are not text take far less.
 */
export const MOST_NUMBER_BYTES = 26;

/** The shortest text that reads back as exactly this number (also as a double, where it is a float32); empty for NaN. */
export function csvNumber(value: number): string {
  if (Number.isNaN(value)) return "";
  return Object.is(value, -0) ? "-0" : `${value}`;
}

/** The axes' part of a table's rows, the last axis fastest; numbers need no quotes. */
export class AxisTexts {
  /** Points of the last axis: the rows after which the others move on. */
  readonly lastCount: number;
  private readonly counts: readonly number[];
  /** Most axes are short and come round again and again, so their texts are kept. */
  private readonly known: readonly (readonly string[] | null)[];

  constructor(private readonly spec: SweepSpec) {
    this.counts = spec.axes.map(axisCount);
    this.lastCount = this.counts[this.counts.length - 1];
    this.known = spec.axes.map((axis, i) => (this.counts[i] > MAX_KNOWN_TEXTS ? null : Array.from(axisPoints(axis), csvNumber)));
  }

  /** The points of all axes but the last at a cell, each with a comma behind it. */
  outer(cell: number): string {
    let rest = Math.floor(cell / this.lastCount);
    let text = "";
    for (let axis = this.counts.length - 2; axis >= 0; axis--) {
      text = `${this.textOf(axis, rest % this.counts[axis])},${text}`;
      rest = Math.floor(rest / this.counts[axis]);
    }
    return text;
  }

  /** A point of the last axis. */
  last(index: number): string {
    return this.textOf(this.counts.length - 1, index);
  }

  private textOf(axis: number, index: number): string {
    const { [axis]: texts } = this.known;
    return texts === null ? csvNumber(axisPoint(this.spec.axes[axis], index)) : texts[index];
  }
}
