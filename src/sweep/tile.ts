import type { FieldName } from "../model/index.ts";

/** Consecutive cells [start, start+count) of a sweep in C order, with the bytes of every field that was asked for. */
export interface FilledTile {
  readonly start: number;
  readonly count: number;
  /** Little-endian bytes of each field; valid until the callback that received them settles, then reused. May lie in shared memory. */
  readonly fields: Readonly<Partial<Record<FieldName, Uint8Array<ArrayBufferLike>>>>;
}

/** Cells done and cells in all; `done` never decreases and reaches `total` exactly when the work is complete. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}
