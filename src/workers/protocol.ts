import type { EngineParts } from "../engines/select-engine.ts";
import type { FieldName } from "../model/index.ts";
import type { SurfaceMesh } from "../surface/surface-mesh.ts";
import type { SweepSpec } from "../sweep/spec.ts";
import type { TileTotals } from "../sweep/totals.ts";

/** The isosurface of a field of a three-axis sweep. */
export interface SurfaceRequest {
  /** Exactly three axes; every field named here must be among its fields. */
  readonly spec: SweepSpec;
  readonly field: FieldName;
  readonly level: number;
  /** The field whose value each vertex carries. */
  readonly colour: FieldName;
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
}

/** One field's part of a tile's buffer. */
export interface TileSection {
  readonly field: FieldName;
  readonly offset: number;
  readonly length: number;
}

export interface TileAnswer {
  readonly totals: TileTotals;
  /** Digests of the 1 MiB pieces of each field, in the spec's order; empty where no checksum is wanted. */
  readonly digests: readonly Uint8Array[];
  /** All fields' bytes, one after the other; `null` where the cells stay. */
  readonly buffer: ArrayBuffer | null;
  readonly sections: readonly TileSection[];
}

/** What a worker does for its client. Calls are answered in the order in which they came. */
export interface SweepWorkerApi {
  /** Loads the kernels; once, before anything else. */
  start(parts: EngineParts): Promise<void>;
  /** Begins a sweep, and ends the one before it. */
  open(job: SweepJob): Promise<void>;
  /** Computes a tile of the open sweep. A buffer given back is filled again. */
  tile(index: number, recycled: ArrayBuffer | null): Promise<TileAnswer>;
  /** Ends the open sweep and gives its memory back. */
  close(): Promise<void>;
  surface(request: SurfaceRequest): Promise<SurfaceResult>;
  /** Seconds of each run of plain memory work over `bytes` bytes of the kernels' memory. */
  memory(work: MemoryWork, bytes: number, repeats: number): Promise<number[]>;
}
