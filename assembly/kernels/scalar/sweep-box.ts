import {
  AT_AXES, AT_AXIS, AT_COUNTER, AT_COUNT_FLAGS, AT_FIELD, AT_FIELDS, AT_INNER_COUNT, AT_JUMP, AT_KEEP, AT_MOVING, AT_MOVING_SLOT, AT_REDUCE, AT_ROWS, AT_SINGLE,
  AT_SLOT, AXIS_LENGTH, BIT_INFEASIBLE, CHUNK_CELLS, CODE_INFEASIBLE, FIELD_CLASS, FIELD_GROWTH, FIELD_GROWTH_SLOPE, FIELD_LENGTH, FIELD_STATUS, SLOT_COUNT,
  SLOT_LENGTH, SLOT_RANGE, TOTAL_INFEASIBLE,
} from "../../layout";
import { classAt, statusAt } from "./field-value";

/** What a walk does with a chunk; the scalar and the SIMD kernels each bring their own four. */
export type FillChunk = (
  program: StaticArray<i32>, tables: StaticArray<f64>, field: i32, from: i32, to: i32, out: StaticArray<f64>, outAt: i32) => void;
export type CountChunk = (
  program: StaticArray<i32>, tables: StaticArray<f64>, from: i32, to: i32, totals: StaticArray<f64>) => void;
/** Sweeps growth and its slope together over some rows and counts classes, or returns false where the program does not allow it. */
export type SweepPair = (
  program: StaticArray<i32>, tables: StaticArray<f64>, from: i32, to: i32, rows: i32, cell: i32, values: StaticArray<f64>,
  totals: StaticArray<f64>) => bool;
/** Sweeps a plane of rows at once and returns how many they are, or 0 where the present row must be swept by itself. */
export type SweepPlane = (
  program: StaticArray<i32>, ranges: StaticArray<i32>, tables: StaticArray<f64>, cell: i32, values: StaticArray<f64>,
  totals: StaticArray<f64>) => i32;
/** Writes the canonical NaN to `n` cells. */
export type ClearCells = (values: StaticArray<f64>, at: i32, n: i32) => void;
export type ReduceChunk = (values: StaticArray<f64>, at: i32, n: i32, totals: StaticArray<f64>, field: i32) => void;

/**
 * Walks every cell of the box that `program` describes, in C order: fills the fields, and takes counts, extremes and sums
 * where the program asks. `values` holds the float64 fields (or one chunk of scratch), `singles` the float32 ones, `codes`
 * classes and status as bytes. Returns the number of cells.
 */
export function walkBox(
  program: StaticArray<i32>, ranges: StaticArray<i32>, tables: StaticArray<f64>, values: StaticArray<f64>,
  singles: StaticArray<f32>, codes: StaticArray<i8>, totals: StaticArray<f64>,
  fill: FillChunk, countClasses: CountChunk, countFlags: CountChunk, reduce: ReduceChunk, sweepPair: SweepPair,
  sweepPlane: SweepPlane, clear: ClearCells,
): i32 {
  const rows = program[AT_ROWS];
  const inner = program[AT_INNER_COUNT];
  let row: i32 = 0;
  while (row < rows) {
    const cell = row * inner;
    let swept = sweepPlane(program, ranges, tables, cell, values, totals);
    if (swept == 0) {
      swept = 1;
      let from: i32 = 0;
      let to: i32 = 0;
      if (areAxesFeasible(program, program[AT_AXES] - 1)) {
        const at = program[AT_SLOT + SLOT_RANGE * SLOT_LENGTH];
        from = ranges[at];
        to = ranges[at + 1];
      }
      if (from >= to) from = to = inner;
      skipCells(program, 0, from, cell, values, singles, codes, totals, clear);
      for (let start = from; start < to; start += CHUNK_CELLS) {
        const end: i32 = start + CHUNK_CELLS < to ? start + CHUNK_CELLS : to;
        const isPairDone = sweepPair(program, tables, start, end, 1, cell, values, totals);
        if (!isPairDone || program[AT_FIELDS] > 2) {
          fillFields(program, tables, start, end, cell, values, singles, codes, totals, fill, reduce, isPairDone);
        }
        if (program[AT_REDUCE] != 0) {
          if (!isPairDone) countClasses(program, tables, start, end, totals);
          if (program[AT_COUNT_FLAGS] != 0) countFlags(program, tables, start, end, totals);
        }
      }
      skipCells(program, to, inner, cell, values, singles, codes, totals, clear);
    }
    row += swept;
    if (row < rows) advance(program, swept);
  }
  return rows * inner;
}

