import type { CellRange } from "../sweep/plan.ts";
import type { Method } from "../sweep/methods.ts";
import type { SweepSummary } from "../sweep/summary.ts";
import type { Progress } from "../sweep/tile.ts";
import { passedOn, withClient } from "./clients.ts";
import { Handover, Settled } from "./handover.ts";
import { specOf, type SweepInput } from "./input.ts";
import { typedTile, type SweepTile } from "./tiles.ts";
import type { WhereToRun } from "./workers.ts";

/** What every sweep takes; options of {@link sweep}. */
export interface SweepOptions extends WhereToRun {
  /** Ends the sweep; what was asked for rejects with its reason. */
  readonly signal?: AbortSignal;
  /** Cells done and in all; `done` never decreases and ends at `total`. */
  readonly onProgress?: (progress: Progress) => void;
  /** Only the cells [from, to), each a multiple of `TILE_CELLS` (2²⁰) or the end of the sweep. Default: all. */
  readonly range?: CellRange;
  /** Whether the summary gives the checksum of every field (CONTRACT: XXH128 over 1 MiB pieces). Default: false. */
  readonly checksum?: boolean;
}

/** Options of {@link summarize}. */
export interface SummaryOptions extends SweepOptions {
  /** `cells` visits every cell, `rows` follows rows and makes neither checksums nor ranges. Default: `auto`, the cheapest that gives what is asked for. */
  readonly method?: Method;
}

/** The tiles of a sweep, in order. The next is asked for by `next`, or by each turn of `for await`; meanwhile the workers are at most a few tiles ahead. */
export interface SweepStream<Input extends SweepInput> extends AsyncIterator<SweepTile<Input>, SweepSummary, undefined> {
  /** `tauscape/summary@1`, when all tiles have been taken; rejects where the sweep fails, is aborted or left early. Also the iterator's return value. */
  readonly summary: Promise<SweepSummary>;
  [Symbol.asyncIterator](): SweepStream<Input>;
}

/**
 * Sweeps the model over a grid and hands its tiles over, in order, as they are asked for; nothing starts before the first is. Values are the same bits whatever the
 * engine, the number of threads or the range (but for `webgpu`, whose values are float32 within 1e-5).
 * @throws {@link SpecError} at once, where the spec is refused. Asking for a tile rejects with the signal's reason; with an `EngineUnavailableError` or a
 * `ThreadCountError` where the options ask for what is not here; with a `RangeError` for a range that cuts tiles; with a `TileFailedError` where
 * the same tile failed three times
 */
export function sweep<const Input extends SweepInput>(input: Input, options: SweepOptions = {}): SweepStream<Input> {
  const spec = specOf(input);
  const left = new AbortController();
  const signal = options.signal === undefined ? left.signal : AbortSignal.any([options.signal, left.signal]);
  const handover = new Handover<SweepTile<Input>>();
  const summary = new Settled<SweepSummary>();

  async function* tiles(): AsyncGenerator<SweepTile<Input>, SweepSummary, undefined> {
    const run = withClient(options, (client) => client.sweep(spec, {
      ...passedOn(options), signal, method: "cells", onTile: (tile) => handover.offer(typedTile<Input>(tile, spec)),
    }));
    summary.resolve(run);
    run.then(() => handover.end(), (cause: unknown) => handover.fail(cause));
    try {
      for (let tile = await handover.take(); tile !== null; tile = await handover.take()) yield tile;
      return await run;
    } finally {
      left.abort(leftEarly());
      await run.catch(() => undefined);
    }
  }

  const iterator = tiles();
  return {
    summary: summary.promise,
    next: () => iterator.next(),
    return: (value) => {
      summary.reject(leftEarly());
      return iterator.return(value as SweepSummary);
    },
    throw: (cause) => iterator.throw(cause),
    [Symbol.asyncIterator]() { return this; },
  };
}

function leftEarly(): DOMException {
  return new DOMException("The sweep was left before its end.", "AbortError");
}

/**
 * Counts, extremes and means of a sweep, without its cells: `tauscape/summary@1`. Where no checksum and no range is asked for, rows are followed instead of cells visited, so that 10¹² points
 * take seconds.
 * @throws {@link SpecError}, and as {@link sweep}
 */
export async function summarize(input: SweepInput, options: SummaryOptions = {}): Promise<SweepSummary> {
  const spec = specOf(input);
  return withClient(options, (client) => client.sweep(spec, { ...passedOn(options), method: options.method ?? "auto" }));
}
