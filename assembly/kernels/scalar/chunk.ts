import {
  AT_EQUILIBRIUM, AT_FIELD_TOTAL, BIT_SAVING, BIT_TRANSVERSALITY, CODE_NEGATIVE, CODE_POSITIVE, FIELD_GROWTH, FIELD_GROWTH_SLOPE,
  FIELD_TOTAL_LENGTH, SLOT_IMPATIENCE, SLOT_ON_CAPITAL, SLOT_ON_COMPUTE, SLOT_PATIENCE, SLOT_R, SLOT_TAU, SLOT_WR, TOTAL_BOUNDARY,
  TOTAL_NEGATIVE, TOTAL_POSITIVE, TOTAL_SAVING, TOTAL_TRANSVERSALITY,
} from "../../layout";
import { growthAtGivenPrices } from "./cell";
import { classAt, fieldValue, statusAt } from "./field-value";
import { slotIndex, slotStep } from "./slots";

/*
 * Work on one chunk: feasible inner points [from, to) of the present row, at most CHUNK_CELLS of them. The SIMD kernels have
 * the same four functions.
 */

/** Writes a field's float64 values to out[outAt…]. */
export function fillChunk(
  program: StaticArray<i32>, tables: StaticArray<f64>, field: i32, from: i32, to: i32, out: StaticArray<f64>, outAt: i32,
): void {
  if (program[AT_EQUILIBRIUM] == 0 && (field == FIELD_GROWTH || field == FIELD_GROWTH_SLOPE)) {
    fillGivenGrowth(program, tables, field == FIELD_GROWTH_SLOPE, from, to, out, outAt - from);
    return;
  }
  for (let i: i32 = from; i < to; ++i) out[outAt + i - from] = fieldValue(program, tables, field, i);
}

/** The two fields that most sweeps want, with the slots' places found once a chunk. */
function fillGivenGrowth(
  program: StaticArray<i32>, tables: StaticArray<f64>, slope: bool, from: i32, to: i32, out: StaticArray<f64>, shift: i32,
): void {
  const wrAt = slotIndex(program, SLOT_WR, 0);
  const wrStep = slotStep(program, SLOT_WR);
  const rAt = slotIndex(program, SLOT_R, 0);
  const rStep = slotStep(program, SLOT_R);
  const computeAt = slotIndex(program, SLOT_ON_COMPUTE, 0);
  const computeStep = slotStep(program, SLOT_ON_COMPUTE);
  const capitalAt = slotIndex(program, SLOT_ON_CAPITAL, 0);
  const capitalStep = slotStep(program, SLOT_ON_CAPITAL);
  const tauAt = slotIndex(program, SLOT_TAU, 0);
  const tauStep = slotStep(program, SLOT_TAU);
  const impatienceAt = slotIndex(program, SLOT_IMPATIENCE, 0);
  const impatienceStep = slotStep(program, SLOT_IMPATIENCE);
  const patienceAt = slotIndex(program, SLOT_PATIENCE, 0);
  const patienceStep = slotStep(program, SLOT_PATIENCE);
  for (let i: i32 = from; i < to; ++i) {
    const r = tables[rAt + i * rStep];
    const q = r * tables[capitalAt + i * capitalStep];
    const t = tables[wrAt + i * wrStep] * r * tables[computeAt + i * computeStep] - q;
    const patience = tables[patienceAt + i * patienceStep];
    out[shift + i] = slope
      ? t * patience
      : growthAtGivenPrices(q, t, tables[tauAt + i * tauStep], tables[impatienceAt + i * impatienceStep], patience);
  }
}

/** Adds the chunk's classes to the totals. */
export function countClasses(
  program: StaticArray<i32>, tables: StaticArray<f64>, from: i32, to: i32, totals: StaticArray<f64>,
): void {
  let positive: i32 = 0;
  let negative: i32 = 0;
  for (let i: i32 = from; i < to; ++i) {
    const code = classAt(program, tables, i);
    if (code == CODE_POSITIVE) positive++;
    else if (code == CODE_NEGATIVE) negative++;
  }
  totals[TOTAL_POSITIVE] += positive;
  totals[TOTAL_NEGATIVE] += negative;
  totals[TOTAL_BOUNDARY] += to - from - positive - negative;
}

/** Adds the chunk's saving and transversality flags to the totals. */
export function countFlags(
  program: StaticArray<i32>, tables: StaticArray<f64>, from: i32, to: i32, totals: StaticArray<f64>,
): void {
  let saving: i32 = 0;
  let transversality: i32 = 0;
  for (let i: i32 = from; i < to; ++i) {
    const bits = statusAt(program, tables, i);
    if ((bits & BIT_SAVING) != 0) saving++;
    if ((bits & BIT_TRANSVERSALITY) != 0) transversality++;
  }
  totals[TOTAL_SAVING] += saving;
  totals[TOTAL_TRANSVERSALITY] += transversality;
}

/**
 * Takes `n` values into a field's totals. Four sums run side by side, as the SIMD kernel's lanes do, so that both give the same
 * bits; a chunk's sum then enters the total with Neumaier's compensation.
 */
export function reduceChunk(values: StaticArray<f64>, at: i32, n: i32, totals: StaticArray<f64>, field: i32): void {
  const totalAt: i32 = AT_FIELD_TOTAL + field * FIELD_TOTAL_LENGTH;
  let min = totals[totalAt];
  let max = totals[totalAt + 1];
  let sum0: f64 = 0.0;
  let sum1: f64 = 0.0;
  let sum2: f64 = 0.0;
  let sum3: f64 = 0.0;
  const whole: i32 = n & -4;
  for (let i: i32 = 0; i < whole; i += 4) {
    sum0 += values[at + i];
    sum1 += values[at + i + 1];
    sum2 += values[at + i + 2];
    sum3 += values[at + i + 3];
  }
  for (let i: i32 = whole; i < n; ++i) sum0 += values[at + i];
  for (let i: i32 = 0; i < n; ++i) {
    const value = values[at + i];
    if (value < min) min = value;
    if (value > max) max = value;
  }
  totals[totalAt] = min;
  totals[totalAt + 1] = max;
  addCompensated(totals, totalAt + 2, sum0 + sum1 + (sum2 + sum3));
}

/** Neumaier's sum: totals[at] += value, the rounding error collected in totals[at+1]. */
export function addCompensated(totals: StaticArray<f64>, at: i32, value: f64): void {
  const before = totals[at];
  const after = before + value;
  totals[at + 1] += Math.abs(before) >= Math.abs(value) ? before - after + value : value - after + before;
  totals[at] = after;
}

/** Writes the canonical NaN to `n` cells. */
export function clearChunk(values: StaticArray<f64>, at: i32, n: i32): void {
  for (let i: i32 = 0; i < n; ++i) values[at + i] = NaN;
}
