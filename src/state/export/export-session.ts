import type { FormatInfo } from "../../exporters/exporter.ts";
import { cellCount, type SweepSpec } from "../../sweep/spec.ts";
import type { BilingualText } from "../../model/index.ts";
import type { ExportOrder, ExportWorkerApi, StoredResult, WriteAnswer } from "../../workers/export-protocol.ts";
import type { SweepClient } from "../../workers/sweep-client.ts";
import { exportName } from "./export-command.ts";
import type { ExportForm } from "./export-form.ts";
import { measureExport, measureLength } from "./export-measure.ts";
import { quotaRefusal, specKey } from "./export-plan.ts";
import { EXPORT_TEXTS, failureTexts } from "./export-texts.ts";
import { EMPTY_EXPORT, isStopping, type ExportNote, type ExportView, type RunPhase, type RunView } from "./export-view.ts";
import { tileFeed } from "./tile-feed.ts";

/** What the page's surroundings bring to a session. */
export interface ExportHost {
  readonly worker: ExportWorkerApi;
  /** Starts the workers that compute exports: not the explorer's, whose pictures do not wait for hours of export. */
  readonly openPool: () => Promise<SweepClient>;
  /** `null` where the browser does not tell. */
  readonly freeBytes: () => Promise<number | null>;
  /** Asks the browser not to clear the storage by itself. */
  readonly keepStorage: () => Promise<unknown>;
  /** Milliseconds. */
  readonly clock: () => number;
}

type Finished = Extract<StoredResult, { readonly state: "finished" }>;
type Unfinished = Extract<StoredResult, { readonly state: "unfinished" }>;

/** Time between two changes of the progress: drawing it takes time from the work. */
const PROGRESS_REST_MS = 100;
/** Those who hear the page are told at every quarter. */
const SAID_PERCENT = 25;

/** The life of the export panel: one export at a time, the measuring before it, and what lies in this browser's storage. */
export class ExportSession {
  #view: ExportView = EMPTY_EXPORT;
  #pool: Promise<SweepClient> | null = null;
  #abort: AbortController | null = null;
  #measuring: { readonly abort: AbortController; readonly ended: Promise<void> } | null = null;
  #lastProgress = -Infinity;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly host: ExportHost) {}

