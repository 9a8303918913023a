import { axisCount, type SweepSpec } from "../sweep/spec.ts";
import type { Span } from "../sweep/plan.ts";
import { feasibleRanges, type FeasibleRanges } from "./feasible-ranges.ts";
import type { SlotCache } from "./slot-cache.ts";
import { slotsFor } from "./slot-tables.ts";

/** Where a slot's table stands among the tables, and the axes that it varies along, the last fastest. */
export interface PlacedSlot {
  readonly slot: number;
  readonly start: number;
  readonly axes: readonly number[];
}

/** Everything that kernels read about a part of the grid: all slots' tables, one after the other, and the feasible ranges. */
export interface BoxTables {
  readonly span: Span;
  readonly slots: readonly PlacedSlot[];
  readonly values: readonly Float64Array[];
  /** Entries of `values` together. */
  readonly length: number;
  readonly feasible: FeasibleRanges;
}

export function wholeGrid(spec: SweepSpec): Span {
  return { from: spec.axes.map(() => 0), to: spec.axes.map(axisCount) };
}

/** Entries that the tables of a span would have: to be asked before they are made. */
export function countEntries(spec: SweepSpec, span: Span): number {
  return slotsFor(spec.prices, spec.fields).reduce((sum, { parameters }) => sum + spec.axes.reduce(
    (product, axis, k) => (parameters.includes(axis.name) ? product * (span.to[k] - span.from[k]) : product), 1), 0);
}

export function layTables(spec: SweepSpec, span: Span, cache: SlotCache): BoxTables {
  const values: Float64Array[] = [];
  const slots: PlacedSlot[] = [];
  let length = 0;
  for (const definition of slotsFor(spec.prices, spec.fields)) {
    const table = cache.table(spec, span, definition);
    slots.push({ slot: definition.slot, start: length, axes: table.axes });
    values.push(table.values);
    length += table.values.length;
  }
  return { span, slots, values, length, feasible: feasibleRanges(spec, span) };
}
