import type { FieldName } from "../model/index.ts";
import type { TileTotals } from "./totals.ts";

/** Consecutive cells [start, start+count) of a sweep in C order, with the bytes of every field that was asked for. */
export interface FilledTile {
  readonly start: number;
  readonly count: number;
  /** Little-endian bytes of each field; valid until the callback that received them settles, then reused. May lie in shared memory. */
  readonly fields: Readonly<Partial<Record<FieldName, Uint8Array<ArrayBufferLike>>>>;
  /**
   * Digests of the 1 MiB pieces of each field, in the spec's order: null for a field that the engine computes only within a
   * tolerance, and no entry at all where no checksum is wanted.
   */
  readonly digests?: readonly (Uint8Array | null)[];
}

/** A tile as an engine hands it over: its cells, and what they contribute to the summary. */
export interface ComputedTile extends FilledTile {
  readonly totals: TileTotals;
  readonly digests: readonly (Uint8Array | null)[];
  /** Of computing: the time of its worker over the number of workers, so that all tiles together give the time of the sweep. */
  readonly seconds: number;
}

/** Cells done and cells in all; `done` never decreases and reaches `total` exactly when the work is complete. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}
