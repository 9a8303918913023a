import {
  AT_AXES, AT_AXIS, AT_COUNTER, AT_INNER_COUNT, AT_PLANE, AT_SLOT, AXIS_LENGTH, PLANE_OF_FLAGS, SLOT_ALPHA, SLOT_COMPUTE_SHARE, SLOT_DELTA, SLOT_IMPATIENCE,
  SLOT_LENGTH, SLOT_ON_CAPITAL, SLOT_ON_COMPUTE, SLOT_PATIENCE, SLOT_R, SLOT_RANGE, SLOT_RHO, SLOT_SIGMA_LESS_ONE, SLOT_TAU, SLOT_WR, TOTAL_INFEASIBLE,
  TOTAL_SAVING, TOTAL_TRANSVERSALITY,
} from "../../layout";
import { discountGap, growthAtGivenPrices } from "./cell";
import { CONSUMES, CONVERGES, SAVES } from "./follow-flags";
import { slotIndex, slotValue } from "./slots";
import { areAxesFeasible } from "./sweep-box";

/** Rows of which the corners tell together whether a condition changes in them at all. */
const BLOCK_ROWS: i32 = 32;

/** What a condition is in a block of rows. */
const HOLDS: i32 = 0;
const FAILS: i32 = 1;
const CHANGES: i32 = 2;

/** The plane: what all of its rows have in common. */
let tauAt: i32 = 0;
let from: i32 = 0;
let to: i32 = 0;
let q: f64 = 0.0;
let impatience: f64 = 0.0;
let patience: f64 = 0.0;
let delta: f64 = 0.0;
let rho: f64 = 0.0;
let sigmaLessOne: f64 = 0.0;
/** Points of τ per unit of τ, as if the axis were linear: exact there, and a guess elsewhere. */
let pointsPerTau: f64 = 0.0;

/** The row. */
let t: f64 = 0.0;
let perGrowth: f64 = 0.0;

/**
 * Counts the flags of a plane over ω and τ that begins at the present row (MODEL.md, section 6, "Rows"). Growth is monotone along τ and along ω as
 * computed, so the corners of a block of rows tell where a condition cannot change; elsewhere the point of a row where it changes is
 * solved for, and the two cells beside it are computed as everywhere else: if they agree with the guess, so do all others.
 * Returns how many rows the plane has; 0 where the program has no such planes, or the row does not begin one.
 */
export function followFlagPlane(
  program: StaticArray<i32>, ranges: StaticArray<i32>, tables: StaticArray<f64>, _cell: i32, _values: StaticArray<f64>,
  totals: StaticArray<f64>,
): i32 {
  if (program[AT_PLANE] != PLANE_OF_FLAGS) return 0;
  const second: i32 = program[AT_AXES] - 2;
  if (program[AT_COUNTER + second] != 0) return 0;
  const rows = program[AT_AXIS + second * AXIS_LENGTH];
  const firstRow = program[AT_AXIS + second * AXIS_LENGTH + 1];
  const lastRow = program[AT_AXIS + second * AXIS_LENGTH + 2];
  const inner = program[AT_INNER_COUNT];
  const rangeAt = program[AT_SLOT + SLOT_RANGE * SLOT_LENGTH];
  from = ranges[rangeAt];
  to = ranges[rangeAt + 1];
  if (from >= to || firstRow >= lastRow || !areAxesFeasible(program, second)) {
    totals[TOTAL_INFEASIBLE] += f64(rows) * f64(inner);
    return rows;
  }
  totals[TOTAL_INFEASIBLE] += f64(rows) * f64(inner) - f64(lastRow - firstRow) * f64(to - from);
  readPlane(program, tables);
  const onCompute = slotValue(program, tables, SLOT_ON_COMPUTE, 0);
  const r = slotValue(program, tables, SLOT_R, 0);
  const perRent = slotValue(program, tables, SLOT_ALPHA, 0) / r;
  const computeShare = slotValue(program, tables, SLOT_COMPUTE_SHARE, 0);
  const wrAt = slotIndex(program, SLOT_WR, 0);
  for (let row = firstRow; row < lastRow; row += BLOCK_ROWS) {
    const end: i32 = row + BLOCK_ROWS < lastRow ? row + BLOCK_ROWS : lastRow;
    const leastRent = tables[wrAt + row] * r;
    const greatestRent = tables[wrAt + end - 1] * r;
    t = leastRent * onCompute - q;
    const lowest = Math.min(growthAt(tables, from), growthAt(tables, to - 1));
    t = greatestRent * onCompute - q;
    const highest = Math.max(growthAt(tables, from), growthAt(tables, to - 1));
    const saves = savesIn(lowest, highest, perRent + computeShare / greatestRent);
    const consumes = consumesIn(lowest, highest, perRent + computeShare / greatestRent, perRent + computeShare / leastRent);
    const converges = convergesIn(lowest, highest);
    const cells = f64(end - row) * f64(to - from);
    if (saves == FAILS || consumes == FAILS) totals[TOTAL_SAVING] += cells;
    if (converges == FAILS) totals[TOTAL_TRANSVERSALITY] += cells;
    if (saves != CHANGES && consumes != CHANGES && converges != CHANGES) continue;
    let savingBreaches: i32 = 0;
    let gapBreaches: i32 = 0;
    for (let k = row; k < end; ++k) {
      const w = tables[wrAt + k] * r;
      t = w * onCompute - q;
      perGrowth = perRent + computeShare / w;
      if (saves == CHANGES) savingBreaches += breaches(tables, SAVES, -delta, true);
      if (consumes == CHANGES) savingBreaches += breaches(tables, CONSUMES, 1.0 / perGrowth - delta, false);
      if (converges == CHANGES) gapBreaches += breaches(tables, CONVERGES, -rho / sigmaLessOne, sigmaLessOne > 0.0);
    }
    totals[TOTAL_SAVING] += f64(savingBreaches);
    totals[TOTAL_TRANSVERSALITY] += f64(gapBreaches);
  }
  return rows;
}

