import {
  ABOVE_ONE, AT_FIELD, AT_FIELD_TOTAL, AT_INNER_COUNT, AT_KEEP, AT_PAIR, AT_PAIR_GROWTH, AT_PAIR_SLOPE, AT_REDUCE, BELOW_ONE,
  CODE_NEGATIVE, CODE_POSITIVE, FIELD_LENGTH, FIELD_TOTAL_LENGTH, PAIR_ALONG_TAU, SLOT_IMPATIENCE, SLOT_ON_CAPITAL, SLOT_ON_COMPUTE,
  SLOT_PATIENCE, SLOT_R, SLOT_TAU, SLOT_WR, TOTAL_BOUNDARY, TOTAL_NEGATIVE, TOTAL_POSITIVE,
} from "../../layout";
import { growthAtGivenPrices, signCode } from "../scalar/cell";
import { slotIndex, slotValue } from "../scalar/slots";
import { rowPtr } from "./scratch";

/*
 * Growth and its slope at given prices in one pass, for rows along ω or τ: what most sweeps ask for. Every cell is computed once,
 * kept or not, and summed in the same four lanes as `reduceChunk`. Both values are monotone along these axes as computed
 * (MODEL.md, section 6), so the extremes of a block of rows stand in its corners. What the rows share is computed once.
 */

let growthSum: f64 = 0;
let growthLost: f64 = 0;
let slopeSum: f64 = 0;
let slopeLost: f64 = 0;

/**
 * Sweeps inner points [from, to), at most CHUNK_CELLS, of `rows` rows: the present one, which begins at `cell` of the outputs,
 * and those that follow as the other one of τ and ω advances. False where the program does not allow it.
 */
export function sweepPair(
  program: StaticArray<i32>, tables: StaticArray<f64>, from: i32, to: i32, rows: i32, cell: i32, values: StaticArray<f64>,
  totals: StaticArray<f64>,
): bool {
  const axis = program[AT_PAIR];
  if (axis == 0) return false;
  const keep = program[AT_KEEP] != 0;
  const reduce = program[AT_REDUCE] != 0;
  const growthAt: i32 = AT_FIELD_TOTAL + program[AT_PAIR_GROWTH] * FIELD_TOTAL_LENGTH;
  const slopeAt: i32 = AT_FIELD_TOTAL + program[AT_PAIR_SLOPE] * FIELD_TOTAL_LENGTH;
  growthSum = totals[growthAt + 2];
  growthLost = totals[growthAt + 3];
  slopeSum = totals[slopeAt + 2];
  slopeLost = totals[slopeAt + 3];
  if (axis == PAIR_ALONG_TAU) {
    if (keep && reduce) alongComputeShare(true, true, program, tables, from, to, rows, cell, values, totals);
    else if (keep) alongComputeShare(true, false, program, tables, from, to, rows, cell, values, totals);
    else alongComputeShare(false, true, program, tables, from, to, rows, cell, values, totals);
  } else {
    if (keep && reduce) alongRelativePrice(true, true, program, tables, from, to, rows, cell, values, totals);
    else if (keep) alongRelativePrice(true, false, program, tables, from, to, rows, cell, values, totals);
    else alongRelativePrice(false, true, program, tables, from, to, rows, cell, values, totals);
  }
  totals[growthAt + 2] = growthSum;
  totals[growthAt + 3] = growthLost;
  totals[slopeAt + 2] = slopeSum;
  totals[slopeAt + 3] = slopeLost;
  return true;
}

/** First cell of a field's inner point `from` in the present row. */
function fieldPtr(program: StaticArray<i32>, values: StaticArray<f64>, place: i32, cell: i32): usize {
  return changetype<usize>(values) + (<usize>(program[AT_FIELD + program[place] * FIELD_LENGTH + 1] + cell) << 3);
}

/** Neumaier's sums, as `addCompensated`. */
// @ts-ignore: decorator
@inline
function addRow(growth: f64, slope: f64): void {
  const growthAfter = growthSum + growth;
  growthLost += Math.abs(growthSum) >= Math.abs(growth) ? growthSum - growthAfter + growth : growth - growthAfter + growthSum;
  growthSum = growthAfter;
  const slopeAfter = slopeSum + slope;
  slopeLost += Math.abs(slopeSum) >= Math.abs(slope) ? slopeSum - slopeAfter + slope : slope - slopeAfter + slopeSum;
  slopeSum = slopeAfter;
}

