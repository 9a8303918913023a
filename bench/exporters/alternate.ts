import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Something that is measured: writes into an empty folder and says how many seconds that took. */
export type Step = (folder: string) => Promise<number>;

/** Seconds of each step in each round: the steps take turns, so that whatever else the machine does meets them alike. The first round only warms up. */
export async function alternate<Name extends string>(rounds: number, steps: Readonly<Record<Name, Step>>): Promise<Record<Name, number[]>> {
  const names = Object.keys(steps) as Name[];
  const seconds = Object.fromEntries(names.map((name): [Name, number[]] => [name, []])) as Record<Name, number[]>;
  for (let round = -1; round < rounds; round++) {
    for (let k = 0; k < names.length; k++) {
      // Each comes first, second … equally often.
      const name = names[(k + round + names.length) % names.length];
      const taken = await inNewFolder(steps[name]);
      if (round >= 0) seconds[name].push(taken);
    }
  }
  return seconds;
}

/** Does something in an empty folder, which is taken away afterwards. */
export async function inNewFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "tauscape-bench-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Seconds of some work. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** The middle of some numbers, and half of what the middle half of them spans. */
export interface Spread {
  readonly median: number;
  readonly deviation: number;
}

export function spreadOf(numbers: readonly number[]): Spread {
  return { median: quantile(numbers, 0.5), deviation: (quantile(numbers, 0.75) - quantile(numbers, 0.25)) / 2 };
}

/** How many times quicker `ours` is than `theirs`, round by round. */
export function ratioOf(theirs: readonly number[], ours: readonly number[]): Spread {
  return spreadOf(theirs.map((seconds, round) => seconds / ours[round]));
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  return sorted[below] + (at - below) * (sorted[Math.min(below + 1, sorted.length - 1)] - sorted[below]);
}
