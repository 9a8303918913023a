import { METHODS } from "../sweep/methods.ts";
import type { SweepSummary } from "../sweep/summary.ts";
import { passedOn, withClient } from "./clients.ts";
import { Handover, Settled } from "./handover.ts";
import { specOf, type SweepInput } from "./input.ts";
import { checkChoice, checkOptionNames } from "./option-names.ts";
import { SUMMARY_OPTION_NAMES, SWEEP_OPTION_NAMES, type SummaryOptions, type SweepOptions } from "./options.ts";
import { typedTile, type SweepTile } from "./tiles.ts";

/** The tiles of a sweep, in order. The next is asked for by `next`, or by each turn of `for await`; meanwhile the workers are at most a few tiles ahead. */
export interface SweepStream<Input extends SweepInput> extends AsyncIterator<SweepTile<Input>, SweepSummary, undefined> {
  /** `tauscape/summary@1`, when all tiles have been taken; rejects where the sweep fails, is aborted or left early. Also the iterator's return value. */
  readonly summary: Promise<SweepSummary>;
  [Symbol.asyncIterator](): SweepStream<Input>;
}

/**
 * Sweeps the model over a grid and hands its tiles over, in order, as they are asked for; nothing starts before the first is. Values are the same bits whatever the
 * engine, the number of threads or the range (but for `webgpu`, whose values are float32 within 1e-5).
 * @throws {@link SpecError} at once, where the spec is refused, and a `TypeError` for an option that there is not. Asking for a tile rejects with the signal's reason; with an `EngineUnavailableError` or a
 * `ThreadCountError` where the options ask for what is not here; with a `RangeError` for a range that cuts tiles; with a `TileFailedError` where
 * the same tile failed three times
 */
export function sweep<const Input extends SweepInput>(input: Input, options: SweepOptions = {}): SweepStream<Input> {
  checkOptionNames("sweep", options, SWEEP_OPTION_NAMES);
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
 * @throws {@link SpecError}; a `TypeError` for an option that there is not; and as {@link sweep}
 */
export async function summarize(input: SweepInput, options: SummaryOptions = {}): Promise<SweepSummary> {
  checkOptionNames("summarize", options, SUMMARY_OPTION_NAMES);
  checkChoice("method", options.method, METHODS);
  const spec = specOf(input);
  return withClient(options, (client) => client.sweep(spec, { ...passedOn(options), method: options.method ?? "auto" }));
}
