import type { Encoders } from "../exporters/blocks/encoders.ts";
import type { Exporter } from "../exporters/exporter.ts";
import type { FormatCost } from "../results/format-cost.ts";
import { resultJob } from "../results/result-job.ts";
import type { ResultHost } from "../results/result-writer.ts";
import { writeResult } from "../results/write-result.ts";
import { cellCount, type SweepSpec } from "../sweep/spec.ts";
import { thinSpec } from "../sweep/thin-spec.ts";
import type { SweepClient } from "../workers/sweep-client.ts";
import { engineTiles } from "../workers/engine-tiles.ts";

/** Time that a rehearsal is meant to take: beside it, what a file costs to be begun and ended hardly counts. */
const WANTED_SECONDS = 1.5;
/** A rehearsal that was so much shorter than wanted is done again. */
const LEAST_SHARE = 0.8;
const LEAST_CELLS = 2 ** 17;
/** A rehearsal writes no more than this: 600 MB, for disks take the first in a burst. */
const MOST_BYTES = 6e8;

export interface RehearsalGround {
  readonly client: SweepClient;
  readonly encoders: Encoders;
  readonly host: ResultHost;
  /** Where samples are written, and taken away again. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

/**
 * Computes and writes a sample of a sweep, journal, manifest and disk included, to find out how long the whole takes.
 * @param cost what the format alone was found to cost
 * @param asShard whether a shard is written: the same cells as bare bytes
 * @returns seconds of the whole
 */
export async function rehearse(exporter: Exporter, asShard: boolean, spec: SweepSpec, cost: FormatCost, ground: RehearsalGround): Promise<number> {
  const all = cellCount(spec);
  const most = Math.max(1, Math.min(all, Math.floor((MOST_BYTES * all) / cost.bytes)));
  let guess = cost.seconds / all;
  for (;;) {
    const sample = thinSpec(spec, Math.min(most, Math.max(LEAST_CELLS, Math.ceil(WANTED_SECONDS / guess))));
    const cells = cellCount(sample);
    const seconds = await timeOf(exporter, asShard, sample, ground);
    const nextGuess = seconds / cells;
    if (seconds >= LEAST_SHARE * WANTED_SECONDS || cells === all || nextGuess >= guess || cells * 2 > most) return nextGuess * all;
    guess = nextGuess;
  }
}

async function timeOf(exporter: Exporter, asShard: boolean, sample: SweepSpec, { client, host, folder, signal }: RehearsalGround): Promise<number> {
  const path = `${folder}/sample${exporter.extensions[0]}`;
  const job = await resultJob(exporter, sample, path, asShard ? { index: 0, count: 1 } : null);
  const started = host.now().getTime();
  await writeResult(job, host, { resume: false, force: true, signal }, engineTiles(() => Promise.resolve(client), sample, { signal }));
  const seconds = (host.now().getTime() - started) / 1000;
  await host.files.remove(folder);
  await host.files.makeFolder(folder);
  return seconds;
}
