import { expect, it } from "vitest";
import { FORMAT_IDS, type FormatId } from "../../src/exporters/exporter.ts";
import type { FieldName } from "../../src/model/index.ts";
import { parseSpec } from "../../src/sweep/parse-spec.ts";
import { exportMemory } from "../../src/workers/export-memory.ts";

/** Peaks of resident memory of the built command in MiB, with one thread and with two, as Linux told them on one machine, for 48⁴ points in float64. */
const PEAKS: readonly (readonly [format: FormatId, fields: readonly FieldName[], one: number, two: number])[] = [
  ...([["npz", 138, 194], ["csv", 174, 264], ["csv.gz", 177, 263], ["parquet", 197, 300], ["arrow", 161, 216], ["netcdf", 139, 190], ["zarr", 140, 190]] as const)
    .map(([format, ...peaks]) => [format, ["growth", "growthSlope"], ...peaks] as const),
  ...([["npz", 157, 237], ["csv", 203, 325], ["csv.gz", 191, 318], ["parquet", 214, 339], ["arrow", 176, 264], ["netcdf", 155, 240], ["zarr", 157, 240]] as const)
    .map(([format, ...peaks]) => [format, ["growth", "growthSlope", "threshold", "margin"], ...peaks] as const),
];

const specOf = (fields: readonly FieldName[]) => {
  const parsed = parseSpec({ schema: "tauscape/sweep@1", fields, axes: ["alpha", "beta", "tau", "wr"].map((name) => ({ name, min: 0.05, max: 0.9, count: 48 })) });
  if (!parsed.ok) throw new Error("The spec is wrong");
  return parsed.spec;
};

it.each(PEAKS)("the memory that is told of %s is what was measured, or at most a third more: fields %j", (format, fields, ...peaks) => {
  for (const [k, peak] of peaks.entries()) {
    const told = exportMemory(format, specOf(fields), k + 1) / 2 ** 20;
    expect(told).toBeGreaterThanOrEqual(peak);
    expect(told).toBeLessThan(1.35 * peak);
  }
});

it.each(FORMAT_IDS)("%s is told to take less than 512 MB, also with eight threads and many fields", (format) => {
  const two = ["growth", "growthSlope"] as const;
  for (const fields of [two, [...two, "threshold", "margin"], [...two, "threshold", "margin", "class", "status"]] as const) expect(exportMemory(format, specOf(fields), 8)).toBeLessThan(512e6);
});