function readPlane(program: StaticArray<i32>, tables: StaticArray<f64>): void {
  tauAt = slotIndex(program, SLOT_TAU, 0);
  q = slotValue(program, tables, SLOT_R, 0) * slotValue(program, tables, SLOT_ON_CAPITAL, 0);
  impatience = slotValue(program, tables, SLOT_IMPATIENCE, 0);
  patience = slotValue(program, tables, SLOT_PATIENCE, 0);
  delta = slotValue(program, tables, SLOT_DELTA, 0);
  rho = slotValue(program, tables, SLOT_RHO, 0);
  sigmaLessOne = slotValue(program, tables, SLOT_SIGMA_LESS_ONE, 0);
  const last: i32 = to - 1;
  pointsPerTau = last > from ? f64(last - from) / (tables[tauAt + last] - tables[tauAt + from]) : 0.0;
}

/*
 * A condition in a block, from its lowest and highest growth as computed, which stand in corners: rounding keeps order, so what holds (or fails)
 * for both does so for all between them. 1/growth falls along ω, so its extremes are those of the first and the last row.
 */

function savesIn(lowest: f64, highest: f64, leastPerGrowth: f64): i32 {
  if (lowest + delta > 0.0 && (lowest + delta) * leastPerGrowth > 0.0) return HOLDS;
  return highest + delta <= 0.0 ? FAILS : CHANGES;
}

function consumesIn(lowest: f64, highest: f64, leastPerGrowth: f64, mostPerGrowth: f64): i32 {
  if (highest + delta <= 0.0 || (highest + delta) * mostPerGrowth < 1.0) return HOLDS;
  return lowest + delta > 0.0 && (lowest + delta) * leastPerGrowth >= 1.0 ? FAILS : CHANGES;
}

function convergesIn(lowest: f64, highest: f64): i32 {
  const low: bool = discountGap(rho, sigmaLessOne, lowest) > 0.0;
  const high: bool = discountGap(rho, sigmaLessOne, highest) > 0.0;
  if (low != high) return CHANGES;
  return low ? HOLDS : FAILS;
}

function growthAt(tables: StaticArray<f64>, i: i32): f64 {
  return growthAtGivenPrices(q, t, tables[tauAt + i], impatience, patience);
}

function holds(tables: StaticArray<f64>, condition: i32, i: i32): bool {
  const growth = growthAt(tables, i);
  if (condition == CONVERGES) return discountGap(rho, sigmaLessOne, growth) > 0.0;
  const rate = (growth + delta) * perGrowth;
  return condition == SAVES ? rate > 0.0 : rate < 1.0;
}

/**
 * Points of the row where a condition does not hold.
 * @param level growth at which it changes, up to rounding
 * @param isUpper it holds above the level
 */
function breaches(tables: StaticArray<f64>, condition: i32, level: f64, isUpper: bool): i32 {
  const atFirst: bool = isUpper != t >= 0.0;
  const guess = ((level / patience + impatience - q) / t - tables[tauAt + from]) * pointsPerTau + f64(from);
  // Not a number where growth does not change along the row: any guess will do.
  const kept = guess > f64(from) ? (guess < f64(to) ? guess : f64(to)) : f64(from);
  let change = i32(Math.ceil(kept));
  if ((change > from && holds(tables, condition, change - 1) != atFirst) || (change < to && holds(tables, condition, change) == atFirst)) {
    change = firstOther(tables, condition, atFirst, change);
  }
  return atFirst ? to - change : change - from;
}

/** First point of the row where a condition is not what it is before; looked for on both sides of `near`, in steps that double. */
function firstOther(tables: StaticArray<f64>, condition: i32, atFirst: bool, near: i32): i32 {
  let low: i32 = near - 1;
  let high: i32 = near;
  let step: i32 = 1;
  while (low >= from && holds(tables, condition, low) != atFirst) {
    high = low;
    low -= step;
    step <<= 1;
  }
  if (low < from) low = from - 1;
  step = 1;
  while (high < to && holds(tables, condition, high) == atFirst) {
    low = high;
    high += step;
    step <<= 1;
  }
  if (high > to) high = to;
  while (high - low > 1) {
    const middle: i32 = (low + high) >> 1;
    if (holds(tables, condition, middle) == atFirst) low = middle;
    else high = middle;
  }
  return high;
}