  get view(): ExportView { return this.#view; }

  /** Calls `listener` after every change, until the function that is returned is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  setForm(change: (form: ExportForm) => ExportForm): void {
    const note = this.#view.note?.at === "start" ? null : this.#view.note;
    this.#set({ form: change(this.#view.form), note });
  }

  /** Reads what lies in the storage, and how much room is left. */
  async refresh(): Promise<void> {
    const [stored, free] = await Promise.all([this.host.worker.list().catch(() => []), this.host.freeBytes().catch(() => null)]);
    this.#set({ stored, free });
  }

  /** Measures what an export of this sweep would take, unless one is being written; an earlier measuring ends. */
  async measure(spec: SweepSpec, format: string): Promise<void> {
    await this.#endMeasuring();
    if (this.#view.run !== null || this.#measuring !== null) return;
    const abort = new AbortController();
    const ended = this.#measure(spec, format, abort.signal);
    this.#measuring = { abort, ended };
    await ended;
  }

  /** Begins an export, or goes on with the one that was begun. Refuses what does not fit beside the button. */
  async start(spec: SweepSpec, exporter: FormatInfo): Promise<void> {
    const name = exportName(spec, exporter);
    await this.#begin({ folder: name, file: name, spec, format: exporter.id }, "start");
  }

  /** Goes on with an export that was begun. Refuses what does not fit in its row. */
  async resume({ folder, file, spec, format }: Unfinished): Promise<void> {
    await this.#begin({ folder, file, spec, format }, { folder });
  }

  /** Stops the export; what is done stays. */
  pause(): void {
    this.#stop("pausing");
  }

  /** Stops the export and deletes it. */
  cancel(): void {
    this.#stop("cancelling");
  }

  async remove(folder: string): Promise<void> {
    const problem = await this.host.worker.remove(folder);
    await this.refresh();
    this.#tell(problem === null ? "list" : { folder }, problem ?? EXPORT_TEXTS.deleted(folder), problem !== null);
  }

  /** Compares a finished export with its manifest. */
  async verify({ folder, file }: Finished): Promise<void> {
    if (this.#view.run !== null || this.#view.check !== null) return;
    this.#set({ check: { folder, done: 0, total: 1 }, note: null });
    try {
      await this.#endMeasuring();
      const answer = await this.host.worker.verify(folder, file, ({ done, total }) => {
        if (this.#isTimeToTell()) this.#set({ check: { folder, done, total } });
      });
      const says = answer.kind === "sound" ? EXPORT_TEXTS.sound(file, answer.bytes) : answer.kind === "unsound" ? EXPORT_TEXTS.unsound(answer.wrong) : answer.says;
      this.#tell({ folder }, says, answer.kind !== "sound");
    } catch (cause) {
      this.#tell({ folder }, sameInBoth(cause), true);
    } finally {
      this.#set({ check: null });
    }
  }

  /** Says what became of saving an export. */
  tell(folder: string, says: BilingualText, isProblem: boolean): void {
    this.#tell({ folder }, says, isProblem);
  }

  async #measure(spec: SweepSpec, format: string, signal: AbortSignal): Promise<void> {
    this.#set({ isMeasuring: true });
    try {
      const pool = await this.#openPool();
      await measureExport(spec, format, this.#view.costs, { worker: this.host.worker, pool, clock: this.host.clock, signal }, (costs) => this.#set({ costs }));
    } catch {
      // What could not be measured is not shown; an export that cannot run says so itself.
    } finally {
      this.#measuring = null;
      this.#set({ isMeasuring: false });
    }
  }

  async #endMeasuring(): Promise<void> {
    this.#measuring?.abort.abort();
    await this.#measuring?.ended;
  }

  #opening(order: ExportOrder): RunView {
    const cells = cellCount(order.spec);
    return { order, phase: "opening", progress: { doneCells: 0, cells, beforeCells: 0, seconds: 0, bytes: this.#bytesOf(order.spec, order.format) } };
  }

  async #begin(order: ExportOrder, at: ExportNote["at"]): Promise<void> {
    if (this.#view.run !== null) return;
    const abort = this.#abort = new AbortController();
    this.#set({ run: this.#opening(order), note: null, said: EXPORT_TEXTS.begun(order.file) });
    await this.#endMeasuring();
    await this.refresh();
    const there = this.#storedAs(order.folder);
    const written = there?.state === "unfinished" ? there.doneCells / there.cells : null;
    const refusal = there?.state === "finished" ? null : await this.#roomRefusal(order, written, abort.signal);
    if (there?.state === "finished" || refusal !== null) {
      this.#set({ run: null, runs: this.#view.runs + 1 });
      this.#tell(at, refusal ?? EXPORT_TEXTS.already(order.file), refusal !== null);
      return;
    }
    await this.#write(order, at, abort);
  }

  /** Where the browser tells how much room is left, the length is measured now if it was not before. @param written share of the whole; null where none was begun */
  async #roomRefusal({ spec, format }: ExportOrder, written: number | null, signal: AbortSignal): Promise<BilingualText | null> {
    const { free } = this.#view;
    if (free === null) return null;
    if (this.#bytesOf(spec, format) === null) {
      const ground = { worker: this.host.worker, pool: await this.#openPool(), clock: this.host.clock, signal };
      await measureLength(spec, format, this.#view.costs, ground, (costs) => this.#set({ costs })).catch(() => undefined);
    }
    const bytes = this.#bytesOf(spec, format);
    this.#setRun((run) => ({ ...run, progress: { ...run.progress, bytes } }));
    return quotaRefusal(bytes === null ? null : bytes * (1 - (written ?? 0)), cellCount(spec), free, written !== null);
  }

  async #write(order: ExportOrder, at: ExportNote["at"], abort: AbortController): Promise<void> {
    void this.host.keepStorage().catch(() => undefined);
    let answer: WriteAnswer;
    let cause: unknown = null;
    try {
      answer = await this.#run(order, abort.signal, (failure) => { cause = failure; });
    } catch (failure) {
      cause = failure;
      answer = { kind: "failed", says: sameInBoth(failure) };
    }
    const isCancelled = this.#view.run?.phase === "cancelling";
    if (isCancelled && answer.kind !== "done") await this.host.worker.remove(order.folder).catch(() => undefined);
    this.#abort = null;
    await this.refresh();
    // With what is said of it, at once: the focus goes where that stands.
    this.#set({ run: null, runs: this.#view.runs + 1 });
    const isKept = this.#storedAs(order.folder)?.state === "unfinished";
    if (answer.kind === "done") this.#tell({ folder: order.folder }, EXPORT_TEXTS.done(order.file, answer.bytes), false);
    else if (isCancelled) this.#tell("start", EXPORT_TEXTS.cancelled(order.file), false);
    // What was computed tells why it failed; the storage's own answers say what to do.
    else if (answer.kind === "failed") {
      const { says, said } = cause === null ? { says: answer.says, said: answer.says } : failureTexts(cause, isKept);
      this.#tell(isKept ? { folder: order.folder } : at, says, true, said);
    } else this.#tell(isKept ? { folder: order.folder } : at, EXPORT_TEXTS.paused(order.file), false);
  }

  /** @param onFailure told why no more tiles can be computed */
  async #run(order: ExportOrder, signal: AbortSignal, onFailure: (cause: unknown) => void): Promise<WriteAnswer> {
    const pool = await this.#openPool();
    if (signal.aborted) return { kind: "stopped" };
    const { worker, clock } = this.host;
    let started = clock();
    const feed = tileFeed({
      spec: order.spec, worker, pool, signal, onFailure,
      onProgress: (doneCells) => this.#onProgress(doneCells, (clock() - started) / 1000),
    });
    return worker.write(order, {
      run: async (range) => {
        started = clock();
        this.#setRun((run) => ({ ...run, phase: run.phase === "opening" ? "writing" : run.phase, progress: { ...run.progress, doneCells: range.from, beforeCells: range.from } }));
        await feed.run(range);
        this.#setRun((run) => ({ ...run, phase: run.phase === "writing" ? "finishing" : run.phase }));
      },
    }, () => undefined);
  }

  #onProgress(doneCells: number, seconds: number): void {
    const { run } = this.#view;
    if (run === null || (!this.#isTimeToTell() && doneCells < run.progress.cells)) return;
    const before = Math.floor((100 * run.progress.doneCells) / run.progress.cells / SAID_PERCENT);
    const now = Math.floor((100 * doneCells) / run.progress.cells / SAID_PERCENT);
    if (now > before && now * SAID_PERCENT < 100) this.#set({ said: EXPORT_TEXTS.reached(now * SAID_PERCENT) });
    this.#setRun(() => ({ ...run, progress: { ...run.progress, doneCells, seconds } }));
  }

  #isTimeToTell(): boolean {
    const now = this.host.clock();
    if (now - this.#lastProgress < PROGRESS_REST_MS) return false;
    this.#lastProgress = now;
    return true;
  }

  #stop(phase: RunPhase): void {
    const { run } = this.#view;
    if (run === null || isStopping(run)) return;
    this.#setRun((run) => ({ ...run, phase }));
    this.#abort?.abort(new Error("The export was stopped."));
    void this.host.worker.stop().catch(() => undefined);
  }

  #storedAs(name: string): StoredResult | undefined {
    return this.#view.stored?.find(({ folder }) => folder === name);
  }

  #bytesOf(spec: SweepSpec, format: string): number | null {
    const { costs } = this.#view;
    return costs?.key === specKey(spec) ? costs.bytes[format]?.bytes ?? null : null;
  }

  /** One pool serves measuring and exports; where it cannot be opened, the next call tries again. */
  #openPool(): Promise<SweepClient> {
    const pool = this.#pool ??= this.host.openPool();
    pool.catch(() => { if (this.#pool === pool) this.#pool = null; });
    return pool;
  }

  #tell(at: ExportNote["at"], says: BilingualText, isProblem: boolean, said = says): void {
    this.#set({ note: { at, says, isProblem }, said });
  }

  #setRun(change: (run: RunView) => RunView): void {
    if (this.#view.run !== null) this.#set({ run: change(this.#view.run) });
  }

  #set(change: Partial<ExportView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function sameInBoth(cause: unknown): BilingualText {
  const message = cause instanceof Error ? cause.message : String(cause);
  return { en: message, zh: message };
}
