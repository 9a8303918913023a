import { isCodeField, type FieldName } from "../model/index.ts";
import type { EngineId } from "../engines/engine.ts";
import type { SweepSpec } from "./spec.ts";
import { SUMMARY_SCHEMA, type CodeSummary, type FieldSummary, type SweepSummary } from "./summary.ts";
import type { FieldTotals, TileTotals } from "./totals.ts";

/** How a sweep was run; what its summary says beside the counts. */
export interface RunFacts {
  readonly engine: EngineId;
  readonly threads: number;
  readonly method: SweepSummary["method"];
  readonly seconds: number;
  readonly specHash: string;
  /** Checksum of each field, or none. */
  readonly checksums: Readonly<Partial<Record<FieldName, string>>>;
}

/** Totals over all cells as the JSON of CONTRACT.md. */
export function summarise(spec: SweepSpec, totals: TileTotals, facts: RunFacts): SweepSummary {
  const feasible = totals.cells - totals.infeasible;
  return {
    schema: SUMMARY_SCHEMA,
    points: totals.cells,
    feasible,
    infeasible: totals.infeasible,
    positive: totals.positive,
    negative: totals.negative,
    boundary: totals.boundary,
    share: feasible === 0 ? null : totals.positive / feasible,
    flags: spec.fields.includes("status") ? { saving: totals.saving, transversality: totals.transversality } : null,
    fields: Object.fromEntries(spec.fields.map((field, k) => {
      const checksum = facts.checksums[field] ?? null;
      return [field, isCodeField(field) ? { checksum } satisfies CodeSummary : summariseField(totals.fields[k], feasible, checksum)];
    })),
    engine: facts.engine,
    threads: facts.threads,
    method: facts.method,
    seconds: facts.seconds,
    spec: facts.specHash,
  };
}

function summariseField(totals: FieldTotals | null, feasible: number, checksum: string | null): FieldSummary {
  if (totals === null || feasible === 0) return { min: null, max: null, mean: null, checksum };
  return { min: totals.min, max: totals.max, mean: (totals.sum + totals.compensation) / feasible, checksum };
}
