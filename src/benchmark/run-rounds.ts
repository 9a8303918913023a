import type { BilingualText } from "../model/index.ts";
import { describeSize, jobOf } from "./bench-labels.ts";
import type { BenchEntry } from "./bench-plan.ts";
import type { BenchSteps } from "./bench-steps.ts";
import type { EngineRoster } from "./engine-roster.ts";
import { runJob } from "./run-job.ts";
import type { RunRecord } from "./run-record.ts";

export interface Rounds {
  /** Runs of each engine: one cold, the warm-ups, the repeats. */
  readonly rounds: number;
  readonly warmUps: number;
  readonly roster: EngineRoster;
  readonly steps: BenchSteps;
  /** Milliseconds. */
  readonly clock: () => number;
  readonly signal?: AbortSignal;
}

/** Runs one job at one size: in every round each engine once, so that no engine has a quiet hour of its own. */
export async function runRounds(records: readonly RunRecord[], { rounds, warmUps, roster, steps, clock, signal }: Rounds): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    for (const record of records) {
      const { client, entry } = record;
      const { id } = client.engine;
      signal?.throwIfAborted();
      if (roster.clientOf(id) === undefined) continue;
      const label = labelOf(entry, id);
      steps.begin(label);
      try {
        record.add(await runJob(client, entry.job, entry.size, clock, signal), round <= warmUps);
      } catch (cause) {
        signal?.throwIfAborted();
        roster.drop(id, label.en, cause);
      }
      steps.step(label);
    }
  }
}

/** What runs, in words. */
export function labelOf({ job, size }: Pick<BenchEntry, "job" | "size">, engine: string): BilingualText {
  const { label } = jobOf(job);
  return { en: `${label.en}, ${describeSize(job, size)}, ${engine}`, zh: `${label.zh}，${describeSize(job, size)}，${engine}` };
}
