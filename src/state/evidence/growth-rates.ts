import type { EvidenceSeries } from "./evidence-schema.ts";

/** The report prints its values and rates to one decimal: each may be off by half a unit of it. */
const HALF_UNIT = 0.05;

/** What is compared: a rate in % a year, a ratio, or a difference in percentage points. */
export type ChangeKind = "cagrPercent" | "multiple" | "changePoints";
const KINDS: readonly ChangeKind[] = ["cagrPercent", "multiple", "changePoints"];

/**
 * How printed and recomputed stand to each other: `agrees` to the printed decimal; `rounding`, not to it, but within what the rounding of the
 * end points allows; `differs`; `alone` where nothing was printed; `unknown` where the report prints no number for the first year.
 */
export type Comparison = "agrees" | "rounding" | "differs" | "alone" | "unknown";

export interface ComparedChange {
  readonly kind: ChangeKind;
  readonly from: number;
  readonly to: number;
  readonly printed: number | null;
  readonly recomputed: number | null;
  /** What the end points give when each is moved by half a unit of its last decimal; `null` where nothing can be recomputed. */
  readonly range: readonly [low: number, high: number] | null;
  readonly comparison: Comparison;
}

/** Growth of a series from end point to end point, each kind for which the report prints a number, and the rate a year in any case where it can be had. */
export function compareChanges(series: EvidenceSeries): readonly ComparedChange[] {
  const { points, printed, unit } = series;
  const isShare = unit.startsWith("%");
  const usual: ChangeKind = isShare ? "changePoints" : "cagrPercent";
  return KINDS.filter((kind) => kind in printed || (kind === usual && points.length > 1)).map((kind) => compareChange(series, kind));
}

function compareChange({ points, printed }: EvidenceSeries, kind: ChangeKind): ComparedChange {
  const [first, last] = [points[0], points[points.length - 1]];
  const claimed = printed[kind] ?? null;
  if (points.length === 1) {
    return { kind, from: printed.cagrFrom ?? first[0], to: last[0], printed: claimed, recomputed: null, range: null, comparison: "unknown" };
  }
  const years = last[0] - first[0];
  const recomputed = change(kind, first[1], last[1], years);
  const range = [change(kind, first[1] + HALF_UNIT, last[1] - HALF_UNIT, years), change(kind, first[1] - HALF_UNIT, last[1] + HALF_UNIT, years)] as const;
  return { kind, from: first[0], to: last[0], printed: claimed, recomputed, range, comparison: compare(claimed, recomputed, range) };
}

/** Change from `start` to `end` > 0 over `years` > 0: per cent a year (compound), a ratio, or a difference. */
export function change(kind: ChangeKind, start: number, end: number, years: number): number {
  if (kind === "changePoints") return end - start;
  const ratio = end / start;
  return kind === "multiple" ? ratio : 100 * (ratio ** (1 / years) - 1);
}

function compare(printed: number | null, recomputed: number, [low, high]: readonly [number, number]): Comparison {
  if (printed === null) return "alone";
  if (recomputed.toFixed(1) === printed.toFixed(1)) return "agrees";
  return printed + HALF_UNIT >= low && printed - HALF_UNIT <= high ? "rounding" : "differs";
}
