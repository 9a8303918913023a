import * as layout from "../../assembly/layout.ts";
import { FIELD_NAMES, isCodeField } from "../model/index.ts";
import type { Box } from "../sweep/plan.ts";
import type { SweepSpec } from "../sweep/spec.ts";
import type { BoxTables, PlacedSlot } from "./box-tables.ts";

/** What the kernel is to do with the cells of a box. */
export interface BoxTask {
  /** Whether the cells are kept, or only summarised. */
  readonly keep: boolean;
  readonly reduce: boolean;
  /** Cells that each field has in the outputs: its cells of this box begin at its place times this, … */
  readonly outputCells: number;
  /** … plus this, plus the box's offset. */
  readonly outputFrom: number;
}

/**
 * A kernel's program for one box (assembly/layout.ts). The tables cover the box; where they cover more, the inner axis of
 * both is the same.
 */
export function compileBox(spec: SweepSpec, box: Box, task: BoxTask, tables: BoxTables): Int32Array {
  const program = new Int32Array(layout.PROGRAM_LENGTH);
  const counts = box.from.map((from, k) => box.to[k] - from);
  program[layout.AT_AXES] = counts.length;
  program[layout.AT_EQUILIBRIUM] = spec.prices === "equilibrium" ? 1 : 0;
  program[layout.AT_INNER_COUNT] = counts[counts.length - 1];
  program[layout.AT_ROWS] = counts.slice(0, -1).reduce((product, n) => product * n, 1);
  program[layout.AT_FIELDS] = spec.fields.length;
  program[layout.AT_KEEP] = task.keep ? 1 : 0;
  program[layout.AT_SINGLE] = spec.precision === "f32" ? 1 : 0;
  program[layout.AT_REDUCE] = task.reduce ? 1 : 0;
  program[layout.AT_COUNT_FLAGS] = spec.fields.includes("status") ? 1 : 0;
  counts.forEach((count, k) => {
    const shift = box.from[k] - tables.span.from[k];
    const { from, to } = tables.feasible.axes[k];
    program.set([count, clamp(from - shift, count), clamp(to - shift, count)], layout.AT_AXIS + k * layout.AXIS_LENGTH);
  });
  pairFields(program, spec, counts);
  for (const slot of tables.slots) placeSlot(program, box, tables, slot, 1);
  placeSlot(program, box, tables, { slot: layout.SLOT_RANGE, start: 0, axes: tables.feasible.pairAxes }, 2);
  placeFields(program, spec, box, task);
  return program;
}

/** Writes a slot's start, its inner step, and what each outer axis moves it by; an entry of its table is `entry` elements long. */
function placeSlot(program: Int32Array, box: Box, { span }: BoxTables, { slot, start, axes }: PlacedSlot, entry: number): void {
  const strides = box.from.map(() => 0);
  let stride = entry;
  let first = start;
  for (const k of [...axes].reverse()) {
    strides[k] = stride;
    first += (box.from[k] - span.from[k]) * stride;
    stride *= span.to[k] - span.from[k];
  }
  const inner = strides.length - 1;
  const at = layout.AT_SLOT + slot * layout.SLOT_LENGTH;
  program[at] = first;
  program[at + 1] = strides[inner];
  const jumps = new Map<number, number>();
  let restart = 0;
  for (let k = inner - 1; k >= 0; k--) {
    jumps.set(k, strides[k] - restart);
    restart += (box.to[k] - box.from[k] - 1) * strides[k];
  }
  if ([...jumps.values()].every((jump) => jump === 0)) return;
  const place = program[layout.AT_MOVING]++;
  program[layout.AT_MOVING_SLOT + place] = slot;
  for (const [k, jump] of jumps) program[layout.AT_JUMP + k * layout.SLOT_COUNT + place] = jump;
}

/**
 * Growth and its slope go together along ω and τ at given prices, in float64; over both, if nothing else is asked for, by whole planes.
 * So do the flags, where nothing else is asked for and rows are followed along τ.
 */
function pairFields(program: Int32Array, spec: SweepSpec, counts: readonly number[]): void {
  const [second, inner] = [spec.axes.at(-2)?.name, spec.axes[spec.axes.length - 1].name];
  const [growth, slope] = [spec.fields.indexOf("growth"), spec.fields.indexOf("growthSlope")];
  if (spec.prices === "given" && inner === "tau" && second === "wr" && spec.fields.every((field) => field === "status")) {
    program[layout.AT_PLANE] = layout.PLANE_OF_FLAGS;
    return;
  }
  if (spec.prices !== "given" || spec.precision !== "f64" || growth < 0 || slope < 0) return;
  program[layout.AT_PAIR] = inner === "wr" ? layout.PAIR_ALONG_WR : inner === "tau" ? layout.PAIR_ALONG_TAU : 0;
  program[layout.AT_PAIR_GROWTH] = growth;
  program[layout.AT_PAIR_SLOPE] = slope;
  const isPlane = (inner === "wr" && second === "tau") || (inner === "tau" && second === "wr");
  if (isPlane && spec.fields.length === 2 && counts[counts.length - 1] <= layout.CHUNK_CELLS) program[layout.AT_PLANE] = layout.PLANE_OF_PAIR;
}

function placeFields(program: Int32Array, spec: SweepSpec, box: Box, task: BoxTask): void {
  let values = 0;
  let codes = 0;
  spec.fields.forEach((field, k) => {
    const place = isCodeField(field) ? codes++ : values++;
    program.set(
      [FIELD_NAMES.indexOf(field), place * task.outputCells + task.outputFrom + box.offset], layout.AT_FIELD + k * layout.FIELD_LENGTH);
  });
}

function clamp(point: number, count: number): number {
  return Math.max(0, Math.min(point, count));
}
