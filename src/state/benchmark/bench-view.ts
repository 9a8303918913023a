import type { BenchResult, ParityResult } from "../../benchmark/bench-result.ts";
import type { BenchProgress } from "../../benchmark/bench-steps.ts";
import type { BenchComparison } from "../../benchmark/compare-bench.ts";
import type { ProbedEngine } from "../../benchmark/probe-engines.ts";
import type { BilingualText } from "../../model/index.ts";
import type { BenchForm } from "./bench-form.ts";

/** What a session can be busy with: the benchmark, or comparing the engines with the model. */
export type BenchWork = "benchmark" | "parity";

/** A result, and the file that it came from; `null` where it was measured here. */
export interface ShownResult {
  readonly result: BenchResult;
  readonly file: string | null;
}

/** Work that ended without a result, and why. */
export interface BenchFailure {
  readonly work: BenchWork;
  readonly reason: BilingualText;
}

/** What a file is opened for. */
export type FilePurpose = "open" | "compare";

/** A file that was not taken: nothing else has changed. */
export interface RefusedFile {
  readonly purpose: FilePurpose;
  readonly file: string;
  /** What is wrong with it, a sentence each. */
  readonly problems: readonly BilingualText[];
}

/** Everything that the benchmark's page shows. */
export interface BenchView {
  /** `null` until it is known which engines work here. */
  readonly engines: readonly ProbedEngine[] | null;
  readonly form: BenchForm | null;
  readonly work: BenchWork | null;
  /** Of `work`; `null` until its first step. */
  readonly progress: BenchProgress | null;
  readonly shown: ShownResult | null;
  /** Of this machine, measured in this visit. */
  readonly parity: ParityResult | null;
  readonly failure: BenchFailure | null;
  /** What `shown` is compared with. */
  readonly earlier: ShownResult | null;
  /** B is `shown`, A is `earlier`. */
  readonly comparison: BenchComparison | null;
  readonly refused: RefusedFile | null;
}

export const EMPTY_VIEW: BenchView = {
  engines: null, form: null, work: null, progress: null, shown: null, parity: null, failure: null, earlier: null, comparison: null, refused: null,
};
