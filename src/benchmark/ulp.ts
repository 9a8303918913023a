import type { Precision } from "../sweep/spec.ts";

/** What NaN against a number, or one infinity too many, counts as: more than any two numbers are apart. */
export const FARTHEST = 2 ** 64;

const bits = new DataView(new ArrayBuffer(8));

/**
 * How many numbers of the given precision lie between two, counting one end: 0 where they are equal (−0 and 0 are, and NaN
 * and NaN), 1 for neighbours. Exact below 2⁵³, then rounded.
 */
export function ulpDistance(a: number, b: number, precision: Precision): number {
  if (Object.is(a, b) || a === b) return 0;
  if (Number.isNaN(a) || Number.isNaN(b)) return FARTHEST;
  const distance = ordinal(a, precision) - ordinal(b, precision);
  return Number(distance < 0n ? -distance : distance);
}

/** Place of a number among all of its precision; neighbours are one apart, and both zeros are 0. */
function ordinal(value: number, precision: Precision): bigint {
  let magnitude: bigint;
  if (precision === "f32") {
    bits.setFloat32(0, Math.abs(value));
    magnitude = BigInt(bits.getUint32(0));
  } else {
    bits.setFloat64(0, Math.abs(value));
    magnitude = bits.getBigUint64(0);
  }
  return value < 0 ? -magnitude : magnitude;
}
