import {
  ABOVE_ONE, AT_FIELD, AT_FIELD_TOTAL, AT_KEEP, AT_PAIR, AT_PAIR_GROWTH, AT_PAIR_SLOPE, AT_REDUCE, BELOW_ONE, CODE_NEGATIVE,
  CODE_POSITIVE, FIELD_GROWTH, FIELD_GROWTH_SLOPE, FIELD_LENGTH, FIELD_TOTAL_LENGTH, PAIR_ALONG_TAU, SLOT_IMPATIENCE, SLOT_ON_CAPITAL,
  SLOT_ON_COMPUTE, SLOT_PATIENCE, SLOT_R, SLOT_TAU, SLOT_WR, TOTAL_BOUNDARY, TOTAL_NEGATIVE, TOTAL_POSITIVE,
} from "../../layout";
import { addCompensated } from "../scalar/chunk";
import { growthAtGivenPrices } from "../scalar/cell";
import { classAt, fieldValue } from "../scalar/field-value";
import { slotIndex, slotValue } from "../scalar/slots";

/*
 * Growth and its slope at given prices in one pass, for rows along ω or τ: what most sweeps ask for. Every cell is computed once,
 * kept or not, summed in the same four lanes as `reduceChunk`. Both values are monotone along these axes as computed (MODEL.md,
 * section 6), so their extremes stand at the ends of the chunk.
 */

let growthLow: v128 = f64x2.splat(0);
let growthHigh: v128 = f64x2.splat(0);
let slopeLow: v128 = f64x2.splat(0);
let slopeHigh: v128 = f64x2.splat(0);
let growthFirst: f64 = 0;
let growthLast: f64 = 0;
let slopeFirst: f64 = 0;
let slopeLast: f64 = 0;
let positivePairs: v128 = i64x2.splat(0);
let negativePairs: v128 = i64x2.splat(0);

/** Fills, sums and counts inner points [from, to) of the present row, which begins at `cell` of the outputs. */
export function sweepPair(
  program: StaticArray<i32>, tables: StaticArray<f64>, from: i32, to: i32, cell: i32, values: StaticArray<f64>,
  totals: StaticArray<f64>,
): bool {
  const axis = program[AT_PAIR];
  if (axis == 0) return false;
  const keep = program[AT_KEEP] != 0;
  const reduce = program[AT_REDUCE] != 0;
  const growthField = program[AT_PAIR_GROWTH];
  const slopeField = program[AT_PAIR_SLOPE];
  const base = changetype<usize>(values);
  const growthPtr = base + (<usize>(program[AT_FIELD + growthField * FIELD_LENGTH + 1] + cell + from) << 3);
  const slopePtr = base + (<usize>(program[AT_FIELD + slopeField * FIELD_LENGTH + 1] + cell + from) << 3);
  const whole = (to - from) & -4;

  if (axis == PAIR_ALONG_TAU) {
    if (keep && reduce) alongComputeShare(true, true, program, tables, from, to, growthPtr, slopePtr);
    else if (keep) alongComputeShare(true, false, program, tables, from, to, growthPtr, slopePtr);
    else alongComputeShare(false, true, program, tables, from, to, growthPtr, slopePtr);
  } else {
    if (keep && reduce) alongRelativePrice(true, true, program, tables, from, to, growthPtr, slopePtr);
    else if (keep) alongRelativePrice(true, false, program, tables, from, to, growthPtr, slopePtr);
    else alongRelativePrice(false, true, program, tables, from, to, growthPtr, slopePtr);
  }

  let growthSum: f64 = f64x2.extract_lane(growthLow, 0);
  let slopeSum: f64 = f64x2.extract_lane(slopeLow, 0);
  for (let i = from + whole; i < to; ++i) {
    const growth = fieldValue(program, tables, FIELD_GROWTH, i);
    const slope = fieldValue(program, tables, FIELD_GROWTH_SLOPE, i);
    growthSum += growth;
    slopeSum += slope;
    if (keep) {
      store<f64>(growthPtr + (<usize>(i - from) << 3), growth);
      store<f64>(slopePtr + (<usize>(i - from) << 3), slope);
    }
  }
  if (!reduce) return true;
  growthSum += f64x2.extract_lane(growthLow, 1);
  growthSum += f64x2.extract_lane(growthHigh, 0) + f64x2.extract_lane(growthHigh, 1);
  slopeSum += f64x2.extract_lane(slopeLow, 1);
  slopeSum += f64x2.extract_lane(slopeHigh, 0) + f64x2.extract_lane(slopeHigh, 1);
  addToTotals(growthField, growthFirst, growthLast, growthSum, totals);
  addToTotals(slopeField, slopeFirst, slopeLast, slopeSum, totals);
  addClasses(program, tables, axis, from, to, whole, totals);
  return true;
}

