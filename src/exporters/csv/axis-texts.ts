import { axisPoint } from "../../sweep/axes.ts";
import { axisCount, type SweepSpec } from "../../sweep/spec.ts";

/** Texts kept for each axis. */
const MAX_KNOWN_TEXTS = 2 ** 16;

/** The shortest text that reads back as exactly this number (also as a double, where it is a float32); empty for NaN. */
export function csvNumber(value: number): string {
  if (Number.isNaN(value)) return "";
  return Object.is(value, -0) ? "-0" : `${value}`;
}

/** The point of each axis at a cell, the last axis fastest. */
function indicesOf(cell: number, counts: readonly number[]): number[] {
  let rest = cell;
  return counts.toReversed().map((count) => {
    const index = rest % count;
    rest = Math.floor(rest / count);
    return index;
  }).reverse();
}

/** The axes' part of a table's rows, one after the other from any cell on; numbers need no quotes. */
export class AxisTexts {
  private readonly counts: readonly number[];
  private readonly known: readonly string[][];
  private indices: number[] = [];
  private texts: string[] = [];
  private outer = "";

  constructor(private readonly spec: SweepSpec) {
    this.counts = spec.axes.map(axisCount);
    this.known = spec.axes.map(() => []);
  }

  /** The next row is that of `cell`. */
  moveTo(cell: number): void {
    this.indices = indicesOf(cell, this.counts);
    this.texts = this.spec.axes.map((_, axis) => this.textOf(axis, this.indices[axis]));
    this.outer = this.outerText();
  }

  /** The text of the present row; moves on to the next. */
  next(): string {
    const last = this.counts.length - 1;
    const text = this.outer + this.texts[last];
    let axis = last;
    while (axis >= 0 && !this.step(axis)) axis--;
    if (axis < last) this.outer = this.outerText();
    return text;
  }

  /** Moves one axis by a point; false where it starts again. */
  private step(axis: number): boolean {
    const index = this.indices[axis] + 1;
    const wraps = index === this.counts[axis];
    this.indices[axis] = wraps ? 0 : index;
    this.texts[axis] = this.textOf(axis, this.indices[axis]);
    return !wraps;
  }

  /** Most axes are short and come round again and again, so their texts are kept. */
  private textOf(axis: number, index: number): string {
    const { [axis]: known } = this.known;
    const text = known[index] ?? csvNumber(axisPoint(this.spec.axes[axis], index));
    if (index < MAX_KNOWN_TEXTS) known[index] = text;
    return text;
  }

  private outerText(): string {
    return this.texts.slice(0, -1).map((text) => `${text},`).join("");
  }
}
