import type { Exporter } from "../exporters/exporter.ts";
import { measureFormat, type FormatCost } from "../results/format-cost.ts";
import type { Method } from "../sweep/methods.ts";
import { chooseMethod } from "../sweep/rows/choose-method.ts";
import { cellCount, type SweepSpec } from "../sweep/spec.ts";
import { thinSpec } from "../sweep/thin-spec.ts";
import type { SweepClient } from "../workers/sweep-client.ts";
import { rehearse, type RunSeconds } from "./rehearse.ts";

/** Points of the run that is timed for each thread: some tens of milliseconds. */
const SAMPLE_CELLS_PER_THREAD = 2 ** 21;
/** Points of a first run that only brings the code up to speed. */
const WARM_UP_CELLS = 2 ** 14;
/** A rehearsal writes no more than this: 600 MB, for disks take the first in a burst. */
const MOST_BYTES = 6e8;

export interface SweepCost {
  /** Expected seconds of the summary: the whole command, without a file. */
  readonly seconds: number;
  readonly samplePoints: number;
  readonly sampleSeconds: number;
  /** `seconds` are those of the whole command: starting, computing and writing, with the disk. */
  readonly formats: readonly FormatCost[];
  /** Seconds of the command that computes all points as one shard; null where that was not asked for. */
  readonly shard: RunSeconds | null;
}

export interface MeasureOrder {
  readonly formats: readonly Exporter[];
  /** The format whose shards are measured as well. */
  readonly sharded: Exporter | null;
  readonly onFormat: (format: Exporter) => void;
}

export interface MeasureGround {
  readonly client: SweepClient;
  readonly signal: AbortSignal;
  /** Whether cells are asked for that a summary would not need: by an engine that can only visit them. */
  readonly wantsCells: boolean;
  readonly run: RunSample;
}

/** What a sample is run for: its summary, or a file. */
export type SampleOutput = { readonly method: Method } | { readonly exporter: Exporter; readonly asShard: boolean };

/** Runs a sample as the sweep would be run; what it writes is taken away again. Returns seconds. */
export type RunSample = (sample: SweepSpec, output: SampleOutput) => Promise<number>;

/** Projects what a sweep would cost from short runs of samples of it; the sweep itself is not run, unless it is no longer than a sample. */
export async function measureSweep(spec: SweepSpec, { formats: exporters, sharded, onFormat }: MeasureOrder, ground: MeasureGround): Promise<SweepCost> {
  const { client, signal, run } = ground;
  const all = cellCount(spec);
  const method = chooseMethod(spec, "auto", ground.wantsCells);
  const options = { signal, method, checksum: method === "cells" };
  await client.sweep(thinSpec(spec, WARM_UP_CELLS), options);
  const sample = thinSpec(spec, SAMPLE_CELLS_PER_THREAD * client.threads);
  const { seconds: sampleSeconds } = await client.sweep(sample, options);
  const samplePoints = cellCount(sample);
  const formats: FormatCost[] = [];
  let shard: RunSeconds | null = null;
  for (const exporter of exporters) {
    signal.throwIfAborted();
    onFormat(exporter);
    const cost = await estimateFormat(exporter, spec, ground);
    const limits = { guess: cost.seconds, most: Math.floor((MOST_BYTES * all) / cost.bytes) };
    formats.push({ ...cost, seconds: wholeOf(await rehearse(spec, limits, (part) => run(part, { exporter, asShard: false }))) });
    if (exporter === sharded) shard = await rehearse(spec, limits, (part) => run(part, { exporter, asShard: true }));
  }
  const seconds = wholeOf(await rehearse(spec, { guess: sampleSeconds * (all / samplePoints), most: all }, (part) => run(part, { method })));
  return { seconds, samplePoints, sampleSeconds, formats, shard };
}

function wholeOf({ once, points }: RunSeconds): number {
  return once + points;
}

/** The length of a result, and the seconds that its format takes without the disk. */
export function estimateFormat(exporter: Exporter, spec: SweepSpec, { client, signal }: Pick<MeasureGround, "client" | "signal">): Promise<FormatCost> {
  return measureFormat(exporter, spec, `sweep${exporter.extensions[0]}`, (sample, onTile) => client.sweep(sample, { signal, checksum: true, onTile }));
}
