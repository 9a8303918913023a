import * as v from "valibot";
import { loadDigests } from "../sweep/checksum.ts";
import type { ResultFile, ResultFileSystem } from "./file-system.ts";
import { readText } from "./file-system.ts";
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
  /** Of computing, for these tiles. */
  seconds: v.number(),
  engine: engineSchema,
  threads: v.number(),
});

const entrySchema = v.variant("kind", [
  tilesSchema,
  /** Of the entries so far only the first so many count: what the next one wrote turned out damaged. */
  v.strictObject({ kind: v.literal("rewound"), keep: v.number() }),
  /** All files are whole; what is left is to put them in their places. */
  v.strictObject({ kind: v.literal("assembled"), moves: v.array(v.strictObject({ from: v.string(), to: v.string() })) }),
]);

/** What a run is about; the first line. */
export type JournalHeader = v.InferOutput<typeof headerSchema>;
export type TilesEntry = v.InferOutput<typeof tilesSchema>;
export type JournalEntry = v.InferOutput<typeof entrySchema>;

/** What a journal says, rewound entries left out. */
export interface JournalState {
  readonly header: JournalHeader;
  readonly done: readonly TilesEntry[];
  /** The moves that were left when the work was cut off; null before that. */
  readonly moves: readonly { readonly from: string; readonly to: string }[] | null;
  /** Length of the lines that count; what follows was cut off. */
  readonly bytes: number;
}

/**
 * The diary of a run: a line a step, each with the XXH128 of its text, appended and never changed. The last line may be cut off by a kill and is then left out.
 */
export class Journal {
  private constructor(private readonly file: ResultFile, private position: number, private readonly digest: (text: string) => string) {}

  /** A new journal with its first line; whatever stood there is gone. */
  static async create(files: ResultFileSystem, path: string, header: JournalHeader): Promise<Journal> {
    const file = await files.open(path, "update");
    const journal = new Journal(file, 0, (await loadDigests()).text);
    await file.truncate(0);
    await journal.#line(header);
    return journal;
  }

  /** Goes on with a journal that was read. */
  static async resume(files: ResultFileSystem, path: string, { bytes }: JournalState): Promise<Journal> {
    const file = await files.open(path, "update");
    await file.truncate(bytes);
    return new Journal(file, bytes, (await loadDigests()).text);
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
  const text = await readText(files, path);
  if (text === null) return null;
  const { text: digest } = await loadDigests();
  const lines = text.split("\n");
  const whole: unknown[] = [];
  let bytes = 0;
  for (const [k, line] of lines.entries()) {
    const content = line.slice(33);
    if (line === "" || k === lines.length - 1) break;
    if (line[32] !== " " || digest(content) !== line.slice(0, 32)) {
      if (lines.slice(k + 1).some((rest) => rest !== "")) throw damaged(path, k + 1);
      break;
    }
    whole.push(JSON.parse(content));
    bytes += new TextEncoder().encode(line).length + 1;
  }
  if (whole.length === 0) return null;
  const [first, ...rest] = whole;
  const header = v.safeParse(headerSchema, first);
  if (!header.success) throw damaged(path, 1);
  return { header: header.output, ...fold(rest.map((entry, k) => parseEntry(path, entry, k + 2))), bytes };
}

function parseEntry(path: string, entry: unknown, line: number): JournalEntry {
  const parsed = v.safeParse(entrySchema, entry);
  if (!parsed.success) throw damaged(path, line);
  return parsed.output;
}

function fold(entries: readonly JournalEntry[]): Pick<JournalState, "done" | "moves"> {
  let done: TilesEntry[] = [];
  let moves: JournalState["moves"] = null;
  for (const entry of entries) {
    if (entry.kind === "tiles") done.push(entry);
    else if (entry.kind === "rewound") done = done.slice(0, entry.keep);
    else moves = entry.moves;
  }
  return { done, moves };
}

function damaged(path: string, line: number) {
  return failed(
    `${path} is damaged: line ${line} is not what was written. What was done cannot be trusted: start again with --force.`,
    `${path} 已损坏：第 ${line} 行与写入时不符，已完成的部分不可信。请用 --force 重新开始。`,
  );
}
