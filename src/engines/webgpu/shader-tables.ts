import * as layout from "../../../assembly/layout.ts";
import { isTechnologyFeasible, type ParameterName } from "../../model/index.ts";
import { axisPoint } from "../../sweep/axes.ts";
import type { SweepSpec } from "../../sweep/spec.ts";
import type { BoxTables, PlacedSlot } from "../box-tables.ts";

/**
 * Magnitudes of table entries between which everything that the shader computes from them stays within [2⁻¹²⁰, 2¹²²]: the largest
 * are (d·h)·(1/y) and (σ−1)·G, the smallest is τ·t after cancellation.
 */
const LARGEST = 2 ** 24;
const SMALLEST = 2 ** -24;

/**
 * Slots that may hold less, even 0: what only ever stands as a term beside larger ones, or is written out as it is. Where a
 * product of theirs is flushed to 0, the error of at most 2⁻¹²⁶ is far below the bounds of shader-source.ts. The slope F
 * is a factor, so that a slope below 2⁻¹²⁶ may read 0. χ is above 2⁻⁴⁶ and divides at most 2⁷².
 */
const MAY_BE_SMALL: ReadonlySet<number> = new Set([
  layout.SLOT_TAU, layout.SLOT_DELTA, layout.SLOT_RHO, layout.SLOT_IMPATIENCE, layout.SLOT_SIGMA_LESS_ONE, layout.SLOT_THRESHOLD,
  layout.SLOT_SERVICE_SPLIT, layout.SLOT_PROFIT_SHARE, layout.SLOT_CHI, layout.SLOT_STOCKS_SLOPE, layout.SLOT_REST,
]);

/** Stands where no feasible cell looks. */
const UNUSED = 1;

/**
 * The tables as float32, each entry rounded once, one table after the other; or null where a feasible cell might use an entry
 * with which float32 would leave its range.
 */
export function roundTables(spec: SweepSpec, tables: BoxTables): Float32Array<ArrayBuffer> | null {
  const rounded = new Float32Array(tables.length);
  for (const [k, placed] of tables.slots.entries()) {
    const values = tables.values[k];
    const smallest = MAY_BE_SMALL.has(placed.slot) ? 0 : SMALLEST;
    for (let i = 0; i < values.length; i++) {
      const magnitude = Math.abs(values[i]);
      const isSafe = magnitude >= smallest && magnitude <= LARGEST;
      if (!isSafe && isUsed(spec, tables, placed, i)) return null;
      rounded[placed.start + i] = isSafe ? values[i] : UNUSED;
    }
  }
  return rounded;
}

/** Whether entry `i` of a slot's table may belong to a feasible cell: judged by the axes that the slot varies along. */
function isUsed(spec: SweepSpec, { span, feasible }: BoxTables, { axes }: PlacedSlot, i: number): boolean {
  const at: Partial<Record<ParameterName, number>> = { ...spec.fixed };
  let rest = i;
  for (const k of [...axes].reverse()) {
    const count = span.to[k] - span.from[k];
    const point = rest % count;
    if (point < feasible.axes[k].from || point >= feasible.axes[k].to) return false;
    at[spec.axes[k].name] = axisPoint(spec.axes[k], span.from[k] + point);
    rest = Math.floor(rest / count);
  }
  return at.alpha === undefined || at.beta === undefined || isTechnologyFeasible(at.alpha, at.beta);
}
