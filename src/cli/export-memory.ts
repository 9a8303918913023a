import type { Exporter } from "../exporters/exporter.ts";
import { TILE_CELLS } from "../sweep/plan.ts";
import { cellCount, type SweepSpec } from "../sweep/spec.ts";
import { exportMemory } from "../workers/output-slots.ts";

/** Long tables hold the axes' columns of a tile as well, in their own form and as they are written. */
const TABLES: readonly string[] = ["csv", "csv.gz", "parquet", "arrow"];
const AXIS_COPIES = 2;
/** HDF5's own memory, about. */
const LIBRARY_BYTES: Readonly<Partial<Record<string, number>>> = { netcdf: 36e6 };

/** Memory in bytes that the command takes at most, about, to write this format, however many points there are. */
export function commandMemory(format: Exporter["id"], spec: SweepSpec, threads: number): number {
  const axes = TABLES.includes(format) ? AXIS_COPIES * spec.axes.length * Float64Array.BYTES_PER_ELEMENT * Math.min(cellCount(spec), TILE_CELLS) : 0;
  return exportMemory(spec, threads) + axes + (LIBRARY_BYTES[format] ?? 0);
}
