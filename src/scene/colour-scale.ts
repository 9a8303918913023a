import { cividis } from "../design/cividis.ts";

/** The values at both ends of the scale; colours go with the place between them to the power of the exponent, by default 1. */
export type Range = readonly [low: number, high: number, exponent?: number];

/** What carries no value at all is drawn in. */
const NO_VALUE = "rgb(150, 150, 150)";
const RAMP_STEPS = 256;
const GRADIENT_STOPS = 9;

/** CSS colour of a value on the sequential scale; values outside `range` take the colour of its end, NaN a grey. */
export function colourAt(value: number, range: Range): string {
  return Number.isNaN(value) ? NO_VALUE : cividis(shareOf(value, range));
}

/** A CSS `linear-gradient` from the low end to the high end, for a colour bar. */
export function legendGradient(direction = "to right"): string {
  return `linear-gradient(${direction}, ${legendStops().join(", ")})`;
}

/** Evenly spaced colours of the scale, from its low end to its high end. */
export function legendStops(): readonly string[] {
  return Array.from({ length: GRADIENT_STOPS }, (_, index) => cividis(index / (GRADIENT_STOPS - 1)));
}

/** Colours of many values as linear RGB, three numbers each in 0..1, as three.js wants its vertex colours. */
export function vertexColours(values: Float32Array, range: Range): Float32Array<ArrayBuffer> {
  const colours = new Float32Array(values.length * 3);
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    const entry = Number.isNaN(value) ? RAMP_STEPS : Math.round(shareOf(value, range) * (RAMP_STEPS - 1));
    colours.set(RAMP.subarray(entry * 3, entry * 3 + 3), index * 3);
  }
  return colours;
}

/** Place on the scale, 0 to 1. */
export function shareOf(value: number, [low, high, exponent = 1]: Range): number {
  return high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) ** exponent : 0.5;
}

/** The scale in linear light, and after it the colour of no value. */
const RAMP = Float32Array.from(
  [...Array.from({ length: RAMP_STEPS }, (_, index) => cividis(index / (RAMP_STEPS - 1))), NO_VALUE].flatMap(linearChannels),
);

function linearChannels(css: string): readonly number[] {
  return (css.match(/\d+/g) ?? []).map((channel) => {
    const share = Number(channel) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
}
