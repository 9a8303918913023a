import type { CellRange } from "../sweep/plan.ts";
import type { SweepSummary } from "../sweep/summary.ts";
import type { ComputedTile } from "../sweep/tile.ts";
import { LockedError } from "./file-system.ts";
import { filesOf } from "./names.ts";
import { openResult, type OpenOptions } from "./open-result.ts";
import type { Manifest } from "./manifest.ts";
import type { ResultHost, ResultJob, RunFacts } from "./result-writer.ts";

/** Where a result's tiles come from: engines, or shards. */
export interface TileSource {
  /** Who computes at the moment; null before `run`. */
  facts(): RunFacts | null;
  /** Hands the tiles of a range over, in order, one at a time; none of an empty range. Not called where all was computed before. */
  run(range: CellRange, onTile: (tile: ComputedTile) => Promise<void>): Promise<void>;
  /** The shards that are joined. */
  readonly shards: Manifest["shards"];
}

export interface ResultOutcome {
  readonly manifest: Manifest;
  readonly summary: SweepSummary;
  /** Whether nothing was left to do. */
  readonly wasDone: boolean;
}

/**
 * Writes a result, whole or not at all: what stands at the job's path is untouched until everything is ready. When it is aborted, or fails, what is done
 * stays beside it to go on from.
 * @throws ResultError, LockedError, the signal's reason, and what the system refuses
 */
export async function writeResult(job: ResultJob, host: ResultHost, options: OpenOptions, source: TileSource): Promise<ResultOutcome> {
  const lock = await host.files.lock(filesOf(job.path).lock);
  try {
    const opened = await openResult(job, host, options);
    if (opened.kind === "done") return { ...opened, wasDone: true };
    const { writer } = opened;
    let writing: Promise<void> = Promise.resolve();
    const write = async (tile: ComputedTile) => {
      await lock.confirm();
      await writer.writeTile(tile, source.facts());
    };
    try {
      const range = { from: writer.from, to: job.range.to };
      if (range.from < range.to || writer.facts === null) await source.run(range, (tile) => writing = write(tile));
      options.signal?.throwIfAborted();
      await lock.confirm();
      return { ...await writer.finish(source.facts(), source.shards), wasDone: false };
    } catch (cause) {
      // A source that is aborted ends at once, and its last tile may be on its way.
      await writing.catch(() => undefined);
      // What another writes by now is not touched.
      await (cause instanceof LockedError ? writer.close() : writer.pause());
      throw cause;
    }
  } finally {
    await lock.release();
  }
}
