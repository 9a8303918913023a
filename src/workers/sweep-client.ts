import type { EngineChoice } from "../engines/engine-errors.ts";
import type { Method } from "../sweep/methods.ts";
import type { CellRange } from "../sweep/plan.ts";
import type { SweepSpec } from "../sweep/spec.ts";
import type { SweepSummary } from "../sweep/summary.ts";
import type { ComputedTile, Progress } from "../sweep/tile.ts";
import type { MemoryWork, SurfaceRequest, SurfaceResult } from "./protocol.ts";

export type { EngineChoice, MemoryWork, SurfaceRequest, SurfaceResult };

export interface RunOptions {
  readonly signal?: AbortSignal;
}

export interface SweepOptions extends RunOptions {
  readonly onProgress?: (progress: Progress) => void;
  /** Checksums of every field; they cost a pass over the bytes. Default: false. */
  readonly checksum?: boolean;
  /** Default: `auto`, the cheapest that gives what was asked for. `rows` gives neither cells nor checksums. */
  readonly method?: Method;
  /** Whether every cell is written to the workers' memory though no one receives it: the benchmark's fill. Default: false. */
  readonly keep?: boolean;
  /** Receives the tiles in order, one at a time; the sweep waits for it. Without it no cell leaves the workers. */
  readonly onTile?: (tile: ComputedTile) => void | Promise<void>;
  /** Only these cells, which the summary then is of; cells are visited. Default: all. */
  readonly range?: CellRange;
}

/**
 * A pool of workers that runs sweeps: one at a time, further ones wait their turn; surfaces run between the tiles. A call
 * rejects with the signal's reason when aborted. A worker that dies is replaced and its work done again: a sweep rejects with a `TileFailedError` where
 * the same tile fails three times, a surface with a `WorkerLostError`.
 */
export interface SweepClient {
  /** The engine of the latest sweep; at first, the one that was found to work. */
  readonly engine: EngineChoice;
  readonly threads: number;
  sweep(spec: SweepSpec, options?: SweepOptions): Promise<SweepSummary>;
  surface(request: SurfaceRequest, options?: RunOptions): Promise<SurfaceResult>;
  /**
   * Plain memory work as the machine does it, all workers at once, each on its share of `bytes`: what sweeps are compared with.
   * @returns seconds of each of `repeats` runs, those of the slowest worker
   */
  memory(work: MemoryWork, bytes: number, repeats: number): Promise<number[]>;
  dispose(): void;
}
