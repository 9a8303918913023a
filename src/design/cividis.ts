/**
 * The sequential scale cividis, which looks the same to readers with and without a colour deficiency (Nuñez, Anderton and Renslow 2018).
 * The polynomials are those of d3-scale-chromatic (ISC licence), and a test holds the two equal. The library itself would come with the first
 * picture whole, whatever is used of it, because Plot needs all of its schemes later.
 */

/** Of red, green and blue, 0 to 255: the coefficients of 1, t, t² … t⁵. */
const CHANNELS: readonly (readonly number[])[] = [
  [-4.54, -35.34, 2381.73, -6402.7, 7024.72, -2710.57],
  [32.49, 170.73, 52.82, -131.46, 176.58, -67.37],
  [81.24, 442.36, -2482.43, 6167.24, -6614.94, 2475.67],
];

/** CSS colour at a place between the low end, 0, and the high end, 1; beyond them that of the end. */
export function cividis(place: number): string {
  const t = Math.min(1, Math.max(0, place));
  const channels = CHANNELS.map((coefficients) => coefficients.reduceRight((sum, coefficient) => sum * t + coefficient, 0));
  return `rgb(${channels.map((channel) => Math.min(255, Math.max(0, Math.round(channel)))).join(", ")})`;
}