function widen(totals: StaticArray<f64>, field: i32, a: f64, b: f64): void {
  const at: i32 = AT_FIELD_TOTAL + field * FIELD_TOTAL_LENGTH;
  const least = a < b ? a : b;
  const greatest = a < b ? b : a;
  if (least < totals[at]) totals[at] = least;
  if (greatest > totals[at + 1]) totals[at + 1] = greatest;
}

function addClasses(totals: StaticArray<f64>, cells: i32, positive: i32, negative: i32): void {
  totals[TOTAL_POSITIVE] += positive;
  totals[TOTAL_NEGATIVE] += negative;
  totals[TOTAL_BOUNDARY] += cells - positive - negative;
}

/** Sum of four lanes and of what came after them, in the order of `reduceChunk`. */
// @ts-ignore: decorator
@inline
function foldLanes(low: v128, high: v128, tail: f64): f64 {
  return tail + f64x2.extract_lane(low, 1) + (f64x2.extract_lane(high, 0) + f64x2.extract_lane(high, 1));
}

/** Rows along ω: t does not depend on τ, so one row of it serves all rows; so do the classes and the sum of the slopes. */
// @ts-ignore: decorator
@inline
function alongRelativePrice(
  keep: bool, reduce: bool, program: StaticArray<i32>, tables: StaticArray<f64>, from: i32, to: i32, rows: i32, cell: i32,
  values: StaticArray<f64>, totals: StaticArray<f64>,
): void {
  const qOnce = slotValue(program, tables, SLOT_R, 0) * slotValue(program, tables, SLOT_ON_CAPITAL, 0);
  const impatienceOnce = slotValue(program, tables, SLOT_IMPATIENCE, 0);
  const patienceOnce = slotValue(program, tables, SLOT_PATIENCE, 0);
  const tPtr = rowPtr();
  const n = to - from;
  const wholeBytes = <usize>(n & -4) << 3;
  const bytes = <usize>n << 3;
  const slopeRow = returnsRow(program, tables, from, n, rows, qOnce, patienceOnce, reduce, totals);

  const tauPtr = changetype<usize>(tables) + (<usize>slotIndex(program, SLOT_TAU, 0) << 3);
  const rowBytes = <usize>program[AT_INNER_COUNT] << 3;
  let growthPtr = fieldPtr(program, values, AT_PAIR_GROWTH, cell + from);
  let slopePtr = fieldPtr(program, values, AT_PAIR_SLOPE, cell + from);
  const q = f64x2.splat(qOnce);
  const impatience = f64x2.splat(impatienceOnce);
  const patience = f64x2.splat(patienceOnce);
  for (let row: i32 = 0; row < rows; ++row) {
    const tauOnce = load<f64>(tauPtr + (<usize>row << 3));
    const tau = f64x2.splat(tauOnce);
    let low = f64x2.splat(0);
    let high = f64x2.splat(0);
    let at: usize = 0;
    for (; at < wholeBytes; at += 32) {
      const t0 = v128.load(tPtr + at);
      const t1 = v128.load(tPtr + at, 16);
      const g0 = f64x2.mul(f64x2.sub(f64x2.add(q, f64x2.mul(tau, t0)), impatience), patience);
      const g1 = f64x2.mul(f64x2.sub(f64x2.add(q, f64x2.mul(tau, t1)), impatience), patience);
      if (keep) {
        v128.store(growthPtr + at, g0);
        v128.store(growthPtr + at, g1, 16);
        v128.store(slopePtr + at, f64x2.mul(t0, patience));
        v128.store(slopePtr + at, f64x2.mul(t1, patience), 16);
      }
      if (reduce) {
        low = f64x2.add(low, g0);
        high = f64x2.add(high, g1);
      }
    }
    let tail = f64x2.extract_lane(low, 0);
    for (; at < bytes; at += 8) {
      const t = load<f64>(tPtr + at);
      const growth = growthAtGivenPrices(qOnce, t, tauOnce, impatienceOnce, patienceOnce);
      tail += growth;
      if (keep) {
        store<f64>(growthPtr + at, growth);
        store<f64>(slopePtr + at, t * patienceOnce);
      }
    }
    if (reduce) addRow(foldLanes(low, high, tail), slopeRow);
    growthPtr += rowBytes;
    slopePtr += rowBytes;
  }
  if (!reduce) return;
  const tFirst = load<f64>(tPtr);
  const tLast = load<f64>(tPtr + bytes - 8);
  const lastTauPtr = tauPtr + (<usize>(rows - 1) << 3);
  for (let ptr = tauPtr; ; ptr = lastTauPtr) {
    const tau = load<f64>(ptr);
    widen(
      totals, program[AT_PAIR_GROWTH], growthAtGivenPrices(qOnce, tFirst, tau, impatienceOnce, patienceOnce),
      growthAtGivenPrices(qOnce, tLast, tau, impatienceOnce, patienceOnce));
    if (ptr == lastTauPtr) break;
  }
  widen(totals, program[AT_PAIR_SLOPE], tFirst * patienceOnce, tLast * patienceOnce);
}

