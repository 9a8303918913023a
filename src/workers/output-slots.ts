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

/** What kernels, their tables and a worker's own code take, about. */
const WORKER_BYTES = 24 * 2 ** 20;
/** Tiles that the writer holds in its own form: encoded or compressed, and as it was handed over. */
const WRITTEN_TILES = 2;

/** Memory that an export takes at most, about, however large the sweep: the outputs of all workers, and what is being written. */
export function exportMemory(spec: SweepSpec, threads: number): number {
  return (threads + 1) * WORKER_BYTES + (threads * outputSlots(spec) + WRITTEN_TILES) * tileBytes(spec);
}
