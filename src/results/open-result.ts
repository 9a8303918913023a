import { CheckpointError } from "../exporters/checkpoint-error.ts";
import { MOST_NUMBER_BYTES } from "../exporters/csv/axis-texts.ts";
import { formatCount, type BilingualText } from "../model/index.ts";
import { loadDigests } from "../sweep/checksum.ts";
import type { SweepSummary } from "../sweep/summary.ts";
import { PartReader } from "./check-parts.ts";
import { neededBytes, refuseFullDisk } from "./disk-space.ts";
import type { ResultFileSystem } from "./file-system.ts";
import { Journal, readJournal, type JournalHeader, type JournalState, type TilesEntry } from "./journal.ts";
import { readChunks, readManifest, type Manifest } from "./manifest.ts";
import { filesOf, readShardName, splitPath } from "./names.ts";
import { cellsInWords, failed, refused, ResultError } from "./problems.ts";
import { applyMoves } from "./publish.ts";
import { headerOf, ResultWriter, sourceOf, type OpenedParts, type ResultHost, type ResultJob } from "./result-writer.ts";
import { verifyResult } from "./verify.ts";
import { DoneWork } from "./work.ts";

export interface OpenOptions {
  readonly resume: boolean;
  readonly force: boolean;
  readonly signal?: AbortSignal;
  /** Projects the length of a result that depends on the values; asked only where the disk might be too small. */
  readonly estimate?: () => Promise<number>;
  /** What a person may want to know: where it goes on, what was damaged. */
  readonly onNote?: (note: BilingualText) => void;
}

export type OpenedResult =
  | { readonly kind: "writer"; readonly writer: ResultWriter }
  /** The result is whole and sound already. */
  | { readonly kind: "done"; readonly manifest: Manifest; readonly summary: SweepSummary };

/**
 * Begins a result, or goes on with one, before anything is computed. The caller holds its lock.
 * @throws ResultError where something stands in the way
 */
export async function openResult(job: ResultJob, host: ResultHost, options: OpenOptions): Promise<OpenedResult> {
  const { files } = host;
  await refuseStranger(files, job);
  await refuseOtherCount(files, job);
  const names = filesOf(job.path);
  if (!options.force) await refuseUnknownPartial(files, job);
  if (!options.resume) {
    if (!options.force) await refuseExisting(files, job);
    return begin(job, host, options);
  }
  const state = await readJournal(files, names.journal);
  if (state !== null) return goOn(job, host, state, options);
  const manifest = await readManifest(files, names.manifest);
  if (manifest !== null) return finished(job, host, manifest, options);
  if (await files.kind(job.path) !== null && !options.force) {
    throw refused(`${job.path} exists, but no manifest tells what it is. Choose another name, or replace it with --force.`, `${job.path} 已存在，但没有清单说明它是什么。请换一个名称，或用 --force 替换。`);
  }
  return begin(job, host, options);
}

/** What is no result of ours is never replaced where more than one file would go, or where a folder would become a file; not even with `--force`. */
async function refuseStranger(files: ResultFileSystem, { path, container, sidecarSuffixes }: ResultJob): Promise<void> {
  const { name } = splitPath(path);
  if (name === "" || name === "." || name === "..") throw refused(`${path} is a folder that holds others. Give the name of a result in it.`, `${path} 是容纳其他文件的文件夹。请给出其中结果的名称。`);
  const kind = await files.kind(path);
  if (kind === "folder" && container === "file") throw refused(`${path} is a folder. Give the name of a file in it.`, `${path} 是一个文件夹。请给出其中的文件名。`);
  if (kind === "file" && container === "folder") throw refused(`${path} is a file, and the result is a folder. Choose another name, or remove the file first.`, `${path} 是一个文件，而结果是文件夹。请换一个名称，或先移除该文件。`);
  const { partial, manifest, journal } = filesOf(path);
  for (const beside of [manifest, journal, ...sidecarSuffixes.map((suffix) => path + suffix), ...container === "file" ? [partial] : []]) {
    if (await files.kind(beside) === "folder") throw refused(`${beside} is a folder, and a file of the result would go there. Choose another name, or move it away first.`, `${beside} 是一个文件夹，而结果的一个文件要放在那里。请换一个名称，或先移走它。`);
  }
  if (kind === "folder" && await files.kind(manifest) === null && await files.kind(journal) === null) {
    throw refused(`${path} is a folder, and no manifest beside it says that it is a result. Choose another name, or remove it first.`, `${path} 是一个文件夹，旁边没有清单说明它是结果。请换一个名称，或先移除它。`);
  }
}

/** Refuses what stands where the result is written aside, when no journal says that it is one. */
async function refuseUnknownPartial(files: ResultFileSystem, { path }: ResultJob): Promise<void> {
  const { partial, journal } = filesOf(path);
  if (await files.kind(partial) === null || await files.kind(journal) !== null) return;
  throw refused(`${partial} exists, and no ${journal} tells what it is. Choose another name, or replace it with --force.`, `${partial} 已存在，而没有 ${journal} 说明它是什么。请换一个名称，或用 --force 替换。`);
}

