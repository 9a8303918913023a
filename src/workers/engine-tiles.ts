import type { RunFacts } from "../results/result-writer.ts";
import type { TileSource } from "../results/write-result.ts";
import type { CellRange } from "../sweep/plan.ts";
import type { SweepSpec } from "../sweep/spec.ts";
import type { SweepClient } from "./sweep-client.ts";

export interface EngineTilesOptions {
  readonly signal?: AbortSignal;
  readonly onStart?: (range: CellRange) => void;
  /** @param done cells of the range */
  readonly onProgress?: (done: number, range: CellRange) => void;
}

/**
 * The tiles of a sweep as they are computed.
 * @param start starts the workers: not before it is clear that there is something to compute
 */
export function engineTiles(start: () => Promise<SweepClient>, spec: SweepSpec, { signal, onStart, onProgress }: EngineTilesOptions): TileSource {
  let facts: RunFacts | null = null;
  return {
    shards: [],
    facts: () => facts,
    run: async (range, onTile) => {
      const client = await start();
      facts = { engine: client.engine.id, threads: client.threads };
      if (range.from === range.to) return;
      onStart?.(range);
      await client.sweep(spec, {
        ...(signal === undefined ? {} : { signal }), method: "cells", checksum: true, range,
        onTile: (tile) => {
          // Another engine may have taken over.
          facts = { engine: client.engine.id, threads: client.threads };
          return onTile(tile);
        },
        onProgress: ({ done }) => { onProgress?.(done, range); },
      });
    },
  };
}
