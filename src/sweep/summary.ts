import type { FieldName } from "../model/index.ts";
import type { EngineId } from "../engines/engine.ts";

export const SUMMARY_SCHEMA = "tauscape/summary@1";

/** Over feasible cells; `null` where there are none. */
export interface FieldSummary {
  readonly min: number | null;
  readonly max: number | null;
  readonly mean: number | null;
  /** `xxh128t-…` over the field's bytes, or `null` where they were not made. */
  readonly checksum: string | null;
}

/** `class` and `status` have a checksum alone. */
export interface CodeSummary {
  readonly checksum: string | null;
}

/** What a sweep found: the JSON of CONTRACT.md, "A summary". */
export interface SweepSummary {
  readonly schema: typeof SUMMARY_SCHEMA;
  readonly points: number;
  readonly feasible: number;
  readonly infeasible: number;
  readonly positive: number;
  readonly negative: number;
  readonly boundary: number;
  /** positive / feasible; `null` where no cell is feasible. */
  readonly share: number | null;
  /** Counted when `status` is among the fields. */
  readonly flags: { readonly saving: number; readonly transversality: number } | null;
  readonly fields: Readonly<Partial<Record<FieldName, FieldSummary | CodeSummary>>>;
  readonly engine: EngineId;
  readonly threads: number;
  readonly method: "cells" | "rows";
  /** Computing only, with the pool ready. */
  readonly seconds: number;
  readonly spec: string;
}
