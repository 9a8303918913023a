import { dirname } from "node:path";
import { version } from "../../package.json";
import { bytesInWords } from "../results/disk-space.ts";
import { LockedError, type ResultFileSystem } from "../results/file-system.ts";
import { filesOf } from "../results/names.ts";
import type { ResultHost, ResultJob } from "../results/result-writer.ts";
import { writeResult, type ResultOutcome, type TileSource } from "../results/write-result.ts";
import { TileFailedError } from "../workers/tile-failed.ts";
import { failure, refusal, systemCode } from "./command-error.ts";
import type { CommandContext } from "./context.ts";
import { describeFailedTile } from "./failed-tile.ts";
import { filesAt } from "./files-at.ts";

/** Refuses a file that exists and may not be replaced, and a folder. */
export async function checkTarget(name: string, force: boolean, { texts, io }: CommandContext): Promise<void> {
  const found = await filesAt(io.cwd, io.files).kind(name);
  if (found === "folder") throw refusal(texts.sweep.isFolder(name));
  if (found === "file" && !force) throw refusal(texts.sweep.exists(name));
}

export function hostOf({ io }: CommandContext): ResultHost & { readonly files: ResultFileSystem } {
  return { files: filesAt(io.cwd, io.files), version, now: io.now, machine: io.machine };
}

export interface WriteOptions {
  readonly resume: boolean;
  readonly force: boolean;
  readonly quiet: boolean;
  /** The option by which the command goes on with what is kept; null where it does so by itself. */
  readonly resumesBy: "--resume" | null;
  /** Projects the length of the result in bytes; asked only where the disk might be too small. */
  readonly estimate?: () => Promise<number>;
}

/** Writes a result and says what became of it on standard error; what stands in the way becomes a message for the person. */
export async function writeForPerson(job: ResultJob, options: WriteOptions, source: TileSource, context: CommandContext): Promise<ResultOutcome> {
  const { io, texts, language } = context;
  const host = hostOf(context);
  // A reader of standard error that has gone takes nothing from the result.
  const say = (text: string) => (options.quiet ? Promise.resolve() : io.stderr.write(`${text}\n`).catch(() => undefined));
  try {
    const outcome = await writeResult(job, host, {
      resume: options.resume, force: options.force, signal: io.signal, onNote: (note) => { void say(note[language]).catch(() => undefined); },
      ...options.estimate === undefined ? {} : { estimate: options.estimate },
    }, source);
    const [{ bytes }] = outcome.manifest.files;
    if (!outcome.wasDone) await say(texts.sweep.wrote(job.path, bytesInWords(bytes), filesOf(job.path).manifest));
    return outcome;
  } catch (cause) {
    throw await explain(cause, job, host, options, context);
  }
}

async function explain(cause: unknown, { path }: ResultJob, { files }: ResultHost, { resumesBy }: WriteOptions, { io, texts, language }: CommandContext): Promise<unknown> {
  if (cause instanceof LockedError) return failure(texts.results.locked(path, cause.holder[language], cause.path), cause);
  const code = systemCode(cause);
  const isKept = await files.kind(filesOf(path).journal).catch(() => null) !== null;
  if (io.signal.aborted) return failure(isKept ? texts.results.interrupted(path, resumesBy) : texts.interrupted, cause);
  if (isKept && cause instanceof TileFailedError) return failure(describeFailedTile(cause, texts, path), cause);
  if (code === "") return cause;
  const reason = code === "ENOENT" ? texts.noFolder(dirname(path)) : texts.systemReason(code);
  return failure(isKept ? texts.results.keptAfter(path, reason, resumesBy) : texts.systemFailure(texts.sweep.writing(path), reason), cause);
}
