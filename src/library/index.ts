/**
 * Sweeps of the model in Node and in browsers: tiles as they are computed, summaries, and files in every format.
 * @module tauscape
 */
export { sweep, summarize, type SweepStream } from "./run-sweep.ts";
export type { EngineOptions, SummaryOptions, SweepOptions, SweepWorkers, WhereToRun } from "./options.ts";
export { exportSweep, type ExportOptions, type ExportOutcome } from "./export-sweep.ts";
export { MemorySink } from "./memory-sink.ts";
export { SpecError, type AxisInput, type FieldArray, type FieldsOf, type SweepInput, type ValuesOf } from "./input.ts";
export type { SweepTile } from "./tiles.ts";
export { startWorkers } from "./workers.ts";
export { EngineUnavailableError, type EngineChoice, type SkippedEngine } from "../engines/engine-errors.ts";
export { ThreadCountError } from "../workers/thread-count-error.ts";
export { TileFailedError, type FailedTile } from "../workers/tile-failed.ts";
export * from "./sweep.ts";
