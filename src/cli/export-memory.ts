import type { Exporter } from "../exporters/exporter.ts";
import { TILE_CELLS } from "../sweep/plan.ts";
import { cellCount, type SweepSpec } from "../sweep/spec.ts";
import { encoderWorkers } from "../workers/encoder-pool.ts";
import { exportMemory } from "../workers/output-slots.ts";

/** What each encoding worker takes, about: its code, its libraries, and the blocks that it has under way. */
const ENCODER_BYTES: Readonly<Partial<Record<string, number>>> = { csv: 34e6, "csv.gz": 38e6, parquet: 50e6 };
/** HDF5's own memory, about. */
const LIBRARY_BYTES: Readonly<Partial<Record<string, number>>> = { netcdf: 36e6 };
/** Arrow makes one axis's column of a tile while the one before is written. */
const ARROW_COLUMNS = 2;

/** Memory in bytes that the command takes at most, about, to write this format, however many points there are. */
export function commandMemory(format: Exporter["id"], spec: SweepSpec, threads: number): number {
  const columns = format === "arrow" ? ARROW_COLUMNS * Float64Array.BYTES_PER_ELEMENT * Math.min(cellCount(spec), TILE_CELLS) : 0;
  return exportMemory(spec, threads) + encoderWorkers(threads) * (ENCODER_BYTES[format] ?? 0) + columns + (LIBRARY_BYTES[format] ?? 0);
}
