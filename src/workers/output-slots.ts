import type { BlockFormat } from "../exporters/blocks/encoders.ts";
import { isCodeField } from "../model/index.ts";
import { TILE_CELLS } from "../sweep/plan.ts";
import { cellCount, type SweepSpec } from "../sweep/spec.ts";

/** One output is read while the next is written and a third waits its turn. */
const MOST_SLOTS = 3;
/** Outputs of one worker together take no more than this, unless a single one does: 96 MiB. */
const MOST_BYTES = 96 * 2 ** 20;

/** Outputs in shared memory that a worker has for the tiles of a sweep that leave it; client and worker both ask. */
export function outputSlots(spec: SweepSpec): number {
  return Math.max(1, Math.min(MOST_SLOTS, Math.floor(MOST_BYTES / tileBytes(spec))));
}

/** Bytes of the fields of a whole tile. */
function tileBytes(spec: SweepSpec): number {
  const cells = Math.min(cellCount(spec), TILE_CELLS);
  const valueBytes = (spec.precision === "f32" ? Float32Array : Float64Array).BYTES_PER_ELEMENT;
  return spec.fields.reduce((sum, field) => sum + cells * (isCodeField(field) ? 1 : valueBytes), 0);
}

/** Outputs of all workers together: 256 MiB, so that a sweep that is written takes no more memory where there are many workers. */
const MOST_BYTES_IN_ALL = 256 * 2 ** 20;

/** How many workers may compute tiles that leave them: as many as there is room for their outputs. */
export function writingWorkers(spec: SweepSpec, threads: number): number {
  return Math.max(1, Math.min(threads, Math.floor(MOST_BYTES_IN_ALL / (outputSlots(spec) * tileBytes(spec)))));
}

/** The process, or the page's workers for it: the runtime, the package's code, a format's. */
const HOST_BYTES = 96 * 2 ** 20;
/** A worker that computes: its code, kernels and their tables. */
const WORKER_BYTES = 8 * 2 ** 20;

/** Formats that are encoded by workers of their own. */
const ENCODED: readonly string[] = ["csv", "csv.gz", "parquet"] satisfies BlockFormat[];
/** More gain nothing: by then the disk, and the digests of what is written, take longer. */
export const MOST_ENCODERS = 8;
/** A worker that encodes: its code, its tables, the blocks that it is given and gives, and the texts that it makes until they are collected. */
const ENCODER_BYTES = 80 * 2 ** 20;

/** What a format takes beside: Arrow two columns of axes, HDF5 its own memory. */
const FORMAT_BYTES: Readonly<Partial<Record<string, (tileCells: number) => number>>> = {
  arrow: (tileCells) => 2 * Float64Array.BYTES_PER_ELEMENT * tileCells + 8 * 2 ** 20,
  netcdf: () => 40 * 2 ** 20,
};

/**
 * Memory in bytes that an export takes at most, about, however large the sweep: the outputs of all workers, and what is being encoded.
 * @param format id of a row of the table of formats
 */
export function exportMemory(format: string, spec: SweepSpec, threads: number): number {
  const outputs = writingWorkers(spec, threads) * outputSlots(spec) * tileBytes(spec);
  const encoders = ENCODED.includes(format) ? Math.min(threads, MOST_ENCODERS) * ENCODER_BYTES : 0;
  return HOST_BYTES + threads * WORKER_BYTES + outputs + encoders + (FORMAT_BYTES[format]?.(Math.min(cellCount(spec), TILE_CELLS)) ?? 0);
}
