import type { SweepSpec } from "../../sweep/spec.ts";
import type { ExportWorkerApi, TileFeed } from "../../workers/export-protocol.ts";
import type { SweepClient } from "../../workers/sweep-client.ts";

export interface FeedGround {
  readonly spec: SweepSpec;
  readonly worker: ExportWorkerApi;
  readonly pool: SweepClient;
  readonly signal: AbortSignal;
  /** @param doneCells of the whole sweep */
  readonly onProgress?: (doneCells: number) => void;
  /** Told why no more tiles can be computed; what the export worker refuses it says itself. */
  readonly onFailure?: (cause: unknown) => void;
}

/** Hands the pool's tiles to the export worker, one at a time: while it writes one, the pool computes as many as its outputs hold, and then waits. */
export function tileFeed({ spec, worker, pool, signal, onProgress, onFailure }: FeedGround): TileFeed {
  return {
    run: async (range) => {
      if (range.from === range.to) return;
      let isRefused = false;
      try {
        await pool.sweep(spec, {
          signal, method: "cells", checksum: true, range,
          onTile: (tile) => worker.tile(tile, { engine: pool.engine.id, threads: pool.threads }).catch((cause: unknown) => {
            isRefused = true;
            throw cause;
          }),
          onProgress: ({ done }) => onProgress?.(range.from + done),
        });
      } catch (cause) {
        if (!isRefused && !signal.aborted) onFailure?.(cause);
        throw cause;
      }
    },
  };
}
