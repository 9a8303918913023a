import type { BilingualText } from "../model/index.ts";

/** `done` never decreases, and reaches `total` exactly when the benchmark is complete. */
export interface BenchProgress {
  readonly done: number;
  readonly total: number;
  /** What is worked on, or, where `done` is greater than before, what has just been done. */
  readonly label: BilingualText;
}

/** Counts the steps of a benchmark: runs, for the most part. */
export class BenchSteps {
  #done = 0;

  constructor(private readonly total: number, private readonly onProgress: ((progress: BenchProgress) => void) | undefined) {}

  /** Something begins that may take long. */
  begin(label: BilingualText): void {
    this.#report(this.#done, label);
  }

  /** @param count steps that were taken, or will not be */
  step(label: BilingualText, count = 1): void {
    this.#report(Math.min(this.#done + count, this.total), label);
  }

  /** Steps that were left out count as done. */
  complete(label: BilingualText): void {
    if (this.#done < this.total) this.#report(this.total, label);
  }

  #report(done: number, label: BilingualText): void {
    this.#done = done;
    this.onProgress?.({ done, total: this.total, label });
  }
}
