/** @typedef {{ name: string, meaning: string, points: readonly [number, number, number, number], fields: readonly string[], precision?: "f32", formats: readonly string[] }} Case */

const ALL = ["npz", "csv", "csv.gz", "parquet", "arrow", "netcdf", "zarr", "zarr2"];
/** Those that take less than a minute for a hundred million points. */
const QUICK = ["npz", "arrow", "netcdf", "zarr", "zarr2"];

/** Sweeps that differ in all that a time depends on: points, fields, their types, and how well the values are compressed. @type {readonly Case[]} */
export const CASES = [
  { name: "small", meaning: "10^5 points, two fields and a code", points: [18, 18, 18, 18], fields: ["growth", "margin", "class"], formats: ALL },
  { name: "middle", meaning: "10^6 points, two fields", points: [32, 32, 32, 32], fields: ["growth", "growthSlope"], formats: ALL },
  { name: "usual", meaning: "64^4 points, two fields", points: [64, 64, 64, 64], fields: ["growth", "growthSlope"], formats: ALL },
  { name: "codes", meaning: "48^4 points, two fields and a code, float32", points: [48, 48, 48, 48], fields: ["growth", "margin", "class"], precision: "f32", formats: ALL },
  { name: "one", meaning: "64^4 points, one field", points: [64, 64, 64, 64], fields: ["growth"], formats: ["npy"] },
  { name: "long", meaning: "10^7 points along two axes", points: [1, 1, 3000, 3000], fields: ["growth", "class"], formats: ALL },
  { name: "large", meaning: "10^8 points, two fields", points: [100, 100, 100, 100], fields: ["growth", "growthSlope"], formats: QUICK },
];

/** @param {Case} one @returns {object} what the command takes */
export function specOf({ points: [alpha, beta, tau, wr], fields, precision }) {
  /** @param {string} name @param {number} count @param {object} range */
  const axis = (name, count, range) => (count === 1 ? { name, values: [0.3] } : { name, ...range, count });
  return {
    schema: "tauscape/sweep@1", fields, ...precision === undefined ? {} : { precision },
    axes: [
      axis("alpha", alpha, { min: 0.05, max: 0.9 }), axis("beta", beta, { min: 0.05, max: 0.9 }),
      axis("tau", tau, { min: 0.05, max: 0.9 }), axis("wr", wr, { min: 0.1, max: 10, spacing: "log" }),
    ],
  };
}
