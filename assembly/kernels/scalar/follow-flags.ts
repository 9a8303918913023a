import {
  AT_COUNT_FLAGS, AT_EQUILIBRIUM, AT_HINT, SLOT_ALPHA, SLOT_COMPUTE_SHARE, SLOT_DELTA, SLOT_IMPATIENCE, SLOT_LEVEL, SLOT_ON_CAPITAL, SLOT_ON_COMPUTE,
  SLOT_PATIENCE, SLOT_PRODUCTIVITY_PER_LEVEL, SLOT_R, SLOT_RHO, SLOT_SIGMA_LESS_ONE, SLOT_STOCKS, SLOT_TAU, SLOT_WEIGHT, SLOT_WR, TOTAL_SAVING,
  TOTAL_TRANSVERSALITY,
} from "../../layout";
import { discountGap, growthAtGivenPrices, growthInEquilibrium, savingInEquilibrium } from "./cell";
import { slotIndex, slotValue } from "./slots";

/** What the saving rate and the gap of one row's cells are made of; only τ or A moves along it. */
let equilibrium: bool = false;
let movingAt: i32 = 0;
let q: f64 = 0.0;
let t: f64 = 0.0;
let weight: f64 = 0.0;
let productivityPerLevel: f64 = 0.0;
let stocks: f64 = 0.0;
let impatience: f64 = 0.0;
let patience: f64 = 0.0;
let delta: f64 = 0.0;
let perGrowth: f64 = 0.0;
let rho: f64 = 0.0;
let sigmaLessOne: f64 = 0.0;

/** The three conditions of a cell without flags. Each holds on one side of a point of the row, if it changes at all. */
export const SAVES: i32 = 0; // 0 < s
export const CONSUMES: i32 = 1; // s < 1
export const CONVERGES: i32 = 2; // discountGap > 0

/** Adds the flags of inner points [from, to) of a row along τ, or in equilibrium along A, to the totals. */
export function followFlags(program: StaticArray<i32>, tables: StaticArray<f64>, from: i32, to: i32, totals: StaticArray<f64>): void {
  if (program[AT_COUNT_FLAGS] == 0) return;
  readRow(program, tables);
  followSaving(program, tables, from, to, totals);
  followGap(program, tables, from, to, totals);
}

/** Counts the row that has been read: the values at its ends tell which conditions change along it at all. */
function followSaving(program: StaticArray<i32>, tables: StaticArray<f64>, from: i32, to: i32, totals: StaticArray<f64>): void {
  const first = rateAt(tables, from);
  const last = rateAt(tables, to - 1);
  const spendless = countBreaches(program, tables, SAVES, first > 0.0, last > 0.0, from, to);
  const overspent = countBreaches(program, tables, CONSUMES, first < 1.0, last < 1.0, from, to);
  totals[TOTAL_SAVING] += spendless + overspent;
}

function followGap(program: StaticArray<i32>, tables: StaticArray<f64>, from: i32, to: i32, totals: StaticArray<f64>): void {
  totals[TOTAL_TRANSVERSALITY] += countBreaches(program, tables, CONVERGES, gapAt(tables, from) > 0.0, gapAt(tables, to - 1) > 0.0, from, to);
}

function readRow(program: StaticArray<i32>, tables: StaticArray<f64>): void {
  equilibrium = program[AT_EQUILIBRIUM] != 0;
  impatience = slotValue(program, tables, SLOT_IMPATIENCE, 0);
  patience = slotValue(program, tables, SLOT_PATIENCE, 0);
  delta = slotValue(program, tables, SLOT_DELTA, 0);
  rho = slotValue(program, tables, SLOT_RHO, 0);
  sigmaLessOne = slotValue(program, tables, SLOT_SIGMA_LESS_ONE, 0);
  if (equilibrium) {
    movingAt = slotIndex(program, SLOT_LEVEL, 0);
    weight = slotValue(program, tables, SLOT_WEIGHT, 0);
    productivityPerLevel = slotValue(program, tables, SLOT_PRODUCTIVITY_PER_LEVEL, 0);
    stocks = slotValue(program, tables, SLOT_STOCKS, 0);
    return;
  }
  movingAt = slotIndex(program, SLOT_TAU, 0);
  const r = slotValue(program, tables, SLOT_R, 0);
  const w = slotValue(program, tables, SLOT_WR, 0) * r;
  q = r * slotValue(program, tables, SLOT_ON_CAPITAL, 0);
  t = w * slotValue(program, tables, SLOT_ON_COMPUTE, 0) - q;
  perGrowth = slotValue(program, tables, SLOT_ALPHA, 0) / r + slotValue(program, tables, SLOT_COMPUTE_SHARE, 0) / w;
}

/** The implied saving rate at inner point `i`; operation by operation as in cell.ts. */
function rateAt(tables: StaticArray<f64>, i: i32): f64 {
  const moving = tables[movingAt + i];
  if (equilibrium) return savingInEquilibrium(weight, patience, delta, impatience, moving * productivityPerLevel * stocks);
  return (growthAtGivenPrices(q, t, moving, impatience, patience) + delta) * perGrowth;
}

function gapAt(tables: StaticArray<f64>, i: i32): f64 {
  const moving = tables[movingAt + i];
  const growth = equilibrium
    ? growthInEquilibrium(weight, moving * productivityPerLevel * stocks, impatience, patience)
    : growthAtGivenPrices(q, t, moving, impatience, patience);
  return discountGap(rho, sigmaLessOne, growth);
}

function holds(tables: StaticArray<f64>, condition: i32, i: i32): bool {
  if (condition == CONVERGES) return gapAt(tables, i) > 0.0;
  return condition == SAVES ? rateAt(tables, i) > 0.0 : rateAt(tables, i) < 1.0;
}

/** Points of [from, to) where a condition does not hold. The crossing is looked for where the last two rows point. */
function countBreaches(
  program: StaticArray<i32>, tables: StaticArray<f64>, condition: i32, atFirst: bool, atLast: bool, from: i32, to: i32,
): i32 {
  if (atFirst == atLast) return atFirst ? 0 : to - from;
  let low = from;
  let high: i32 = to - 1;
  const hintAt: i32 = AT_HINT + 2 * condition;
  const hint = program[hintAt + 1];
  let step: i32 = 1;
  if (hint > low && hint < high) {
    if (holds(tables, condition, hint) == atFirst) {
      low = hint;
      while (low + step < high && holds(tables, condition, low + step) == atFirst) {
        low += step;
        step <<= 1;
      }
      if (low + step < high) high = low + step;
    } else {
      high = hint;
      while (high - step > low && holds(tables, condition, high - step) != atFirst) {
        high -= step;
        step <<= 1;
      }
      if (high - step > low) low = high - step;
    }
  }
  while (high - low > 1) {
    const middle: i32 = (low + high) >> 1;
    if (holds(tables, condition, middle) == atFirst) low = middle;
    else high = middle;
  }
  program[hintAt + 1] = 2 * high - program[hintAt];
  program[hintAt] = high;
  return atFirst ? to - high : high - from;
}
