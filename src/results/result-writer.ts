import { giveSameBits, type EngineId } from "../engines/engine.ts";
import type { Checkpoint, Exporter, ExportFormat, ExportSource, ExportWriter } from "../exporters/exporter.ts";
import type { CellRange } from "../sweep/plan.ts";
import { loadDigests, type Digests } from "../sweep/checksum.ts";
import type { SweepSpec } from "../sweep/spec.ts";
import type { SweepSummary } from "../sweep/summary.ts";
import type { ComputedTile } from "../sweep/tile.ts";
import { writeText, type ResultFileSystem } from "./file-system.ts";
import { JOURNAL_SCHEMA, type Journal, type JournalHeader } from "./journal.ts";
import { MANIFEST_SCHEMA, writeManifest, type Manifest } from "./manifest.ts";
import { listsOf } from "./manifest-lists.ts";
import { filesOf, splitPath } from "./names.ts";
import { refused } from "./problems.ts";
import { applyMoves, type Move } from "./publish.ts";
import { RecordingTarget } from "./recording-target.ts";
import type { Machine, Part, Shard, TileRecord } from "./records.ts";
import { recordOf, type DoneWork } from "./work.ts";

/** Time between two lines of the journal: what a kill costs at most, beside the reading back. */
const JOURNAL_MS = 200;

/** What is to be written, and where. */
export interface ResultJob {
  /** Where the result will stand. */
  readonly path: string;
  readonly spec: SweepSpec;
  readonly specHash: string;
  /** The format's id; of a shard, that of the whole. */
  readonly formatId: string;
  readonly format: ExportFormat;
  readonly range: CellRange;
  readonly shard: Shard | null;
  readonly container: Exporter["container"];
  /** Suffixes of what may stand beside the result. */
  readonly sidecarSuffixes: readonly string[];
}

/** The place where results are written. */
export interface ResultHost {
  readonly files: ResultFileSystem;
  readonly version: string;
  readonly now: () => Date;
  readonly machine: () => Machine;
}

/** Who computes. */
export interface RunFacts {
  readonly engine: EngineId;
  readonly threads: number;
}

export interface WrittenResult {
  readonly manifest: Manifest;
  readonly summary: SweepSummary;
}

export function headerOf({ spec, specHash, formatId, range, shard }: ResultJob, { version, now, machine }: ResultHost): JournalHeader {
  return { schema: JOURNAL_SCHEMA, spec: { ...spec }, specHash, version, format: formatId, range, shard, started: now().toISOString(), machine: machine() };
}

export function sourceOf({ spec, specHash, path }: Pick<ResultJob, "spec" | "specHash" | "path">): ExportSource {
  return { spec, specHash, fileName: splitPath(path).name };
}

export interface OpenedParts {
  readonly header: JournalHeader;
  readonly journal: Journal;
  readonly work: DoneWork;
  readonly checkpoint: Checkpoint | null;
  /** Who computed what was done before; null where nothing was. */
  readonly facts: RunFacts | null;
}

/** Writes the tiles of a range in order, aside, and keeps a journal of it; `finish` puts all in place. */
export class ResultWriter {
  /** What has been done since the journal's last line, and where one could go on behind it. */
  #tiles: TileRecord[] = [];
  #parts: Part[] = [];
  #checkpoint: Checkpoint | null = null;
  #records: unknown[] = [];
  #flushedAt: number;
  #facts: RunFacts | null;

  private constructor(
    private readonly job: ResultJob, private readonly host: ResultHost, private readonly opened: OpenedParts,
    private readonly target: RecordingTarget, private readonly writer: ExportWriter, private readonly digests: Digests,
  ) {
    this.#flushedAt = host.now().getTime();
    this.#facts = opened.facts;
  }

  static async open(job: ResultJob, host: ResultHost, opened: OpenedParts): Promise<ResultWriter> {
    const digests = await loadDigests();
    const target = new RecordingTarget(host.files, filesOf(job.path).partial, digests);
    try {
      const writer = await job.format.open(sourceOf(job), target, opened.checkpoint);
      return new ResultWriter(job, host, opened, target, writer, digests);
    } catch (cause) {
      await target.close().catch(() => undefined);
      throw cause;
    }
  }

  /** The first cell that is wanted. */
  get from(): number {
    return this.opened.checkpoint?.from ?? this.job.range.from;
  }

  /** Who computed the latest of it; null before anything was. */
  get facts(): RunFacts | null {
    return this.#facts;
  }

