import * as layout from "../../assembly/layout.ts";
import { isCodeField, type FieldName } from "../model/index.ts";
import type { TileTotals } from "../sweep/totals.ts";

/** Empties the totals that a kernel adds to. */
export function startTotals(totals: Float64Array): void {
  totals.fill(0);
  for (let field = 0; field < layout.FIELD_COUNT; field++) {
    const at = layout.AT_FIELD_TOTAL + field * layout.FIELD_TOTAL_LENGTH;
    totals[at] = Infinity;
    totals[at + 1] = -Infinity;
  }
}

/** Reads a kernel's totals over `cells` cells. */
export function readTotals(totals: Float64Array, fields: readonly FieldName[], cells: number): TileTotals {
  return {
    cells,
    infeasible: totals[layout.TOTAL_INFEASIBLE],
    positive: totals[layout.TOTAL_POSITIVE],
    negative: totals[layout.TOTAL_NEGATIVE],
    boundary: totals[layout.TOTAL_BOUNDARY],
    saving: totals[layout.TOTAL_SAVING],
    transversality: totals[layout.TOTAL_TRANSVERSALITY],
    fields: fields.map((field, k) => {
      if (isCodeField(field)) return null;
      const at = layout.AT_FIELD_TOTAL + k * layout.FIELD_TOTAL_LENGTH;
      return { min: totals[at], max: totals[at + 1], sum: totals[at + 2], compensation: totals[at + 3] };
    }),
  };
}