/** Refuses, before any computing, what stands where the result or what belongs to it will. */
async function refuseExisting(files: ResultFileSystem, { path, sidecarSuffixes }: ResultJob): Promise<void> {
  const { journal, manifest } = filesOf(path);
  if (await files.kind(journal) !== null) {
    throw refused(`${path} was begun and not finished. Go on with --resume, or start again with --force.`, `${path} 已开始但尚未完成。请用 --resume 继续，或用 --force 重新开始。`);
  }
  for (const target of [path, ...sidecarSuffixes.map((suffix) => path + suffix), manifest]) {
    if (await files.kind(target) !== null) {
      throw refused(`${target} exists already. Choose another name, or replace it with --force.`, `${target} 已存在。请换一个名称，或用 --force 替换。`);
    }
  }
}

/** One set of shards has one number of them: those of another number would leave gaps. */
async function refuseOtherCount(files: ResultFileSystem, { path, shard }: ResultJob): Promise<void> {
  if (shard === null) return;
  const { folder, name } = splitPath(path);
  const whole = readShardName(name)?.whole;
  for (const other of await files.list(folder)) {
    const found = readShardName(other);
    if (found?.whole !== whole || found?.shard.count === shard.count) continue;
    const [theirs, ours] = [found?.shard.count ?? 0, shard.count].map(formatCount);
    throw refused(
      `${other} is a shard of ${theirs}, and this run asks for ${ours}. Use the same number, or remove the others first.`,
      `${other} 是 ${theirs} 个分片之一，而本次要求 ${ours} 个。请使用相同的数目，或先移除其他分片。`,
    );
  }
}

async function begin(job: ResultJob, host: ResultHost, { estimate, signal }: OpenOptions): Promise<OpenedResult> {
  const { partial, journal: journalPath } = filesOf(job.path);
  // The journal last: without it no one would know what the other is.
  const remove = async () => {
    for (const path of [partial, journalPath]) await host.files.remove(path);
  };
  await remove();
  await refuseSmallDisk(job, host.files, 0, estimate);
  const header = headerOf(job, host);
  let journal: Journal | null = null;
  try {
    journal = await Journal.create(host.files, journalPath, header);
    const work = await DoneWork.begin(job.spec, job.range);
    return { kind: "writer", writer: await ResultWriter.open(job, host, { header, journal, checkpoint: null, facts: null, work }, signal) };
  } catch (cause) {
    // Nothing has been done that would be worth keeping.
    await journal?.close().catch(() => undefined);
    await remove().catch(() => undefined);
    throw cause;
  }
}

async function goOn(job: ResultJob, host: ResultHost, state: JournalState, options: OpenOptions): Promise<OpenedResult> {
  const { files } = host;
  const { journal: journalPath, manifest: manifestPath } = filesOf(job.path);
  refuseOtherWork(journalPath, job, host, state.header);
  if (state.moves !== null) {
    await applyMoves(files, state.moves);
    await files.remove(journalPath);
    const manifest = await readManifest(files, manifestPath);
    if (manifest === null) throw failed(`${manifestPath} is missing: start again with --force.`, `缺少 ${manifestPath}：请用 --force 重新开始。`);
    return finished(job, host, manifest, options);
  }
  const journal = await Journal.resume(files, journalPath, state);
  try {
    const kept = await keepSound(job, files, journal, state, options);
    await refuseSmallDisk(job, files, kept.work.bytes, options.estimate);
    const from = kept.checkpoint?.from ?? job.range.from;
    const [cell, done, all] = [from, from - job.range.from, job.range.to - job.range.from].map(formatCount);
    if (from > job.range.from) options.onNote?.({
      en: `Going on with ${job.path} from cell ${cell}: ${done} of ${all} points were done.`,
      zh: `从第 ${cell} 个格点继续 ${job.path}：${all} 点中已完成 ${done} 点。`,
    });
    else options.onNote?.({ en: `Nothing of ${job.path} had been finished: it begins anew.`, zh: `${job.path} 尚无已完成的部分：从头开始。` });
    return { kind: "writer", writer: await ResultWriter.open(job, host, { header: state.header, journal, ...kept }, options.signal) };
  } catch (cause) {
    await journal.close().catch(() => undefined);
    throw cause instanceof CheckpointError ? otherBuild(journalPath, cause) : cause;
  }
}

