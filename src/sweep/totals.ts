/** Extremes and sum of a field over some feasible cells; without any, min is ∞, max −∞ and the sum 0. */
export interface FieldTotals {
  readonly min: number;
  readonly max: number;
  readonly sum: number;
  /** Rounding error of `sum` (Neumaier): the sum is `sum + compensation`. */
  readonly compensation: number;
}

/** What one tile contributes to a summary. */
export interface TileTotals {
  readonly cells: number;
  readonly infeasible: number;
  readonly positive: number;
  readonly negative: number;
  readonly boundary: number;
  readonly saving: number;
  readonly transversality: number;
  /** In the order of the spec's fields; `null` for class and status. */
  readonly fields: readonly (FieldTotals | null)[];
}

/** Adds two totals. Merged in the order of the tiles, a sum does not depend on how many workers made them. */
export function mergeTotals(a: TileTotals, b: TileTotals): TileTotals {
  return {
    cells: a.cells + b.cells,
    infeasible: a.infeasible + b.infeasible,
    positive: a.positive + b.positive,
    negative: a.negative + b.negative,
    boundary: a.boundary + b.boundary,
    saving: a.saving + b.saving,
    transversality: a.transversality + b.transversality,
    fields: a.fields.map((field, k) => mergeField(field, b.fields[k])),
  };
}

function mergeField(a: FieldTotals | null, b: FieldTotals | null): FieldTotals | null {
  if (a === null || b === null) return null;
  const sum = a.sum + b.sum;
  const lost = Math.abs(a.sum) >= Math.abs(b.sum) ? a.sum - sum + b.sum : b.sum - sum + a.sum;
  return {
    min: Math.min(a.min, b.min),
    max: Math.max(a.max, b.max),
    sum,
    compensation: a.compensation + b.compensation + lost,
  };
}
