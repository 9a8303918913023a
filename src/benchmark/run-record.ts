import type { BilingualText } from "../model/index.ts";
import type { SweepClient } from "../workers/sweep-client.ts";
import { benchPrecision, type BenchEntry } from "./bench-plan.ts";
import type { Measurement } from "./bench-result.ts";
import type { JobRun, RunOutcome } from "./run-job.ts";
import { describeSamples } from "./statistics.ts";

const UNSTEADY: BilingualText = {
  en: "its own runs did not all compute the same", zh: "它自己的各次运行结果不一致",
};

/** The runs of one engine at one job and size. */
export class RunRecord {
  #cold: number | null = null;
  #outcome: RunOutcome | null = null;
  readonly #warm: number[] = [];
  #note: BilingualText | null = null;

  constructor(readonly client: SweepClient, readonly entry: BenchEntry) {}

  /** Takes a run; the first is the cold one. A warm-up is checked, but its time is not kept. */
  add({ seconds, outcome }: JobRun, isWarmUp: boolean): void {
    if (this.#outcome === null || this.#cold === null) {
      this.#outcome = outcome;
      this.#cold = seconds;
      return;
    }
    if (JSON.stringify(outcome) !== JSON.stringify(this.#outcome)) this.#note ??= UNSTEADY;
    if (!isWarmUp) this.#warm.push(seconds);
  }

  /** What was measured, before it is compared with other engines; `null` where no run was warm yet. */
  measured(): { readonly measurement: Measurement; readonly outcome: RunOutcome } | null {
    if (this.#outcome === null || this.#cold === null || this.#warm.length === 0) return null;
    const { engine, threads } = this.client;
    const { job, size, points } = this.entry;
    const { counts, checksum } = this.#outcome;
    const measurement: Measurement = {
      engine: engine.id, threads, job, size, points, precision: benchPrecision(engine.id),
      cold: this.#cold, warm: [...this.#warm], statistics: describeSamples(this.#warm), checksum, counts,
      validity: this.#note === null ? "valid" : "invalid", note: this.#note,
    };
    return { measurement, outcome: this.#outcome };
  }
}