/** What of the journal's entries is in the files as it was written. What comes after the first that is not is left out of the journal, to be done again. */
async function keepSound(
  job: ResultJob, files: ResultFileSystem, journal: Journal, { headerBytes, bytes }: JournalState, { signal, onNote }: OpenOptions,
): Promise<Pick<OpenedParts, "work" | "checkpoint" | "facts">> {
  const { partial } = filesOf(job.path);
  const reader = new PartReader(files, partial, await loadDigests());
  const work = await DoneWork.begin(job.spec, job.range);
  // As text: there is one a tile, and objects take several times as much.
  const records: string[] = [];
  let last: TilesEntry | null = null;
  let keep = headerBytes;
  try {
    for await (const { entry, end } of journal.entries()) {
      signal?.throwIfAborted();
      if (!await areSound(reader, entry)) {
        const cells = cellsInWords(last?.checkpoint.from ?? job.range.from, entry.checkpoint.from);
        onNote?.({ en: `${partial} is damaged: ${cells.en} are not what was written, and are done again from there.`, zh: `${partial} 已损坏：${cells.zh}与写入时不符，从此处重做。` });
        break;
      }
      work.add(entry);
      records.push(...(entry.checkpoint.records ?? []).map((record) => JSON.stringify(record)));
      last = entry;
      keep = end;
    }
  } finally {
    await reader.close();
  }
  if (keep < bytes) await journal.cutAt(keep);
  return { work, checkpoint: last === null ? null : { ...last.checkpoint, records: eachParsed(records) }, facts: last };
}

function eachParsed(texts: readonly string[]): Iterable<unknown> {
  return { *[Symbol.iterator]() { for (const text of texts) yield JSON.parse(text) as unknown; } };
}

async function areSound(reader: PartReader, { parts }: TilesEntry): Promise<boolean> {
  for (const part of parts) if (!await reader.isSound(part)) return false;
  return true;
}

async function finished(job: ResultJob, host: ResultHost, manifest: Manifest, { signal, onNote }: OpenOptions): Promise<OpenedResult> {
  const { manifest: manifestPath } = filesOf(job.path);
  refuseOtherWork(manifestPath, job, host, manifest);
  const wrong = await verifyResult(host.files, job.path, manifest, signal === undefined ? {} : { signal });
  if (wrong.length > 0) throw new ResultError(notAsWritten(job.path, wrong), false);
  onNote?.({ en: `${job.path} is finished, and every byte is as it was written.`, zh: `${job.path} 已完成，每个字节都与写入时一致。` });
  const work = await DoneWork.begin(manifest.spec, manifest.range);
  for await (const chunk of readChunks(host.files, manifestPath, manifest.spec)) work.add({ tiles: [chunk], parts: [] });
  return { kind: "done", manifest, summary: work.summary({ engine: manifest.engine, threads: manifest.threads, specHash: manifest.specHash }) };
}

export function notAsWritten(path: string, wrong: readonly BilingualText[]): BilingualText {
  return {
    en: `${path} does not match its manifest:\n${wrong.map(({ en }) => `${en}.`).join("\n")}\nMake it anew with --force.`,
    zh: `${path} 与其清单不符：\n${wrong.map(({ zh }) => `${zh}。`).join("\n")}\n请用 --force 重新生成。`,
  };
}

/** What was begun must be what is asked for: the spec, the program, the format and the shard. */
function refuseOtherWork(where: string, job: ResultJob, { version }: ResultHost, found: Pick<JournalHeader, "specHash" | "version" | "format" | "shard">): void {
  const shard = (one: ResultJob["shard"]) => (one === null ? "none" : `${one.index}/${one.count}`);
  const rows: readonly [en: string, zh: string, found: string, wanted: string][] = [
    ["spec", "规格", found.specHash, job.specHash],
    ["version", "版本", found.version, version],
    ["format", "格式", found.format, job.formatId],
    ["shard", "分片", shard(found.shard), shard(job.shard)],
  ];
  const row = rows.find(([, , a, b]) => a !== b);
  if (row === undefined) return;
  const [en, zh, was, wanted] = row;
  throw refused(
    `${where} is of another ${en}: found ${was}, this run has ${wanted}. Run what was begun, choose another name, or start again with --force.`,
    `${where} 的${zh}不同：其中为 ${was}，本次为 ${wanted}。请按原来的运行，换一个名称，或用 --force 重新开始。`,
  );
}

function otherBuild(where: string, cause: CheckpointError): ResultError {
  return new ResultError({
    en: `${where} was begun by another build of the program, and this one cannot go on with it. Go on with that build, choose another name, or start again with --force.`,
    zh: `${where} 由本程序的另一个构建版本开始，当前版本无法继续。请用原来的构建版本继续，换一个名称，或用 --force 重新开始。`,
  }, true, { cause });
}

/** Before anything is computed: a disk that is too small would be found out hours later. */
async function refuseSmallDisk(job: ResultJob, files: ResultFileSystem, written: number, estimate: OpenOptions["estimate"]): Promise<void> {
  const planned = job.format.plannedBytes(sourceOf(job));
  const cells = job.range.to - job.range.from;
  const free = planned === null ? await files.freeBytes(splitPath(job.path).folder) : null;
  const bytes = planned ?? (free === null || neededBytes(mostBytes(job), cells, written) <= free ? null : await estimate?.() ?? null);
  if (bytes !== null) await refuseFullDisk(job.path, { bytes, cells, exact: planned !== null }, files, written);
}

/** No result is longer: what fits then needs no estimate. */
function mostBytes({ spec, range }: ResultJob): number {
  return MOST_NUMBER_BYTES * (spec.axes.length + spec.fields.length) * (range.to - range.from);
}
