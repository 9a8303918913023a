import type { EngineId } from "../engines/engine.ts";
import type { FieldName } from "../model/index.ts";
import type { SurfaceMesh } from "../surface/surface-mesh.ts";
import type { SweepSpec } from "../sweep/spec.ts";
import type { SweepSummary } from "../sweep/summary.ts";
import type { FilledTile, Progress } from "../sweep/tile.ts";

export interface RunOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface SweepOptions extends RunOptions {
  /** Checksums of every field; they cost a pass over the bytes. Default: false. */
  readonly checksum?: boolean;
  /** Receives the tiles in order, one at a time; the sweep waits for it. Without it no cell leaves the workers. */
  readonly onTile?: (tile: FilledTile) => void | Promise<void>;
}

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
  /** Least and greatest value of the colour field over the mesh's vertices; `null` for an empty mesh. */
  readonly colourRange: readonly [number, number] | null;
  /** Milliseconds in the worker: filling the grid, extracting the surface. */
  readonly fillMs: number;
  readonly extractMs: number;
}

/** Which engine runs, and why it was chosen. */
export interface EngineChoice {
  readonly id: EngineId;
  /** One reason for each engine that was preferred but does not work here. */
  readonly skipped: readonly { readonly id: EngineId; readonly reason: string }[];
}

/** A pool of workers that runs sweeps. Rejects with the signal's reason when aborted. */
export interface SweepClient {
  readonly engine: EngineChoice;
  readonly threads: number;
  sweep(spec: SweepSpec, options?: SweepOptions): Promise<SweepSummary>;
  surface(request: SurfaceRequest, options?: RunOptions): Promise<SurfaceResult>;
  dispose(): void;
}
