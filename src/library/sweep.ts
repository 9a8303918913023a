/**
 * What a sweep is, without running it: its spec, axes, tiles, hash and summary. No thread is touched.
 * @module tauscape/sweep
 */
export { parseSpec, type ParsedSpec } from "../sweep/parse-spec.ts";
export { describeProblem, type Problem } from "../sweep/problems.ts";
export {
  axisCount, cellCount, isListAxis, PRECISIONS, SPACINGS, SWEEP_SCHEMA,
  type Axis, type ListAxis, type Precision, type RangeAxis, type Spacing, type SweepSpec,
} from "../sweep/spec.ts";
export { axisPoint, axisPoints } from "../sweep/axes.ts";
export { planSweep, TILE_CELLS, tileAt, type CellRange, type SweepPlan, type Tile } from "../sweep/plan.ts";
export { hashSpec } from "../sweep/spec-hash.ts";
export { checksumOf, joinDigests, PIECE_BYTES, pieceDigests } from "../sweep/checksum.ts";
export { METHODS, type Method } from "../sweep/methods.ts";
export { SUMMARY_SCHEMA, type CodeSummary, type FieldSummary, type SweepSummary } from "../sweep/summary.ts";
export type { Progress } from "../sweep/tile.ts";
export { ENGINE_IDS, type EngineId } from "../engines/engine.ts";
