import * as v from "valibot";
import { loadDigests } from "../sweep/checksum.ts";
import type { ResultFile, ResultFileSystem } from "./file-system.ts";
import { readLines } from "./lines.ts";
import { failed } from "./problems.ts";
import { checkpointSchema, engineSchema, machineSchema, partSchema, rangeSchema, shardSchema, tileSchema, toJson } from "./records.ts";

export const JOURNAL_SCHEMA = "tauscape/journal@1";

const headerSchema = v.strictObject({
  schema: v.literal(JOURNAL_SCHEMA),
  spec: v.record(v.string(), v.unknown()), specHash: v.string(), version: v.string(), format: v.string(),
  range: rangeSchema, shard: v.nullable(shardSchema), started: v.string(), machine: machineSchema,
});

const tilesSchema = v.strictObject({
  kind: v.literal("tiles"),
  tiles: v.array(tileSchema),
  parts: v.array(partSchema),
  checkpoint: checkpointSchema,
  engine: engineSchema,
  threads: v.number(),
});

const entrySchema = v.variant("kind", [
  tilesSchema,
  /** All files are whole; what is left is to put them in their places. */
  v.strictObject({ kind: v.literal("assembled"), moves: v.array(v.strictObject({ from: v.string(), to: v.string() })) }),
]);

/** What a run is about; the first line. */
export type JournalHeader = v.InferOutput<typeof headerSchema>;
export type TilesEntry = v.InferOutput<typeof tilesSchema>;
export type JournalEntry = v.InferOutput<typeof entrySchema>;

/** What a journal says, without what it says of single tiles. */
export interface JournalState {
  readonly header: JournalHeader;
  /** The first cell that has not been done. */
  readonly doneTo: number;
  /** The moves that were left when the work was cut off; null before that. */
  readonly moves: readonly { readonly from: string; readonly to: string }[] | null;
  readonly headerBytes: number;
  /** Length of the lines that count; what follows was cut off. */
  readonly bytes: number;
}

/** A line about tiles, and the place behind it. */
export interface PlacedEntry {
  readonly entry: TilesEntry;
  readonly end: number;
}

/**
 * The diary of a run: a line a step, each with the XXH128 of its text. The last line may be cut off by a kill and is then left out. Nothing in it grows with the
 * run but itself, and it is read line by line: a run may have any number of steps.
 */
export class Journal {
  private constructor(private readonly path: string, private readonly file: ResultFile, private position: number, private readonly digest: (text: string) => string) {}

  /** A new journal with its first line; whatever stood there is gone. */
  static async create(files: ResultFileSystem, path: string, header: JournalHeader): Promise<Journal> {
    const journal = new Journal(path, await files.open(path, "update"), 0, (await loadDigests()).text);
    try {
      await journal.cutAt(0);
      await journal.#line(header);
      return journal;
    } catch (cause) {
      await journal.close().catch(() => undefined);
      throw cause;
    }
  }

  /** Goes on with a journal that was read. */
  static async resume(files: ResultFileSystem, path: string, { bytes }: JournalState): Promise<Journal> {
    return new Journal(path, await files.open(path, "update"), bytes, (await loadDigests()).text);
  }

  /** What it says of tiles, in order. */
  async *entries(): AsyncGenerator<PlacedEntry, void> {
    for await (const { content, end } of checkedLines(this.path, this.file)) {
      if (end > this.position) return;
      if (isEntry(content) && content.kind === "tiles") yield { entry: content, end };
    }
  }

  /** Leaves out what comes after a place between two lines. */
  async cutAt(end: number): Promise<void> {
    this.position = end;
    await this.file.truncate(end);
  }

  async append(entry: JournalEntry): Promise<void> {
    await this.#line(entry);
  }

  sync(): Promise<void> {
    return this.file.sync();
  }

  close(): Promise<void> {
    return this.file.close();
  }

  async #line(content: JournalHeader | JournalEntry): Promise<void> {
    const text = toJson(content);
    const bytes = new TextEncoder().encode(`${this.digest(text)} ${text}\n`);
    await this.file.write(bytes, this.position);
    this.position += bytes.length;
  }
}

/** Reads a journal; null where there is none, or it was cut off in its first line. @throws ResultError where a line in it was changed */
export async function readJournal(files: ResultFileSystem, path: string): Promise<JournalState | null> {
  if (await files.kind(path) !== "file") return null;
  const file = await files.open(path, "read");
  try {
    let state: JournalState | null = null;
    for await (const { content, end } of checkedLines(path, file)) state = after(state, content, end);
    return state;
  } finally {
    await file.close();
  }
}

function after(state: JournalState | null, content: JournalHeader | JournalEntry, end: number): JournalState | null {
  if (!isEntry(content)) return { header: content, doneTo: content.range.from, moves: null, headerBytes: end, bytes: end };
  if (state === null) return null;
  return content.kind === "tiles" ? { ...state, doneTo: content.checkpoint.from, bytes: end } : { ...state, moves: content.moves, bytes: end };
}

interface CheckedLine {
  readonly content: JournalHeader | JournalEntry;
  readonly end: number;
}

function isEntry(content: JournalHeader | JournalEntry): content is JournalEntry {
  return "kind" in content;
}

/** The lines that are as they were written. The last may have been cut off; one in the middle cannot. */
async function* checkedLines(path: string, file: ResultFile): AsyncGenerator<CheckedLine, void> {
  const { text: digest } = await loadDigests();
  let number = 0;
  let cutOff: number | null = null;
  for await (const { text, end, isWhole } of readLines(file)) {
    number++;
    if (cutOff !== null) throw damaged(path, cutOff);
    const content = text.slice(33);
    if (isWhole && text[32] === " " && digest(content) === text.slice(0, 32)) yield { content: parse(path, content, number), end };
    else cutOff = number;
  }
}

function parse(path: string, content: string, line: number): CheckedLine["content"] {
  const parsed = v.safeParse(line === 1 ? headerSchema : entrySchema, JSON.parse(content));
  if (!parsed.success) throw damaged(path, line);
  return parsed.output;
}

function damaged(path: string, line: number) {
  return failed(
    `${path} is damaged: line ${line} is not what was written. What was done cannot be trusted: start again with --force.`,
    `${path} 已损坏：第 ${line} 行与写入时不符，已完成的部分不可信。请用 --force 重新开始。`,
  );
}