/** Writes t of inner points [from, from+n) to the scratch row; counts classes for `rows` rows, and returns the sum of the slopes of one. */
function returnsRow(
  program: StaticArray<i32>, tables: StaticArray<f64>, from: i32, n: i32, rows: i32, qOnce: f64, patienceOnce: f64, reduce: bool,
  totals: StaticArray<f64>,
): f64 {
  const rOnce = slotValue(program, tables, SLOT_R, 0);
  const onComputeOnce = slotValue(program, tables, SLOT_ON_COMPUTE, 0);
  const r = f64x2.splat(rOnce);
  const onCompute = f64x2.splat(onComputeOnce);
  const q = f64x2.splat(qOnce);
  const patience = f64x2.splat(patienceOnce);
  const below = f64x2.splat(BELOW_ONE);
  const above = f64x2.splat(ABOVE_ONE);
  const qBelow = f64x2.mul(q, below);
  const qAbove = f64x2.mul(q, above);
  let positives = i64x2.splat(0);
  let negatives = i64x2.splat(0);
  let low = f64x2.splat(0);
  let high = f64x2.splat(0);
  const tPtr = rowPtr();
  const pricePtr = changetype<usize>(tables) + (<usize>slotIndex(program, SLOT_WR, from) << 3);
  const wholeBytes = <usize>(n & -4) << 3;
  const bytes = <usize>n << 3;
  let at: usize = 0;
  for (; at < wholeBytes; at += 32) {
    const p0 = f64x2.mul(f64x2.mul(v128.load(pricePtr + at), r), onCompute);
    const p1 = f64x2.mul(f64x2.mul(v128.load(pricePtr + at, 16), r), onCompute);
    const t0 = f64x2.sub(p0, q);
    const t1 = f64x2.sub(p1, q);
    v128.store(tPtr + at, t0);
    v128.store(tPtr + at, t1, 16);
    low = f64x2.add(low, f64x2.mul(t0, patience));
    high = f64x2.add(high, f64x2.mul(t1, patience));
    positives = i64x2.sub(positives, f64x2.gt(f64x2.mul(p0, below), qAbove));
    negatives = i64x2.sub(negatives, f64x2.lt(f64x2.mul(p0, above), qBelow));
    positives = i64x2.sub(positives, f64x2.gt(f64x2.mul(p1, below), qAbove));
    negatives = i64x2.sub(negatives, f64x2.lt(f64x2.mul(p1, above), qBelow));
  }
  let positive = <i32>(i64x2.extract_lane(positives, 0) + i64x2.extract_lane(positives, 1));
  let negative = <i32>(i64x2.extract_lane(negatives, 0) + i64x2.extract_lane(negatives, 1));
  let tail = f64x2.extract_lane(low, 0);
  for (; at < bytes; at += 8) {
    const p = load<f64>(pricePtr + at) * rOnce * onComputeOnce;
    const t = p - qOnce;
    store<f64>(tPtr + at, t);
    tail += t * patienceOnce;
    const code = signCode(p, qOnce);
    if (code == CODE_POSITIVE) positive++;
    else if (code == CODE_NEGATIVE) negative++;
  }
  if (reduce) addClasses(totals, n * rows, positive * rows, negative * rows);
  return foldLanes(low, high, tail);
}

