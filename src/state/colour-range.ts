/** What a colour scale runs over, and how: colours go with the place between the ends to the power of the exponent. */
export type ColourRange = readonly [low: number, high: number, exponent: number];

/** What one scene draws in the scale. */
export interface ColourExtent {
  readonly low: number;
  readonly high: number;
  /** That of the boundary's own values, which the scale is bent to; `null` where there is none to bend it to. */
  readonly median: number | null;
}

/** Values whose middle lies within this part of the scale are shown evenly. */
const EVEN = [0.3, 0.7] as const;
const LEAST_EXPONENT = 0.25;
/** So many of the values tell where their middle is. */
const SAMPLES = 512;

/** The median of some values, from a sample of them; `null` where there is no value. `indices` says which values count, and how often. */
export function medianOf(values: ArrayLike<number>, indices: ArrayLike<number>): number | null {
  const step = Math.max(1, Math.floor(indices.length / SAMPLES));
  const sample = Array.from({ length: Math.ceil(indices.length / step) }, (_, k) => values[indices[k * step]]).filter((value) => !Number.isNaN(value));
  return sample.length === 0 ? null : sample.sort((a, b) => a - b)[sample.length >> 1];
}

/** The exponent that takes a value to the middle of the scale, so that values crowded about it can be told apart; 1 where it is near enough to it. */
export function colourExponent(median: number | null, [low, high]: readonly [number, number]): number {
  if (median === null || !(high > low)) return 1;
  const place = (median - low) / (high - low);
  if (place >= EVEN[0] && place <= EVEN[1]) return 1;
  const exponent = Math.min(1 / LEAST_EXPONENT, Math.max(LEAST_EXPONENT, Math.log(0.5) / Math.log(Math.min(0.999, Math.max(0.001, place)))));
  return Number(exponent.toFixed(2));
}

/** One scale for all that some scenes draw, the same in whatever order they come; `null` where none draws anything. */
export function colourRangeOver(extents: readonly ColourExtent[]): ColourRange | null {
  if (extents.length === 0) return null;
  const range = [Math.min(...extents.map(({ low }) => low)), Math.max(...extents.map(({ high }) => high))] as const;
  const medians = extents.map(({ median }) => median).filter((median) => median !== null).sort((a, b) => a - b);
  return [...range, colourExponent(medians.length === 0 ? null : medians.reduce((sum, median) => sum + median, 0) / medians.length, range)];
}

/** The value in the middle of the scale. */
export function middleOf([low, high, exponent]: ColourRange): number {
  return low + (high - low) * 0.5 ** (1 / exponent);
}
