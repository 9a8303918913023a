import type { EngineChoice } from "../engines/engine-errors.ts";
import type { EngineId } from "../engines/engine.ts";
import type { Method } from "../sweep/methods.ts";
import type { CellRange } from "../sweep/plan.ts";
import type { Progress } from "../sweep/tile.ts";
import type { OptionNames } from "./option-names.ts";

/** How the workers are chosen. */
export interface EngineOptions {
  /** Default: `auto`, the first that works here. */
  readonly engine?: EngineId | "auto";
  /** From 1 to the machine's threads. Default: all of them in Node; in a browser all but one, at most eight. */
  readonly threads?: number;
}

/** Workers that are kept from sweep to sweep: starting them takes longer than a small sweep. They run one sweep at a time, further ones wait. */
export interface SweepWorkers {
  /** The engine of the latest sweep, and why others were passed over. */
  readonly engine: EngineChoice;
  readonly threads: number;
  /** Ends them; a sweep under way rejects. Until then they keep a Node process alive. */
  dispose(): void;
}

/** Where a sweep runs: on workers that were started before, or on its own. */
export interface WhereToRun extends EngineOptions {
  readonly workers?: SweepWorkers;
}

/** What every sweep takes; options of `sweep`. */
export interface SweepOptions extends WhereToRun {
  /** Ends the sweep; what was asked for rejects with its reason. */
  readonly signal?: AbortSignal;
  /** Cells done and in all; `done` never decreases and ends at `total`. */
  readonly onProgress?: (progress: Progress) => void;
  /** Only the cells [from, to), each a multiple of `TILE_CELLS` (2²⁰) or the end of the sweep. Default: all. */
  readonly range?: CellRange;
  /** Whether the summary gives the checksum of every field (CONTRACT: XXH128 over 1 MiB pieces). Default: false. */
  readonly checksum?: boolean;
}

/** Options of `summarize`. */
export interface SummaryOptions extends SweepOptions {
  /** `cells` visits every cell, `rows` follows rows and makes neither checksums nor ranges. Default: `auto`, the cheapest that gives what is asked for. */
  readonly method?: Method;
}

export const ENGINE_OPTION_NAMES: OptionNames<EngineOptions> = { engine: true, threads: true };

/** Of all that computes cells. */
export const RUN_OPTION_NAMES: OptionNames<Omit<SweepOptions, "range" | "checksum">> = { ...ENGINE_OPTION_NAMES, workers: true, signal: true, onProgress: true };

export const SWEEP_OPTION_NAMES: OptionNames<SweepOptions> = { ...RUN_OPTION_NAMES, range: true, checksum: true };

export const SUMMARY_OPTION_NAMES: OptionNames<SummaryOptions> = { ...SWEEP_OPTION_NAMES, method: true };
