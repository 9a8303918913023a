import { scaleLog } from "d3-scale";

/** Where a logarithmic axis has its marks. */
export interface LogAxis {
  /** Pixels of a value. */
  readonly place: (value: number) => number;
  readonly ticks: readonly number[];
}

/** A label and where it wishes to stand. */
export interface PlacedLabel {
  readonly text: string;
  /** Pixels of what it names. */
  readonly at: number;
  /** Pixels of its middle. */
  readonly y: number;
}

const MOST_TICKS = 6;
/** Beyond the least and the greatest value: a square of more than 2.5, so that one of 1, 2, 5 times a power of ten is always between the ends. */
const ROOM = 1.6;

/**
 * A logarithmic axis over positive values, with a little room on both sides.
 * @param range pixels of its ends
 * @param ticks values to mark; by default powers of ten, or 1, 2, 5 between them where there is only one
 */
export function logAxis(values: readonly number[], range: readonly [number, number], ticks?: readonly number[]): LogAxis {
  const positive = values.filter((value) => value > 0);
  const [least, greatest] = positive.length === 0 ? [1, 10] : [Math.min(...positive), Math.max(...positive)];
  const [from, to] = [least / ROOM, greatest * ROOM];
  const scale = scaleLog().domain([from, to]).range(range);
  return { place: (value) => scale(value), ticks: ticks ?? roundTicks(from, to) };
}

function roundTicks(least: number, greatest: number): number[] {
  const decades = between(Math.ceil(Math.log10(least)), Math.floor(Math.log10(greatest)));
  if (decades.length >= 2) {
    const step = Math.ceil(decades.length / MOST_TICKS);
    return decades.filter((_, k) => k % step === 0).map((decade) => 10 ** decade);
  }
  const around = between(Math.floor(Math.log10(least)), Math.ceil(Math.log10(greatest)));
  return around.flatMap((decade) => [1, 2, 5].map((digit) => digit * 10 ** decade)).filter((tick) => tick >= least && tick <= greatest);
}

function between(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, k) => from + k);
}

/** Labels moved down just so far that no two overlap; from the top. @param height of one label, pixels */
export function spreadLabels(labels: readonly Omit<PlacedLabel, "y">[], height: number): PlacedLabel[] {
  let lowest = -Infinity;
  return [...labels].sort((a, b) => a.at - b.at).map((label) => {
    lowest = Math.max(label.at, lowest + height);
    return { ...label, y: lowest };
  });
}
