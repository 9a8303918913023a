import {
  AT_EQUILIBRIUM, FIELD_COMPUTE_SHARE, FIELD_CONSISTENT_TAU, FIELD_DISCOUNT_GAP, FIELD_GROWTH, FIELD_GROWTH_MAXIMISING_TAU,
  FIELD_GROWTH_SLOPE, FIELD_IMPLIED_SAVING_RATE, FIELD_MARGIN, FIELD_PRODUCTIVITY, FIELD_PROFIT_SHARE, FIELD_R, FIELD_SERVICE_PRICE,
  FIELD_SERVICE_SPLIT, FIELD_THRESHOLD, FIELD_W, FIELD_WR, SLOT_ALPHA, SLOT_CHI, SLOT_COMPUTE_SHARE, SLOT_DELTA, SLOT_ETA,
  SLOT_IMPATIENCE, SLOT_LEVEL, SLOT_ON_CAPITAL, SLOT_ON_COMPUTE, SLOT_PATIENCE, SLOT_PRODUCTIVITY_PER_LEVEL, SLOT_PROFIT_SHARE, SLOT_R,
  SLOT_REPORT_THRESHOLD, SLOT_REST, SLOT_REST_PER_TAU, SLOT_RHO, SLOT_SERVICE_SPLIT, SLOT_SIGMA_LESS_ONE, SLOT_STOCKS, SLOT_STOCKS_PER_REST,
  SLOT_STOCKS_PER_TAU, SLOT_STOCKS_SLOPE, SLOT_TAU, SLOT_THRESHOLD, SLOT_WEIGHT, SLOT_WR,
} from "../../layout";
import {
  discountGap, growthAtGivenPrices, growthInEquilibrium, savingAtGivenPrices, savingInEquilibrium, signCode, statusCode,
} from "./cell";
import { slotValue } from "./slots";

/** Value of any field at inner point `i` of the present row; the cell is feasible and the field is one of the price mode. */
export function fieldValue(program: StaticArray<i32>, tables: StaticArray<f64>, field: i32, i: i32): f64 {
  if (program[AT_EQUILIBRIUM] != 0) return equilibriumValue(program, tables, field, i);
  return givenValue(program, tables, field, i);
}

function givenValue(program: StaticArray<i32>, tables: StaticArray<f64>, field: i32, i: i32): f64 {
  if (field == FIELD_THRESHOLD) return slotValue(program, tables, SLOT_THRESHOLD, i);
  if (field == FIELD_COMPUTE_SHARE) return slotValue(program, tables, SLOT_COMPUTE_SHARE, i);
  if (field == FIELD_SERVICE_SPLIT) return slotValue(program, tables, SLOT_SERVICE_SPLIT, i);
  if (field == FIELD_PROFIT_SHARE) return slotValue(program, tables, SLOT_PROFIT_SHARE, i);
  const wr = slotValue(program, tables, SLOT_WR, i);
  if (field == FIELD_MARGIN) return wr - slotValue(program, tables, SLOT_THRESHOLD, i);
  if (field == FIELD_CONSISTENT_TAU) {
    const threshold = slotValue(program, tables, SLOT_REPORT_THRESHOLD, i);
    return threshold / (threshold + wr);
  }
  const r = slotValue(program, tables, SLOT_R, i);
  const w = wr * r;
  if (field == FIELD_SERVICE_PRICE) return slotValue(program, tables, SLOT_ETA, i) * w / slotValue(program, tables, SLOT_CHI, i);
  const q = r * slotValue(program, tables, SLOT_ON_CAPITAL, i);
  const t = w * slotValue(program, tables, SLOT_ON_COMPUTE, i) - q;
  const patience = slotValue(program, tables, SLOT_PATIENCE, i);
  if (field == FIELD_GROWTH_SLOPE) return t * patience;
  const growth = growthAtGivenPrices(
    q, t, slotValue(program, tables, SLOT_TAU, i), slotValue(program, tables, SLOT_IMPATIENCE, i), patience);
  if (field == FIELD_GROWTH) return growth;
  if (field == FIELD_DISCOUNT_GAP) return gapOf(program, tables, growth, i);
  return savingAtGivenPrices(
    growth, slotValue(program, tables, SLOT_DELTA, i), slotValue(program, tables, SLOT_ALPHA, i), r,
    slotValue(program, tables, SLOT_COMPUTE_SHARE, i), w);
}

