import { AT_COUNT_FLAGS, AT_HINT, CODE_NEGATIVE, CODE_POSITIVE, TOTAL_BOUNDARY, TOTAL_NEGATIVE, TOTAL_POSITIVE } from "../../layout";
import { clearChunk } from "./chunk";
import { classAt } from "./field-value";
import { followFlagPlane } from "./follow-flag-plane";
import { followFlags } from "./follow-flags";
import { sweepNoPair } from "./sweep-box-scalar";
import { walkBox } from "./sweep-box";

/**
 * `walkBox` that follows each row instead of visiting its cells: classes, or flags where the program counts them, are monotone along the
 * inner axis as computed, so that a few cells of a row tell all of its counts (MODEL.md, section 6, "Rows"). No cell is kept, no value
 * reduced. Rows are followed along ω or, in equilibrium, along τ for classes; along τ or, in equilibrium, along A for flags.
 */
export function followBox(
  program: StaticArray<i32>, ranges: StaticArray<i32>, tables: StaticArray<f64>, values: StaticArray<f64>,
  singles: StaticArray<f32>, codes: StaticArray<i8>, totals: StaticArray<f64>,
): i32 {
  return walkBox(
    program, ranges, tables, values, singles, codes, totals, fillNothing, followClasses, followFlags, reduceNothing, sweepNoPair,
    followFlagPlane, clearChunk);
}

function fillNothing(
  _program: StaticArray<i32>, _tables: StaticArray<f64>, _field: i32, _from: i32, _to: i32, _out: StaticArray<f64>, _outAt: i32,
): void {}

function reduceNothing(_values: StaticArray<f64>, _at: i32, _n: i32, _totals: StaticArray<f64>, _field: i32): void {}

/** Adds the classes of inner points [from, to) to the totals: runs of the first and of the last class, and boundary between them. */
function followClasses(program: StaticArray<i32>, tables: StaticArray<f64>, from: i32, to: i32, totals: StaticArray<f64>): void {
  if (program[AT_COUNT_FLAGS] != 0) return;
  const first = classAt(program, tables, from);
  const last = classAt(program, tables, to - 1);
  if (first == last) {
    totals[totalOf(first)] += to - from;
    return;
  }
  const end = firstOther(program, tables, first, from, to - 1);
  const start = classAt(program, tables, end) == last ? end : firstOther(program, tables, classAt(program, tables, end), end, to - 1);
  totals[totalOf(first)] += end - from;
  totals[TOTAL_BOUNDARY] += start - end;
  totals[totalOf(last)] += to - start;
}

/** First point after `low`, whose class is `code`, that has another; `high` has. It is looked for near where the row before has it. */
function firstOther(program: StaticArray<i32>, tables: StaticArray<f64>, code: i32, low: i32, high: i32): i32 {
  let middle = program[AT_HINT];
  let step: i32 = 1;
  while (high - low > 1) {
    if (middle <= low || middle >= high) {
      middle = (low + high) >> 1;
      step = high;
    }
    if (classAt(program, tables, middle) == code) {
      low = middle;
      middle += step;
    } else {
      high = middle;
      middle -= step;
    }
    step <<= 1;
  }
  program[AT_HINT] = high;
  return high;
}

function totalOf(code: i32): i32 {
  if (code == CODE_POSITIVE) return TOTAL_POSITIVE;
  return code == CODE_NEGATIVE ? TOTAL_NEGATIVE : TOTAL_BOUNDARY;
}