function addToTotals(field: i32, first: f64, last: f64, sum: f64, totals: StaticArray<f64>): void {
  const at: i32 = AT_FIELD_TOTAL + field * FIELD_TOTAL_LENGTH;
  const least = first < last ? first : last;
  const greatest = first < last ? last : first;
  if (least < totals[at]) totals[at] = least;
  if (greatest > totals[at + 1]) totals[at + 1] = greatest;
  addCompensated(totals, at + 2, sum);
}

function addClasses(
  program: StaticArray<i32>, tables: StaticArray<f64>, axis: i32, from: i32, to: i32, whole: i32, totals: StaticArray<f64>,
): void {
  const n = to - from;
  let positive: i32 = 0;
  let negative: i32 = 0;
  if (axis == PAIR_ALONG_TAU) {
    const code = classAt(program, tables, from);
    if (code == CODE_POSITIVE) positive = n;
    else if (code == CODE_NEGATIVE) negative = n;
  } else {
    positive = <i32>(i64x2.extract_lane(positivePairs, 0) + i64x2.extract_lane(positivePairs, 1));
    negative = <i32>(i64x2.extract_lane(negativePairs, 0) + i64x2.extract_lane(negativePairs, 1));
    for (let i = from + whole; i < to; ++i) {
      const code = classAt(program, tables, i);
      if (code == CODE_POSITIVE) positive++;
      else if (code == CODE_NEGATIVE) negative++;
    }
  }
  totals[TOTAL_POSITIVE] += positive;
  totals[TOTAL_NEGATIVE] += negative;
  totals[TOTAL_BOUNDARY] += n - positive - negative;
}

// @ts-ignore: decorator
@inline
function alongRelativePrice(
  keep: bool, reduce: bool, program: StaticArray<i32>, tables: StaticArray<f64>, from: i32, to: i32, growthPtr: usize, slopePtr: usize,
): void {
  const rOnce = slotValue(program, tables, SLOT_R, 0);
  const onComputeOnce = slotValue(program, tables, SLOT_ON_COMPUTE, 0);
  const qOnce = rOnce * slotValue(program, tables, SLOT_ON_CAPITAL, 0);
  const tauOnce = slotValue(program, tables, SLOT_TAU, 0);
  const impatienceOnce = slotValue(program, tables, SLOT_IMPATIENCE, 0);
  const patienceOnce = slotValue(program, tables, SLOT_PATIENCE, 0);
  const priceAt = slotIndex(program, SLOT_WR, from);
  if (reduce) {
    const tFirst = tables[priceAt] * rOnce * onComputeOnce - qOnce;
    const tLast = tables[priceAt + to - from - 1] * rOnce * onComputeOnce - qOnce;
    growthFirst = growthAtGivenPrices(qOnce, tFirst, tauOnce, impatienceOnce, patienceOnce);
    growthLast = growthAtGivenPrices(qOnce, tLast, tauOnce, impatienceOnce, patienceOnce);
    slopeFirst = tFirst * patienceOnce;
    slopeLast = tLast * patienceOnce;
  }
  const r = f64x2.splat(rOnce);
  const onCompute = f64x2.splat(onComputeOnce);
  const q = f64x2.splat(qOnce);
  const tau = f64x2.splat(tauOnce);
  const impatience = f64x2.splat(impatienceOnce);
  const patience = f64x2.splat(patienceOnce);
  const below = f64x2.splat(BELOW_ONE);
  const above = f64x2.splat(ABOVE_ONE);
  const qBelow = f64x2.mul(q, below);
  const qAbove = f64x2.mul(q, above);
  let pricePtr = changetype<usize>(tables) + (<usize>priceAt << 3);
  const endPtr = pricePtr + (<usize>((to - from) & -4) << 3);
  let sumG0 = f64x2.splat(0);
  let sumG1 = f64x2.splat(0);
  let sumS0 = f64x2.splat(0);
  let sumS1 = f64x2.splat(0);
  let positive = i64x2.splat(0);
  let negative = i64x2.splat(0);
  while (pricePtr < endPtr) {
    const p0 = f64x2.mul(f64x2.mul(v128.load(pricePtr), r), onCompute);
    const p1 = f64x2.mul(f64x2.mul(v128.load(pricePtr, 16), r), onCompute);
    const t0 = f64x2.sub(p0, q);
    const t1 = f64x2.sub(p1, q);
    const g0 = f64x2.mul(f64x2.sub(f64x2.add(q, f64x2.mul(tau, t0)), impatience), patience);
    const g1 = f64x2.mul(f64x2.sub(f64x2.add(q, f64x2.mul(tau, t1)), impatience), patience);
    const s0 = f64x2.mul(t0, patience);
    const s1 = f64x2.mul(t1, patience);
    if (keep) {
      v128.store(growthPtr, g0);
      v128.store(growthPtr, g1, 16);
      v128.store(slopePtr, s0);
      v128.store(slopePtr, s1, 16);
      growthPtr += 32;
      slopePtr += 32;
    }
    if (reduce) {
      sumG0 = f64x2.add(sumG0, g0);
      sumG1 = f64x2.add(sumG1, g1);
      sumS0 = f64x2.add(sumS0, s0);
      sumS1 = f64x2.add(sumS1, s1);
      positive = i64x2.sub(positive, f64x2.gt(f64x2.mul(p0, below), qAbove));
      negative = i64x2.sub(negative, f64x2.lt(f64x2.mul(p0, above), qBelow));
      positive = i64x2.sub(positive, f64x2.gt(f64x2.mul(p1, below), qAbove));
      negative = i64x2.sub(negative, f64x2.lt(f64x2.mul(p1, above), qBelow));
    }
    pricePtr += 32;
  }
  growthLow = sumG0;
  growthHigh = sumG1;
  slopeLow = sumS0;
  slopeHigh = sumS1;
  positivePairs = positive;
  negativePairs = negative;
}

