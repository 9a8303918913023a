import type { EngineParts } from "../engines/engine-table.ts";
import type { FieldName } from "../model/index.ts";
import type { SurfaceMesh } from "../surface/surface-mesh.ts";
import type { SweepSpec } from "../sweep/spec.ts";
import type { Claimed } from "../sweep/claims.ts";
import type { TileTotals } from "../sweep/totals.ts";
import type { ClaimQueue } from "./claim-queue.ts";

/** The isosurface of a field of a three-axis sweep. */
export interface SurfaceRequest {
  /** Exactly three axes; every field named here must be among its fields. */
  readonly spec: SweepSpec;
  readonly field: FieldName;
  readonly level: number;
  /** The field whose value each vertex carries. */
  readonly colour: FieldName;
  /** Another sweep over the same axes, whose value of `colour` the vertices carry instead. */
  readonly colourFrom?: SweepSpec;
}

export interface SurfaceResult {
  readonly mesh: SurfaceMesh;
  /** Least and greatest value of the colour field on the sheet; `null` where there is none. */
  readonly colourRange: readonly [number, number] | null;
  /** Milliseconds in the worker: filling the grid, extracting the surface. */
  readonly fillMs: number;
  readonly extractMs: number;
}

/** `fill` writes every byte once; `copy` reads one half of the bytes and writes the other. */
export const MEMORY_WORKS = ["fill", "copy"] as const;
export type MemoryWork = (typeof MEMORY_WORKS)[number];

/** One sweep as a worker sees it. */
export interface SweepJob {
  readonly spec: SweepSpec;
  /** Whether cells are kept in the worker's memory, tile over tile. */
  readonly keep: boolean;
  /** Whether the cells leave the worker. */
  readonly transfer: boolean;
  readonly checksum: boolean;
  /** Whether rows are followed instead of visited; nothing else can be asked for then. */
  readonly follow: boolean;
}

/**
 * Where the cells of a tile that leaves the worker go: one of its outputs in shared memory, by number, or a buffer that is
 * transferred; null where a new one is to be made.
 */
export type TileOutput = number | ArrayBuffer | null;

/** Tiles [from, to) of a sweep; one, where its cells leave the worker. */
export interface TileOrder {
  /** The sweep that begins with these tiles and ends the one before it; null goes on with the open one. */
  readonly job: SweepJob | null;
  readonly from: number;
  readonly to: number;
  readonly output: TileOutput;
  /**
   * Where all workers see the same memory, the queue of tiles that none of them has taken. Then the order is not for all of its tiles, but for
   * those that the worker takes from the queue in the time of a batch.
   */
  readonly queue: ClaimQueue | null;
}

/** One field's part of a tile's buffer. */
export interface TileSection {
  readonly field: FieldName;
  readonly offset: number;
  readonly length: number;
}

/** Where the bytes of a tile's fields lie. */
export interface TileCells {
  readonly buffer: ArrayBuffer | SharedArrayBuffer;
  readonly sections: readonly TileSection[];
}

export interface TileAnswer {
  readonly totals: TileTotals;
  /**
   * Digests of the 1 MiB pieces of each field, in the spec's order: null for a field that the engine computes only within a
   * tolerance, and no entry at all where no checksum is wanted.
   */
  readonly digests: readonly (Uint8Array | null)[];
  /** Null where the cells stay. */
  readonly cells: TileCells | null;
}

export interface TilesAnswer {
  /** Of neighbouring tiles where there was no queue. */
  readonly tiles: readonly Claimed<TileAnswer>[];
  /** Time that the worker spent on them. */
  readonly milliseconds: number;
}

/** What a worker does for its client. Orders are carried out one after the other, as they came. */
export interface SweepWorkerApi {
  /** Loads the engine; once, before anything else. Rejects with the reason where it does not work here. */
  start(parts: EngineParts): Promise<void>;
  /** Computes tiles. A sweep that cannot be begun rejects its first order and all that follow. */
  sweep(order: TileOrder): Promise<TilesAnswer>;
  /** Ends the open sweep and gives its memory back. */
  close(): Promise<void>;
  surface(request: SurfaceRequest): Promise<SurfaceResult>;
  /** Seconds of each run of plain memory work over `bytes` bytes of the kernels' memory. */
  memory(work: MemoryWork, bytes: number, repeats: number): Promise<number[]>;
}