  /** @throws ResultError where what was done before was computed by an engine whose bits are not those of this one */
  async writeTile(tile: ComputedTile, facts: RunFacts | null): Promise<void> {
    if (facts !== null && this.#facts !== null) refuseOtherBits(this.job.path, this.#facts.engine, facts.engine);
    this.#facts = facts ?? this.#facts;
    await this.writer.writeTile(tile);
    this.#tiles.push(recordOf(tile));
    this.#parts.push(...this.target.takeParts());
    this.#checkpoint = this.writer.checkpoint();
    this.#records.push(...this.#checkpoint.records ?? []);
    if (this.host.now().getTime() - this.#flushedAt >= JOURNAL_MS) await this.#flush();
  }

  /** Writes down what has been done so far; a tile that is being written, or could not be, is none of it. */
  async #flush(): Promise<void> {
    if (this.#facts === null || this.#checkpoint === null) return;
    const { engine, threads } = this.#facts;
    const { from, state } = this.#checkpoint;
    const records = this.#records.length === 0 ? {} : { records: this.#records };
    const entry = { kind: "tiles" as const, tiles: this.#tiles, parts: this.#parts, checkpoint: { from, state, ...records }, engine, threads };
    this.#flushedAt = this.host.now().getTime();
    this.#tiles = [];
    this.#parts = [];
    this.#checkpoint = null;
    this.#records = [];
    await this.opened.journal.append(entry);
    this.opened.work.add(entry);
  }

  /** Completes all files and puts them in their places. */
  async finish(latest: RunFacts | null, shards: Manifest["shards"]): Promise<WrittenResult> {
    const facts = this.#facts = latest ?? this.#facts;
    if (facts === null) throw new Error("Nobody computed this result.");
    await this.#flush();
    const bytes = await this.writer.finish();
    const frame = this.target.takeParts();
    await this.target.complete(bytes);
    await this.target.close();
    const { files } = this.host;
    const { job } = this;
    const { path } = job;
    const { partial, manifest: manifestPath, journal } = filesOf(path);
    const sidecars = await this.#writeSidecars();
    const manifest = this.#manifest(facts, shards, [{ name: splitPath(path).name, bytes, checksum: null }, ...sidecars.map(({ file }) => file)]);
    await writeManifest(files, `${manifestPath}.partial`, manifest, listsOf(job, this.opened.journal, frame, this.digests));
    const moves: Move[] = [{ from: partial, to: path }, ...sidecars.map(({ move }) => move), { from: `${manifestPath}.partial`, to: manifestPath }];
    await this.opened.journal.append({ kind: "assembled", moves });
    await this.opened.journal.sync();
    await this.opened.journal.close();
    await applyMoves(files, moves);
    await files.remove(journal);
    return { manifest, summary: this.opened.work.summary({ ...facts, specHash: this.job.specHash }) };
  }

  /** Leaves everything as it is, to go on from later. */
  async pause(): Promise<void> {
    await this.#flush().catch(() => undefined);
    await this.close();
  }

  async close(): Promise<void> {
    await this.target.close().catch(() => undefined);
    await this.opened.journal.close().catch(() => undefined);
  }

  async #writeSidecars() {
    const written = [];
    for (const { suffix, text } of this.job.format.sidecars(sourceOf(this.job))) {
      const to = this.job.path + suffix;
      const move = { from: `${to}.partial`, to };
      const bytes = await writeText(this.host.files, move.from, text);
      written.push({ move, file: { name: splitPath(to).name, bytes, checksum: this.digests.checksum(new TextEncoder().encode(text)) } });
    }
    return written;
  }

  #manifest({ engine, threads }: RunFacts, shards: Manifest["shards"], files: Manifest["files"]): Manifest {
    const { spec, specHash, formatId, range, shard } = this.job;
    const { header: { version, started, machine }, work } = this.opened;
    return {
      schema: MANIFEST_SCHEMA, state: "done", spec, specHash, version, format: formatId, precision: spec.precision, engine, threads, method: "cells",
      shard, range, shards, files, checksums: work.checksums(),
      times: { started, finished: this.host.now().toISOString(), computingSeconds: work.seconds },
      machine,
    };
  }
}

function refuseOtherBits(path: string, before: EngineId, now: EngineId): void {
  if (giveSameBits(before, now)) return;
  throw refused(
    `${path} was begun by the engine ${before}, and ${now}, which goes on, gives other bits. Go on with --engine ${before}, or start again with --force.`,
    `${path} 由引擎 ${before} 开始，而现在继续的 ${now} 给出的数值位不同。请用 --engine ${before} 继续，或用 --force 重新开始。`,
  );
}