function equilibriumValue(program: StaticArray<i32>, tables: StaticArray<f64>, field: i32, i: i32): f64 {
  if (field == FIELD_SERVICE_SPLIT) return slotValue(program, tables, SLOT_SERVICE_SPLIT, i);
  if (field == FIELD_GROWTH_MAXIMISING_TAU) return slotValue(program, tables, SLOT_REST, i);
  if (field == FIELD_WR) {
    return slotValue(program, tables, SLOT_REPORT_THRESHOLD, i) * slotValue(program, tables, SLOT_REST_PER_TAU, i);
  }
  const productivity = slotValue(program, tables, SLOT_LEVEL, i) * slotValue(program, tables, SLOT_PRODUCTIVITY_PER_LEVEL, i);
  if (field == FIELD_PRODUCTIVITY) return productivity;
  if (field == FIELD_R) {
    return productivity * (slotValue(program, tables, SLOT_ALPHA, i) * slotValue(program, tables, SLOT_STOCKS_PER_REST, i));
  }
  if (field == FIELD_W) {
    return productivity * (slotValue(program, tables, SLOT_COMPUTE_SHARE, i) * slotValue(program, tables, SLOT_STOCKS_PER_TAU, i));
  }
  const weight = slotValue(program, tables, SLOT_WEIGHT, i);
  const patience = slotValue(program, tables, SLOT_PATIENCE, i);
  if (field == FIELD_GROWTH_SLOPE) return weight * (productivity * slotValue(program, tables, SLOT_STOCKS_SLOPE, i)) * patience;
  const y = productivity * slotValue(program, tables, SLOT_STOCKS, i);
  const impatience = slotValue(program, tables, SLOT_IMPATIENCE, i);
  if (field == FIELD_IMPLIED_SAVING_RATE) {
    return savingInEquilibrium(weight, patience, slotValue(program, tables, SLOT_DELTA, i), impatience, y);
  }
  const growth = growthInEquilibrium(weight, y, impatience, patience);
  return field == FIELD_GROWTH ? growth : gapOf(program, tables, growth, i);
}

function gapOf(program: StaticArray<i32>, tables: StaticArray<f64>, growth: f64, i: i32): f64 {
  return discountGap(slotValue(program, tables, SLOT_RHO, i), slotValue(program, tables, SLOT_SIGMA_LESS_ONE, i), growth);
}

/** Class of a feasible cell: p against q at given prices, 1 against α+τ in equilibrium. */
export function classAt(program: StaticArray<i32>, tables: StaticArray<f64>, i: i32): i32 {
  if (program[AT_EQUILIBRIUM] != 0) {
    return signCode(1.0, slotValue(program, tables, SLOT_ALPHA, i) + slotValue(program, tables, SLOT_TAU, i));
  }
  const r = slotValue(program, tables, SLOT_R, i);
  const w = slotValue(program, tables, SLOT_WR, i) * r;
  return signCode(w * slotValue(program, tables, SLOT_ON_COMPUTE, i), r * slotValue(program, tables, SLOT_ON_CAPITAL, i));
}

/** Status bits of a feasible cell. */
export function statusAt(program: StaticArray<i32>, tables: StaticArray<f64>, i: i32): i32 {
  return statusCode(
    fieldValue(program, tables, FIELD_IMPLIED_SAVING_RATE, i), fieldValue(program, tables, FIELD_DISCOUNT_GAP, i));
}
