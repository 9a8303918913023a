import * as layout from "../../assembly/layout.ts";
import { FIELD_NAMES, isCodeField } from "../model/index.ts";
import type { Box } from "../sweep/plan.ts";
import type { SweepSpec } from "../sweep/spec.ts";
import { feasibleRanges } from "./feasible-ranges.ts";
import type { SlotCache, SlotTable } from "./slot-cache.ts";
import { slotsFor } from "./slot-tables.ts";

/** What the kernel is to do with the cells of a box. */
export interface BoxTask {
  /** Whether the cells are kept, or only summarised. */
  readonly keep: boolean;
  readonly reduce: boolean;
  /** Cells that each field has in the outputs; a field's cells of this box begin at its place times this, plus the box's offset. */
  readonly outputCells: number;
}

/** A kernel's program with the tables that it refers to; see assembly/layout.ts. */
export interface BoxProgram {
  readonly program: Int32Array;
  readonly ranges: Int32Array;
  /** All slots' tables, one after the other. */
  readonly tables: readonly Float64Array[];
}

export function compileBox(spec: SweepSpec, box: Box, task: BoxTask, cache: SlotCache): BoxProgram {
  const program = new Int32Array(layout.PROGRAM_LENGTH);
  const counts = box.from.map((from, k) => box.to[k] - from);
  const feasible = feasibleRanges(spec, box);
  const outerRows = counts.slice(0, -1).reduce((product, n) => product * n, 1);
  program[layout.AT_AXES] = counts.length;
  program[layout.AT_EQUILIBRIUM] = spec.prices === "equilibrium" ? 1 : 0;
  program[layout.AT_INNER_COUNT] = counts[counts.length - 1];
  program[layout.AT_ROWS] = outerRows;
  program[layout.AT_FIELDS] = spec.fields.length;
  program[layout.AT_KEEP] = task.keep ? 1 : 0;
  program[layout.AT_SINGLE] = spec.precision === "f32" ? 1 : 0;
  program[layout.AT_REDUCE] = task.reduce ? 1 : 0;
  program[layout.AT_COUNT_FLAGS] = spec.fields.includes("status") ? 1 : 0;
  counts.forEach((count, k) => {
    program.set([count, feasible.axes[k].from, feasible.axes[k].to], layout.AT_AXIS + k * layout.AXIS_LENGTH);
  });

  pairFields(program, spec);

  const tables: Float64Array[] = [];
  let tableAt = 0;
  for (const definition of slotsFor(spec.prices, spec.fields)) {
    const table = cache.table(spec, box, definition);
    placeSlot(program, counts, definition.slot, tableAt, 1, table.axes);
    tables.push(table.values);
    tableAt += table.values.length;
  }
  placeSlot(program, counts, layout.SLOT_RANGE, 0, 2, feasible.pairAxes);
  placeFields(program, spec, box, task);
  return { program, ranges: feasible.pairs, tables };
}

/** Writes a slot's start, its inner step, and what each outer axis moves it by. */
function placeSlot(
  program: Int32Array, counts: readonly number[], slot: number, start: number, entry: number, axes: SlotTable["axes"],
): void {
  const strides = counts.map(() => 0);
  let stride = entry;
  for (const k of [...axes].reverse()) {
    strides[k] = stride;
    stride *= counts[k];
  }
  const inner = counts.length - 1;
  const at = layout.AT_SLOT + slot * layout.SLOT_LENGTH;
  program[at] = start;
  program[at + 1] = strides[inner];
  const jumps = new Map<number, number>();
  let restart = 0;
  for (let k = inner - 1; k >= 0; k--) {
    jumps.set(k, strides[k] - restart);
    restart += (counts[k] - 1) * strides[k];
  }
  if ([...jumps.values()].every((jump) => jump === 0)) return;
  const place = program[layout.AT_MOVING]++;
  program[layout.AT_MOVING_SLOT + place] = slot;
  for (const [k, jump] of jumps) program[layout.AT_JUMP + k * layout.SLOT_COUNT + place] = jump;
}

/** Growth and its slope go together along ω and τ at given prices, in float64. */
function pairFields(program: Int32Array, spec: SweepSpec): void {
  const inner = spec.axes[spec.axes.length - 1].name;
  const [growth, slope] = [spec.fields.indexOf("growth"), spec.fields.indexOf("growthSlope")];
  if (spec.prices !== "given" || spec.precision !== "f64" || growth < 0 || slope < 0) return;
  program[layout.AT_PAIR] = inner === "wr" ? layout.PAIR_ALONG_WR : inner === "tau" ? layout.PAIR_ALONG_TAU : 0;
  program[layout.AT_PAIR_GROWTH] = growth;
  program[layout.AT_PAIR_SLOPE] = slope;
}

function placeFields(program: Int32Array, spec: SweepSpec, box: Box, task: BoxTask): void {
  let values = 0;
  let codes = 0;
  spec.fields.forEach((field, k) => {
    const place = isCodeField(field) ? codes++ : values++;
    program.set(
      [FIELD_NAMES.indexOf(field), place * task.outputCells + box.offset], layout.AT_FIELD + k * layout.FIELD_LENGTH);
  });
}
