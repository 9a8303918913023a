import { expect, it } from "vitest";
import { parseSpec } from "../../src/sweep/parse-spec.ts";
import { exportMemory } from "../../src/workers/output-slots.ts";

/** Peaks of resident memory of the built command in MiB, as Linux told them on one machine, for 48⁴ points in float64. */
const MEASURED: readonly (readonly [format: string, fields: readonly string[], threads: number, peak: number])[] = [
  ["npz", ["growth"], 1, 113], ["csv", ["growth"], 1, 196], ["csv.gz", ["growth"], 1, 178], ["parquet", ["growth"], 1, 178], ["arrow", ["growth"], 1, 133],
  ...([["npz", 139, 192], ["csv", 213, 326], ["parquet", 198, 300], ["arrow", 164, 214], ["netcdf", 179, 232], ["zarr", 139, 193]] as const)
    .flatMap(([format, ...peaks]) => peaks.map((peak, i) => [format, ["growth", "growthSlope"], i + 1, peak] as const)),
];

it.each(MEASURED)("the memory that is told of %s is what was measured, or at most a third more: fields %j, threads %i", (format, fields, threads, peak) => {
  const axis = { min: 0.05, max: 0.9, count: 48 };
  const parsed = parseSpec({ schema: "tauscape/sweep@1", fields, axes: ["alpha", "beta", "tau", "wr"].map((name) => ({ name, ...axis })) });
  if (!parsed.ok) throw new Error("The spec is wrong");
  const told = exportMemory(format, parsed.spec, threads) / 2 ** 20;
  expect(told).toBeGreaterThanOrEqual(peak);
  expect(told).toBeLessThan(1.35 * peak);
});