/** Rows along τ: t, the slope and the class are the same in a whole row. */
// @ts-ignore: decorator
@inline
function alongComputeShare(
  keep: bool, reduce: bool, program: StaticArray<i32>, tables: StaticArray<f64>, from: i32, to: i32, rows: i32, cell: i32,
  values: StaticArray<f64>, totals: StaticArray<f64>,
): void {
  const r = slotValue(program, tables, SLOT_R, 0);
  const onCompute = slotValue(program, tables, SLOT_ON_COMPUTE, 0);
  const qOnce = r * slotValue(program, tables, SLOT_ON_CAPITAL, 0);
  const impatienceOnce = slotValue(program, tables, SLOT_IMPATIENCE, 0);
  const patienceOnce = slotValue(program, tables, SLOT_PATIENCE, 0);
  const pricePtr = changetype<usize>(tables) + (<usize>slotIndex(program, SLOT_WR, 0) << 3);
  const tauPtr = changetype<usize>(tables) + (<usize>slotIndex(program, SLOT_TAU, from) << 3);
  const n = to - from;
  const wholeBytes = <usize>(n & -4) << 3;
  const bytes = <usize>n << 3;
  const tauFirst = load<f64>(tauPtr);
  const tauLast = load<f64>(tauPtr + bytes - 8);
  const rowBytes = <usize>program[AT_INNER_COUNT] << 3;
  let growthPtr = fieldPtr(program, values, AT_PAIR_GROWTH, cell + from);
  let slopePtr = fieldPtr(program, values, AT_PAIR_SLOPE, cell + from);
  const q = f64x2.splat(qOnce);
  const impatience = f64x2.splat(impatienceOnce);
  const patience = f64x2.splat(patienceOnce);
  for (let row: i32 = 0; row < rows; ++row) {
    const p = load<f64>(pricePtr + (<usize>row << 3)) * r * onCompute;
    const tOnce = p - qOnce;
    const slopeOnce = tOnce * patienceOnce;
    const t = f64x2.splat(tOnce);
    const slope = f64x2.splat(slopeOnce);
    let low = f64x2.splat(0);
    let high = f64x2.splat(0);
    let slopes = f64x2.splat(0);
    let at: usize = 0;
    for (; at < wholeBytes; at += 32) {
      const g0 = f64x2.mul(f64x2.sub(f64x2.add(q, f64x2.mul(v128.load(tauPtr + at), t)), impatience), patience);
      const g1 = f64x2.mul(f64x2.sub(f64x2.add(q, f64x2.mul(v128.load(tauPtr + at, 16), t)), impatience), patience);
      if (keep) {
        v128.store(growthPtr + at, g0);
        v128.store(growthPtr + at, g1, 16);
        v128.store(slopePtr + at, slope);
        v128.store(slopePtr + at, slope, 16);
      }
      if (reduce) {
        low = f64x2.add(low, g0);
        high = f64x2.add(high, g1);
        slopes = f64x2.add(slopes, slope);
      }
    }
    let tail = f64x2.extract_lane(low, 0);
    let slopeTail = f64x2.extract_lane(slopes, 0);
    for (; at < bytes; at += 8) {
      const growth = growthAtGivenPrices(qOnce, tOnce, load<f64>(tauPtr + at), impatienceOnce, patienceOnce);
      tail += growth;
      slopeTail += slopeOnce;
      if (keep) {
        store<f64>(growthPtr + at, growth);
        store<f64>(slopePtr + at, slopeOnce);
      }
    }
    if (reduce) {
      addRow(foldLanes(low, high, tail), foldLanes(slopes, slopes, slopeTail));
      const code = signCode(p, qOnce);
      addClasses(totals, n, code == CODE_POSITIVE ? n : 0, code == CODE_NEGATIVE ? n : 0);
      if (row == 0 || row == rows - 1) {
        widen(
          totals, program[AT_PAIR_GROWTH], growthAtGivenPrices(qOnce, tOnce, tauFirst, impatienceOnce, patienceOnce),
          growthAtGivenPrices(qOnce, tOnce, tauLast, impatienceOnce, patienceOnce));
        widen(totals, program[AT_PAIR_SLOPE], slopeOnce, slopeOnce);
      }
    }
    growthPtr += rowBytes;
    slopePtr += rowBytes;
  }
}
