import { isCodeField } from "../model/index.ts";
import { TILE_CELLS } from "../sweep/plan.ts";
import { cellCount, type SweepSpec } from "../sweep/spec.ts";

/** One output is read while the next is written and a third waits its turn. */
const MOST_SLOTS = 3;
/** Outputs of one worker together take no more than this, unless a single one does: 64 MiB. */
const MOST_BYTES = 64 * 2 ** 20;

/** Outputs in shared memory that a worker has for the tiles of a sweep that leave it; client and worker both ask. */
export function outputSlots(spec: SweepSpec): number {
  return Math.max(1, Math.min(MOST_SLOTS, Math.floor(MOST_BYTES / tileBytes(spec))));
}

/** Bytes of the fields of a whole tile. */
export function tileBytes(spec: SweepSpec): number {
  const cells = Math.min(cellCount(spec), TILE_CELLS);
  const valueBytes = (spec.precision === "f32" ? Float32Array : Float64Array).BYTES_PER_ELEMENT;
  return spec.fields.reduce((sum, field) => sum + cells * (isCodeField(field) ? 1 : valueBytes), 0);
}

/** Outputs of all workers together: 160 MiB, so that a sweep that is written takes no more memory where there are many workers; no disk keeps more of them busy. */
const MOST_BYTES_IN_ALL = 160 * 2 ** 20;

/** How many workers may compute tiles that leave them: as many as there is room for their outputs. */
export function writingWorkers(spec: SweepSpec, threads: number): number {
  return Math.max(1, Math.min(threads, Math.floor(MOST_BYTES_IN_ALL / (outputSlots(spec) * tileBytes(spec)))));
}
