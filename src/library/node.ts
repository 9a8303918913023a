/**
 * For Node alone: results on the disk, whole or not at all, which go on after anything.
 * @module tauscape/node
 */
import { version } from "../../package.json";
import { encodedBy } from "../exporters/blocks/encoded-by.ts";
import { exporterForFile } from "../exporters/registry.ts";
import { formatCount } from "../model/index.ts";
import { filesOf } from "../results/names.ts";
import { describeMachine } from "../results/node/machine.ts";
import { NODE_FILES } from "../results/node/node-files.ts";
import { resultPath } from "../results/node/result-path.ts";
import type { Shard } from "../results/records.ts";
import { resultJob } from "../results/result-job.ts";
import { MOST_SHARDS } from "../results/shards.ts";
import { writeResult } from "../results/write-result.ts";
import type { SweepSummary } from "../sweep/summary.ts";
import { engineTiles } from "../workers/engine-tiles.ts";
import { withClient } from "./clients.ts";
import { withEncoders } from "./encoders.ts";
import { exporterFor } from "./exporter-for.ts";
import { specOf, type SweepInput } from "./input.ts";
import { checkOptionNames, type OptionNames } from "./option-names.ts";
import { RUN_OPTION_NAMES, type SweepOptions } from "./options.ts";

export { LockedError } from "../results/file-system.ts";
export { ResultError } from "../results/problems.ts";

/** Options of {@link writeSweep}. */
export interface WriteSweepOptions extends Omit<SweepOptions, "range" | "checksum"> {
  /** The id of one of `EXPORTERS`. Default: by the path's extension, else `npz`. */
  readonly format?: string;
  /** Goes on from what is done; with nothing there it starts, with a finished result it verifies. Default: false. */
  readonly resume?: boolean;
  /** Replaces what stands at the path. Default: false. */
  readonly force?: boolean;
  /** Only part `index` (from 0) of `count`, written to `PATH.shard-INDEX-of-COUNT`; `tauscape merge` joins them. */
  readonly shard?: { readonly index: number; readonly count: number };
  /** Hears where it goes on, and what was damaged. */
  readonly onNote?: (note: string) => void;
}

const OPTION_NAMES: OptionNames<WriteSweepOptions> = { ...RUN_OPTION_NAMES, format: true, resume: true, force: true, shard: true, onNote: true };

/** A result on the disk. */
export interface WrittenSweep {
  readonly path: string;
  /** Its `tauscape/manifest@1`, which stands beside it. */
  readonly manifestPath: string;
  /** Length of the result. */
  readonly bytes: number;
  readonly summary: SweepSummary;
  /** Whether it was finished before, and only verified. */
  readonly wasDone: boolean;
}

/**
 * Writes a sweep to a path as the command's `--out` does: the same bytes, files that appear whole or not at all, a manifest beside them. Aborted, killed or out of disk, what is done is kept, and `resume`
 * goes on from there.
 * @throws SpecError; TypeError for an option that there is not; RangeError for a format or a shard that there is not; {@link ResultError} where something stands in the way, with what to do;
 * {@link LockedError} where another process writes it; the signal's reason; what the system refuses, with its `code`; and as `sweep`
 */
export async function writeSweep(input: SweepInput, path: string, options: WriteSweepOptions = {}): Promise<WrittenSweep> {
  checkOptionNames("writeSweep", options, OPTION_NAMES);
  const spec = specOf(input);
  const { shard = null, signal, onProgress, onNote, resume = false, force = false } = options;
  if (shard !== null && !isShard(shard)) {
    throw new RangeError(`shard: found part ${shard.index} of ${shard.count}; allowed: whole numbers, the count up to ${formatCount(MOST_SHARDS)}, the index from 0 and below the count.`);
  }
  const exporter = exporterFor(spec, options.format ?? exporterForFile(path)?.id ?? "npz");
  const host = { files: NODE_FILES, version, now: () => new Date(), machine: describeMachine };
  const aborts = signal === undefined ? {} : { signal };
  return withEncoders(options, (encoders) => withClient(options, async (client) => {
    const job = await resultJob(encodedBy(encoders, exporter), spec, resultPath(path), shard);
    const { range } = job;
    const tiles = engineTiles(() => Promise.resolve(client), spec, {
      ...aborts,
      ...(onProgress === undefined ? {} : { onProgress: (done, left) => onProgress({ done: left.from - range.from + done, total: range.to - range.from }) }),
    });
    const { manifest, summary, wasDone } = await writeResult(job, host, { resume, force, ...aborts, ...(onNote === undefined ? {} : { onNote: ({ en }) => onNote(en) }) }, tiles);
    return { path: job.path, manifestPath: filesOf(job.path).manifest, bytes: manifest.files[0].bytes, summary, wasDone };
  }));
}

function isShard({ index, count }: Shard): boolean {
  return Number.isSafeInteger(count) && Number.isSafeInteger(index) && index >= 0 && index < count && count <= MOST_SHARDS;
}
