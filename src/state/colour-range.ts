/** What a colour scale runs over, and how: colours go with the place between the ends to the power of the exponent. */
export type ColourRange = readonly [low: number, high: number, exponent: number];

/** Values whose middle lies within this part of the scale are shown evenly. */
const EVEN = [0.3, 0.7] as const;
const LEAST_EXPONENT = 0.25;
/** So many of the values tell where their middle is. */
const SAMPLES = 512;

/**
 * The exponent that takes the median of some values to the middle of the scale, so that values crowded at one end can be told apart; 1
 * where they are spread evenly enough. `indices` says which values count, and how often.
 */
export function colourExponent(values: ArrayLike<number>, indices: ArrayLike<number>, [low, high]: readonly [number, number]): number {
  const step = Math.max(1, Math.floor(indices.length / SAMPLES));
  const sample = Array.from({ length: Math.ceil(indices.length / step) }, (_, k) => values[indices[k * step]]).filter((value) => !Number.isNaN(value));
  if (sample.length === 0 || !(high > low)) return 1;
  const median = sample.sort((a, b) => a - b)[sample.length >> 1];
  const place = (median - low) / (high - low);
  if (place >= EVEN[0] && place <= EVEN[1]) return 1;
  const exponent = Math.min(1 / LEAST_EXPONENT, Math.max(LEAST_EXPONENT, Math.log(0.5) / Math.log(Math.min(0.999, Math.max(0.001, place)))));
  return Number(exponent.toFixed(2));
}

/** The value in the middle of the scale. */
export function middleOf([low, high, exponent]: ColourRange): number {
  return low + (high - low) * 0.5 ** (1 / exponent);
}