// @ts-ignore: decorator
@inline
function alongComputeShare(
  keep: bool, reduce: bool, program: StaticArray<i32>, tables: StaticArray<f64>, from: i32, to: i32, growthPtr: usize, slopePtr: usize,
): void {
  const r = slotValue(program, tables, SLOT_R, 0);
  const w = slotValue(program, tables, SLOT_WR, 0) * r;
  const qOnce = r * slotValue(program, tables, SLOT_ON_CAPITAL, 0);
  const q = f64x2.splat(qOnce);
  const tOnce = w * slotValue(program, tables, SLOT_ON_COMPUTE, 0) - qOnce;
  const impatienceOnce = slotValue(program, tables, SLOT_IMPATIENCE, 0);
  const patienceOnce = slotValue(program, tables, SLOT_PATIENCE, 0);
  const tauAt = slotIndex(program, SLOT_TAU, from);
  if (reduce) {
    growthFirst = growthAtGivenPrices(qOnce, tOnce, tables[tauAt], impatienceOnce, patienceOnce);
    growthLast = growthAtGivenPrices(qOnce, tOnce, tables[tauAt + to - from - 1], impatienceOnce, patienceOnce);
    slopeFirst = slopeLast = tOnce * patienceOnce;
  }
  const t = f64x2.splat(tOnce);
  const impatience = f64x2.splat(impatienceOnce);
  const patience = f64x2.splat(patienceOnce);
  const slope = f64x2.mul(t, patience);
  let tauPtr = changetype<usize>(tables) + (<usize>tauAt << 3);
  const endPtr = tauPtr + (<usize>((to - from) & -4) << 3);
  let sumG0 = f64x2.splat(0);
  let sumG1 = f64x2.splat(0);
  let sumS = f64x2.splat(0);
  while (tauPtr < endPtr) {
    const g0 = f64x2.mul(f64x2.sub(f64x2.add(q, f64x2.mul(v128.load(tauPtr), t)), impatience), patience);
    const g1 = f64x2.mul(f64x2.sub(f64x2.add(q, f64x2.mul(v128.load(tauPtr, 16), t)), impatience), patience);
    if (keep) {
      v128.store(growthPtr, g0);
      v128.store(growthPtr, g1, 16);
      v128.store(slopePtr, slope);
      v128.store(slopePtr, slope, 16);
      growthPtr += 32;
      slopePtr += 32;
    }
    if (reduce) {
      sumG0 = f64x2.add(sumG0, g0);
      sumG1 = f64x2.add(sumG1, g1);
      sumS = f64x2.add(sumS, slope);
    }
    tauPtr += 32;
  }
  growthLow = sumG0;
  growthHigh = sumG1;
  slopeLow = sumS;
  slopeHigh = sumS;
}
