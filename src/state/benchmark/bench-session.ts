import type { BenchResult } from "../../benchmark/bench-result.ts";
import type { BenchProgress } from "../../benchmark/bench-steps.ts";
import { compareBench } from "../../benchmark/compare-bench.ts";
import { openClients, reasonOf, type CreateClient } from "../../benchmark/open-clients.ts";
import { DEFAULT_PARITY_SPECS, measureParity, paritySteps } from "../../benchmark/parity.ts";
import { parseBenchText } from "../../benchmark/parse-bench.ts";
import { probeEngines } from "../../benchmark/probe-engines.ts";
import { runBench, type BenchEnvironment } from "../../benchmark/run-bench.ts";
import { describeStopReason, STOP_REASONS, type StopReason } from "../../benchmark/stop-reasons.ts";
import type { BilingualText } from "../../model/index.ts";
import { describeProblem } from "../../sweep/problems.ts";
import { checkForm, defaultForm, type BenchForm, type CheckedSettings } from "./bench-form.ts";
import { EMPTY_VIEW, type BenchView, type BenchWork, type FilePurpose, type ShownResult } from "./bench-view.ts";

/** What the page's surroundings bring to a session. */
export interface BenchHost {
  readonly createClient: CreateClient;
  /** Threads of the machine. */
  readonly threads: number;
  /** Where a benchmark that begins now runs. */
  readonly describeEnvironment: () => BenchEnvironment;
  /** Milliseconds. */
  readonly clock: () => number;
}

/** Time between two changes of the progress: drawing it takes time from what is measured. */
const PROGRESS_REST_MS = 100;
const PARITY_LABEL: BilingualText = { en: "Comparing with the model", zh: "正在与模型对照" };

/** The life of the benchmark's page: one piece of work at a time, its outcome, and the files that are opened. */
export class BenchSession {
  #view: BenchView = EMPTY_VIEW;
  #abort: AbortController | null = null;
  #lastProgress = -Infinity;
  #lateProgress: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly host: BenchHost) {}

  get view(): BenchView { return this.#view; }
  get threads(): number { return this.host.threads; }

  /** Calls `listener` after every change, until the function that is returned is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Finds out which engines work here. */
  async probe(): Promise<void> {
    const engines = await probeEngines(this.host.createClient);
    this.#set({ engines, form: defaultForm(engines) });
  }

  setForm(change: Partial<BenchForm>): void {
    const { form, work } = this.#view;
    if (form !== null && work === null) this.#set({ form: { ...form, ...change } });
  }

  /** Measures what the form says; does nothing while busy, or where the form cannot be read. */
  async start(): Promise<void> {
    const settings = this.#settings();
    if (settings === null) return;
    await this.#run("benchmark", async (signal) => {
      const result = await runBench({
        ...settings, createClient: this.host.createClient, environment: this.host.describeEnvironment(), clock: this.host.clock,
        signal, onProgress: this.#onProgress,
      });
      if (result.measurements.length === 0 && result.stopReason !== null) throw new Error(result.stopReason);
      this.#show({ result: { ...result, parity: this.#view.parity }, file: null });
    });
  }

  /** Compares every chosen engine with the model, cell by cell. */
  async checkParity(): Promise<void> {
    const settings = this.#settings();
    if (settings === null) return;
    await this.#run("parity", async (signal) => {
      const { clients } = await openClients(this.host.createClient, settings.engines, settings.threads, signal);
      try {
        const total = paritySteps(DEFAULT_PARITY_SPECS) * clients.length;
        let done = 0;
        this.#onProgress({ done, total, label: PARITY_LABEL });
        const parity = await measureParity(clients, DEFAULT_PARITY_SPECS, () => this.#onProgress({ done: ++done, total, label: PARITY_LABEL }), signal);
        this.#set({ parity });
        const { shown } = this.#view;
        if (shown?.file === null) this.#show({ ...shown, result: { ...shown.result, parity } });
      } finally {
        for (const client of clients) client.dispose();
      }
    });
  }

  /** Ends what is under way; a benchmark keeps what it has measured. */
  stop(reason: StopReason): void {
    this.#abort?.abort(new Error(STOP_REASONS[reason].en));
  }

  /** Shows a result from a file, or compares the one that is shown with it. A file that cannot be read changes nothing but the message. */
  take(purpose: FilePurpose, file: string, text: string): void {
    const parsed = parseBenchText(text);
    if (!parsed.ok) {
      this.refuse(purpose, file, parsed.problems.map((problem) => ({ en: describeProblem(problem, "en"), zh: describeProblem(problem, "zh") })));
      return;
    }
    const opened = { result: parsed.result, file };
    if (purpose === "open") this.#show(opened);
    else this.#compareWith(opened);
    this.#set({ refused: null });
  }

  refuse(purpose: FilePurpose, file: string, problems: readonly BilingualText[]): void {
    this.#set({ refused: { purpose, file, problems } });
  }

  /** The earlier result becomes the later one. */
  swap(): void {
    const { shown, earlier } = this.#view;
    if (shown === null || earlier === null) return;
    this.#set({ shown: earlier });
    this.#compareWith(shown);
  }

  endComparison(): void {
    this.#set({ earlier: null, comparison: null });
  }

  #show(shown: ShownResult): void {
    this.#set({ shown, failure: null });
    if (this.#view.earlier !== null) this.#compareWith(this.#view.earlier);
  }

  #compareWith(earlier: ShownResult): void {
    const { shown } = this.#view;
    if (shown !== null) this.#set({ earlier, comparison: compareBench(earlier.result, shown.result) });
  }

  #settings(): CheckedSettings | null {
    const { form } = this.#view;
    const checked = form === null ? null : checkForm(form, this.host.threads);
    return checked?.ok === true ? checked.settings : null;
  }

  async #run(work: BenchWork, steps: (signal: AbortSignal) => Promise<void>): Promise<void> {
    if (this.#abort !== null) return;
    const abort = new AbortController();
    this.#abort = abort;
    this.#set({ work, progress: null, failure: null });
    try {
      await steps(abort.signal);
    } catch (cause) {
      this.#set({ failure: { work, reason: describeStopReason(reasonOf(cause)) } });
    } finally {
      this.#abort = null;
      clearTimeout(this.#lateProgress);
      this.#set({ work: null, progress: null });
    }
  }

  readonly #onProgress = (progress: BenchProgress): void => {
    clearTimeout(this.#lateProgress);
    const rest = this.#lastProgress + PROGRESS_REST_MS - this.host.clock();
    // The last news of a while is told too, late: what has begun may run for long.
    if (rest > 0 && this.#view.progress !== null) this.#lateProgress = setTimeout(() => this.#tell(progress), rest);
    else this.#tell(progress);
  };

  #tell(progress: BenchProgress): void {
    this.#lastProgress = this.host.clock();
    this.#set({ progress });
  }

  #set(change: Partial<BenchView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** The name that a result is saved under: when it began, without what file systems refuse. */
export function benchFileName({ created }: Pick<BenchResult, "created">): string {
  return `tauscape-bench-${created.slice(0, 19).replaceAll(/[-:]/g, "").replace("T", "-")}.json`;
}
