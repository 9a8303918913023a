import type { Exporter } from "../exporters/exporter.ts";
import { TILE_CELLS } from "../sweep/plan.ts";
import { cellCount, type SweepSpec } from "../sweep/spec.ts";
import { encoderWorkers } from "./encoder-count.ts";
import { outputSlots, tileBytes, writingWorkers } from "./output-slots.ts";

/** What kernels, their tables and a worker's own code take, about. */
const WORKER_BYTES = 24 * 2 ** 20;
/** Tiles that the writer holds in its own form, and as they were handed over. */
const WRITTEN_TILES = 2;
/** What each encoding worker takes, about: its code, its libraries, and the blocks that it has under way. */
const ENCODER_BYTES: Readonly<Partial<Record<Exporter["id"], number>>> = { csv: 34e6, "csv.gz": 38e6, parquet: 50e6 };
/** HDF5's own memory, about. */
const LIBRARY_BYTES: Readonly<Partial<Record<Exporter["id"], number>>> = { netcdf: 36e6 };
/** Arrow makes one axis's column of a tile while the one before is written. */
const ARROW_COLUMNS = 2;

/** Memory in bytes that an export takes at most, about, however large the sweep: the outputs of all workers, and what is being written. */
export function exportMemory(format: Exporter["id"], spec: SweepSpec, threads: number): number {
  const columns = format === "arrow" ? ARROW_COLUMNS * Float64Array.BYTES_PER_ELEMENT * Math.min(cellCount(spec), TILE_CELLS) : 0;
  const tiles = writingWorkers(spec, threads) * outputSlots(spec) + WRITTEN_TILES;
  const workers = (threads + 1) * WORKER_BYTES + encoderWorkers(threads) * (ENCODER_BYTES[format] ?? 0);
  return workers + tiles * tileBytes(spec) + columns + (LIBRARY_BYTES[format] ?? 0);
}