/** Whether each of the first `axes` axes stands on a point inside its domain. */
export function areAxesFeasible(program: StaticArray<i32>, axes: i32): bool {
  for (let axis: i32 = 0; axis < axes; ++axis) {
    const point = program[AT_COUNTER + axis];
    const at: i32 = AT_AXIS + axis * AXIS_LENGTH;
    if (point < program[at + 1] || point >= program[at + 2]) return false;
  }
  return true;
}

/** Moves odometer and slots `rows` rows on: one, or those that are left of a plane. */
function advance(program: StaticArray<i32>, rows: i32): void {
  if (rows > 1) move(program, program[AT_AXES] - 2, rows - 1);
  let axis: i32 = program[AT_AXES] - 2;
  while (program[AT_COUNTER + axis] + 1 == program[AT_AXIS + axis * AXIS_LENGTH]) {
    program[AT_COUNTER + axis] = 0;
    axis--;
  }
  move(program, axis, 1);
}

/** Moves one axis on; the slots follow. */
function move(program: StaticArray<i32>, axis: i32, steps: i32): void {
  program[AT_COUNTER + axis] += steps;
  const jumpAt: i32 = AT_JUMP + axis * SLOT_COUNT;
  const moving = program[AT_MOVING];
  for (let k: i32 = 0; k < moving; ++k) {
    program[AT_SLOT + program[AT_MOVING_SLOT + k] * SLOT_LENGTH] += program[jumpAt + k] * steps;
  }
}

/** Infeasible inner points [from, to): canonical NaN, class −128, status 1. */
function skipCells(
  program: StaticArray<i32>, from: i32, to: i32, cell: i32, values: StaticArray<f64>, singles: StaticArray<f32>,
  codes: StaticArray<i8>, totals: StaticArray<f64>, clear: ClearCells,
): void {
  if (from >= to) return;
  totals[TOTAL_INFEASIBLE] += to - from;
  if (program[AT_KEEP] == 0) return;
  const fields = program[AT_FIELDS];
  for (let k: i32 = 0; k < fields; ++k) {
    const field = program[AT_FIELD + k * FIELD_LENGTH];
    const at: i32 = program[AT_FIELD + k * FIELD_LENGTH + 1] + cell;
    if (field == FIELD_CLASS) for (let i = from; i < to; ++i) codes[at + i] = i8(CODE_INFEASIBLE);
    else if (field == FIELD_STATUS) for (let i = from; i < to; ++i) codes[at + i] = i8(BIT_INFEASIBLE);
    else if (program[AT_SINGLE] != 0) for (let i = from; i < to; ++i) singles[at + i] = NaN;
    else clear(values, at + from, to - from);
  }
}

function fillFields(
  program: StaticArray<i32>, tables: StaticArray<f64>, from: i32, to: i32, cell: i32, values: StaticArray<f64>,
  singles: StaticArray<f32>, codes: StaticArray<i8>, totals: StaticArray<f64>, fill: FillChunk, reduce: ReduceChunk, isPairDone: bool,
): void {
  const keep = program[AT_KEEP] != 0;
  const single = program[AT_SINGLE] != 0;
  const fields = program[AT_FIELDS];
  for (let k: i32 = 0; k < fields; ++k) {
    const field = program[AT_FIELD + k * FIELD_LENGTH];
    const at: i32 = program[AT_FIELD + k * FIELD_LENGTH + 1] + cell;
    if (field == FIELD_CLASS) {
      if (keep) for (let i = from; i < to; ++i) codes[at + i] = i8(classAt(program, tables, i));
    } else if (field == FIELD_STATUS) {
      if (keep) for (let i = from; i < to; ++i) codes[at + i] = i8(statusAt(program, tables, i));
    } else if (!isPairDone || (field != FIELD_GROWTH && field != FIELD_GROWTH_SLOPE)) {
      const inPlace = keep && !single;
      const valueAt: i32 = inPlace ? at + from : 0;
      fill(program, tables, field, from, to, values, valueAt);
      if (program[AT_REDUCE] != 0) reduce(values, valueAt, to - from, totals, k);
      if (keep && single) for (let i = from; i < to; ++i) singles[at + i] = f32(values[i - from]);
    }
  }
}
