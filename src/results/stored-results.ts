import type { BilingualText } from "../model/index.ts";
import { parseSpec } from "../sweep/parse-spec.ts";
import type { SweepSpec } from "../sweep/spec.ts";
import { LockedError, type ResultFileSystem } from "./file-system.ts";
import { readJournal } from "./journal.ts";
import { readManifest } from "./manifest.ts";
import { filesOf, MANIFEST_SUFFIX } from "./names.ts";
import { ResultError } from "./problems.ts";

const JOURNAL_SUFFIX = ".journal";

interface StoredFacts {
  /** Name of the result's own folder. */
  readonly folder: string;
  /** Name of the result in it. */
  readonly file: string;
  readonly spec: SweepSpec;
  readonly format: string;
  /** Of the program that began it: no other goes on with it. */
  readonly version: string;
  /** ISO 8601. */
  readonly started: string;
}

/** A result in a folder of its own. */
export type StoredResult =
  /** Begun and not finished; `isBusy` where someone writes it at the moment. Another version of the program does not go on with it. */
  | StoredFacts & { readonly state: "unfinished"; readonly isBusy: boolean; readonly isOfOtherVersion: boolean; readonly doneCells: number; readonly cells: number }
  /** Whole. `files` are all names, the result first, with their bytes; of a folder, those of all its files. */
  | StoredFacts & { readonly state: "finished"; readonly cells: number; readonly files: readonly { readonly name: string; readonly bytes: number }[] }
  | { readonly state: "unreadable"; readonly folder: string; readonly says: BilingualText };

const NOTHING_KNOWN: BilingualText = { en: "What is here belongs to no export that can be gone on with.", zh: "此处的内容不属于任何可以继续的导出。" };

/** All results of a folder in which each has a folder of its own, the latest first; none where there is no such folder. @param version of this program */
export async function listStored(files: ResultFileSystem, root: string, version: string): Promise<StoredResult[]> {
  if (await files.kind(root) !== "folder") return [];
  const found: StoredResult[] = [];
  for (const folder of await files.list(root)) found.push(await readStored(files, root, folder, version));
  const startOf = (one: StoredResult) => (one.state === "unreadable" ? "" : one.started);
  return found.sort((a, b) => startOf(b).localeCompare(startOf(a)) || a.folder.localeCompare(b.folder));
}

async function readStored(files: ResultFileSystem, root: string, folder: string, present: string): Promise<StoredResult> {
  try {
    const names = await files.list(`${root}/${folder}`);
    const journal = names.find((name) => name.endsWith(JOURNAL_SUFFIX));
    const manifest = names.find((name) => name.endsWith(MANIFEST_SUFFIX));
    const result = journal !== undefined ? await readUnfinished(files, root, folder, journal.slice(0, -JOURNAL_SUFFIX.length), present)
      : manifest !== undefined ? await readFinished(files, root, folder, manifest.slice(0, -MANIFEST_SUFFIX.length)) : null;
    return result ?? { state: "unreadable", folder, says: NOTHING_KNOWN };
  } catch (cause) {
    if (cause instanceof ResultError) return { state: "unreadable", folder, says: cause.says };
    const message = cause instanceof Error ? cause.message : String(cause);
    return { state: "unreadable", folder, says: { en: message, zh: message } };
  }
}

async function readUnfinished(files: ResultFileSystem, root: string, folder: string, file: string, present: string): Promise<StoredResult | null> {
  const names = filesOf(`${root}/${folder}/${file}`);
  const isBusy = await isLocked(files, names.lock);
  const state = await readJournal(files, names.journal);
  const spec = parseSpec(state?.header.spec);
  if (state === null || !spec.ok) return null;
  const { format, version, started, range } = state.header;
  return {
    state: "unfinished", folder, file, spec: spec.spec, format, version, started, isBusy, isOfOtherVersion: version !== present,
    doneCells: state.doneTo, cells: range.to,
  };
}

async function readFinished(files: ResultFileSystem, root: string, folder: string, file: string): Promise<StoredResult | null> {
  const { manifest: path } = filesOf(`${root}/${folder}/${file}`);
  const manifest = await readManifest(files, path);
  if (manifest === null) return null;
  const { spec, format, version, times: { started }, range } = manifest;
  const own = { name: file + MANIFEST_SUFFIX, bytes: await sizeOf(files, path) };
  return { state: "finished", folder, file, spec, format, version, started, cells: range.to, files: [...manifest.files.map(({ name, bytes }) => ({ name, bytes })), own] };
}

async function isLocked(files: ResultFileSystem, path: string): Promise<boolean> {
  try {
    await (await files.lock(path)).release();
    return false;
  } catch (cause) {
    if (cause instanceof LockedError) return true;
    throw cause;
  }
}

async function sizeOf(files: ResultFileSystem, path: string): Promise<number> {
  const file = await files.open(path, "read");
  try {
    return await file.size();
  } finally {
    await file.close();
  }
}
