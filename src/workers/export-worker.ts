import { encodedBy } from "../exporters/blocks/encoded-by.ts";
import type { Encoders } from "../exporters/blocks/encoders.ts";
import type { Exporter } from "../exporters/exporter.ts";
import { findExporter } from "../exporters/registry.ts";
import type { BilingualText } from "../model/index.ts";
import { explainProblem } from "../results/browser/explain-problem.ts";
import type { ResultFileSystem } from "../results/file-system.ts";
import { measureFormat, type FormatCost } from "../results/format-cost.ts";
import { readManifest } from "../results/manifest.ts";
import { filesOf } from "../results/names.ts";
import { refused } from "../results/problems.ts";
import { resultJob } from "../results/result-job.ts";
import type { ResultHost, ResultJob, RunFacts } from "../results/result-writer.ts";
import { listStored, type StoredResult } from "../results/stored-results.ts";
import { resultBytes, verifyResult } from "../results/verify.ts";
import { writeResult } from "../results/write-result.ts";
import { cellCount, type SweepSpec } from "../sweep/spec.ts";
import type { ComputedTile, Progress } from "../sweep/tile.ts";
import type { ExportOrder, ExportWorkerApi, SampleFields, TileFeed, VerifyAnswer, WriteAnswer } from "./export-protocol.ts";
import { EXPORTS_FOLDER } from "./exports-folder.ts";

/** Where samples are written; nothing in it is worth keeping. */
const REHEARSALS_FOLDER = "rehearsals";

interface OpenWrite {
  readonly take: (tile: ComputedTile) => Promise<void>;
  facts: RunFacts | null;
}

/** The export worker's side of its protocol, over any place for files. */
export class ExportWorker implements ExportWorkerApi {
  #open: OpenWrite | null = null;
  #stopper: AbortController | null = null;

  /** @param id of this worker alone, among all tabs */
  constructor(private readonly host: ResultHost, private readonly encoders: Encoders, private readonly id: string) {}

  write(order: ExportOrder, feed: TileFeed, onNote: (note: BilingualText) => void): Promise<WriteAnswer> {
    return this.#write(EXPORTS_FOLDER, order, feed, onNote);
  }

  async rehearse(order: Omit<ExportOrder, "folder">, feed: TileFeed): Promise<WriteAnswer> {
    await this.#files.remove(REHEARSALS_FOLDER).catch(() => undefined);
    const folder = this.id;
    try {
      return await this.#write(REHEARSALS_FOLDER, { ...order, folder }, feed, () => undefined);
    } finally {
      await this.#files.remove(`${REHEARSALS_FOLDER}/${folder}`).catch(() => undefined);
    }
  }

  async tile(tile: ComputedTile, facts: RunFacts): Promise<void> {
    if (this.#open === null) throw new Error("No export is being written.");
    this.#open.facts = facts;
    await this.#open.take(tile);
  }

  async stop(): Promise<void> {
    this.#stopper?.abort();
  }

  list(): Promise<StoredResult[]> {
    return listStored(this.#files, EXPORTS_FOLDER, this.host.version);
  }

  async remove(folder: string): Promise<BilingualText | null> {
    try {
      await this.#files.remove(`${EXPORTS_FOLDER}/${folder}`);
      return null;
    } catch (cause) {
      return explainProblem(cause);
    }
  }

  async verify(folder: string, file: string, onProgress: (progress: Progress) => void): Promise<VerifyAnswer> {
    const path = `${EXPORTS_FOLDER}/${folder}/${file}`;
    const stopper = this.#stopper = new AbortController();
    try {
      const manifest = await readManifest(this.#files, filesOf(path).manifest);
      if (manifest === null) throw refused(`${file} has no manifest to be compared with. Export it again.`, `${file} 没有可供核对的清单。请重新导出。`);
      const wrong = await verifyResult(this.#files, path, manifest, { signal: stopper.signal, onProgress });
      if (wrong.length > 0) return { kind: "unsound", wrong };
      return { kind: "sound", bytes: resultBytes(manifest) };
    } catch (cause) {
      return { kind: "failed", says: explainProblem(cause) };
    } finally {
      this.#stopper = null;
    }
  }

  async measure(format: string, spec: SweepSpec, file: string, sample: SampleFields): Promise<FormatCost | null> {
    const exporter = this.#exporter(format);
    if (exporter === null) return null;
    try {
      return await measureFormat(exporter, spec, file, async (small, onTile) => {
        const started = performance.now();
        await onTile({ start: 0, count: cellCount(small), fields: sample });
        return { seconds: (performance.now() - started) / 1000 };
      });
    } catch {
      return null;
    }
  }

  #exporter(format: string): Exporter | null {
    const exporter = findExporter(format);
    return exporter === undefined ? null : encodedBy(this.encoders, exporter);
  }

  get #files(): ResultFileSystem {
    return this.host.files;
  }

  async #write(root: string, order: ExportOrder, feed: TileFeed, onNote: (note: BilingualText) => void): Promise<WriteAnswer> {
    if (this.#stopper !== null) throw new Error("The export worker is at work.");
    const stopper = this.#stopper = new AbortController();
    try {
      const job = await this.#jobOf(root, order);
      await this.#files.makeFolder(`${root}/${order.folder}`);
      const { manifest } = await writeResult(job, this.host, { resume: true, force: false, signal: stopper.signal, onNote }, {
        facts: () => this.#open?.facts ?? null,
        shards: [],
        run: async (range, take) => {
          this.#open = { take, facts: null };
          await feed.run(range);
        },
      });
      return { kind: "done", bytes: resultBytes(manifest) };
    } catch (cause) {
      return stopper.signal.aborted ? { kind: "stopped" } : { kind: "failed", says: explainProblem(cause) };
    } finally {
      this.#open = null;
      this.#stopper = null;
    }
  }

  async #jobOf(root: string, { folder, file, spec, format }: ExportOrder): Promise<ResultJob> {
    const exporter = this.#exporter(format);
    if (exporter === null) throw refused(`This version of the page does not know the format ${format}.`, `本版本不支持格式 ${format}。`);
    return resultJob(exporter, spec, `${root}/${folder}/${file}`, null);
  }
}
