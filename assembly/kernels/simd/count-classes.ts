import {
  ABOVE_ONE, AT_EQUILIBRIUM, BELOW_ONE, CODE_NEGATIVE, CODE_POSITIVE, SLOT_ALPHA, SLOT_ON_CAPITAL, SLOT_ON_COMPUTE, SLOT_R, SLOT_TAU,
  SLOT_WR, TOTAL_BOUNDARY, TOTAL_NEGATIVE, TOTAL_POSITIVE,
} from "../../layout";
import { classAt } from "../scalar/field-value";
import { slotStep } from "../scalar/slots";
import { lanesPtr, lanesStep } from "./lanes";

let positivePairs: v128 = i64x2.splat(0);
let negativePairs: v128 = i64x2.splat(0);

/** Adds the classes of inner points [from, to) to the totals, two at a time. */
export function countClassesSimd(
  program: StaticArray<i32>, tables: StaticArray<f64>, from: i32, to: i32, totals: StaticArray<f64>,
): void {
  const n = to - from;
  let positive: i64 = 0;
  let negative: i64 = 0;
  if (isClassConstant(program)) {
    const code = classAt(program, tables, from);
    if (code == CODE_POSITIVE) positive = n;
    else if (code == CODE_NEGATIVE) negative = n;
  } else {
    positivePairs = i64x2.splat(0);
    negativePairs = i64x2.splat(0);
    if (program[AT_EQUILIBRIUM] != 0) countEquilibrium(program, tables, from, n >> 1);
    else countGiven(program, tables, from, n >> 1);
    positive = i64x2.extract_lane(positivePairs, 0) + i64x2.extract_lane(positivePairs, 1);
    negative = i64x2.extract_lane(negativePairs, 0) + i64x2.extract_lane(negativePairs, 1);
    if ((n & 1) != 0) {
      const code = classAt(program, tables, to - 1);
      if (code == CODE_POSITIVE) positive++;
      else if (code == CODE_NEGATIVE) negative++;
    }
  }
  totals[TOTAL_POSITIVE] += <f64>positive;
  totals[TOTAL_NEGATIVE] += <f64>negative;
  totals[TOTAL_BOUNDARY] += <f64>(<i64>n - positive - negative);
}

function isClassConstant(program: StaticArray<i32>): bool {
  if (program[AT_EQUILIBRIUM] != 0) return slotStep(program, SLOT_ALPHA) + slotStep(program, SLOT_TAU) == 0;
  return slotStep(program, SLOT_WR) + slotStep(program, SLOT_R) + slotStep(program, SLOT_ON_COMPUTE)
    + slotStep(program, SLOT_ON_CAPITAL) == 0;
}

function countGiven(program: StaticArray<i32>, tables: StaticArray<f64>, from: i32, pairs: i32): void {
  let wrPtr = lanesPtr(program, tables, SLOT_WR, from);
  let rPtr = lanesPtr(program, tables, SLOT_R, from);
  let onComputePtr = lanesPtr(program, tables, SLOT_ON_COMPUTE, from);
  let onCapitalPtr = lanesPtr(program, tables, SLOT_ON_CAPITAL, from);
  const wrStep = lanesStep(program, SLOT_WR);
  const rStep = lanesStep(program, SLOT_R);
  const onComputeStep = lanesStep(program, SLOT_ON_COMPUTE);
  const onCapitalStep = lanesStep(program, SLOT_ON_CAPITAL);
  let positive = i64x2.splat(0);
  let negative = i64x2.splat(0);
  for (let pair: i32 = 0; pair < pairs; ++pair) {
    const r = v128.load(rPtr);
    const p = f64x2.mul(f64x2.mul(v128.load(wrPtr), r), v128.load(onComputePtr));
    const q = f64x2.mul(r, v128.load(onCapitalPtr));
    positive = i64x2.sub(positive, isGreater(p, q));
    negative = i64x2.sub(negative, isGreater(q, p));
    wrPtr += wrStep;
    rPtr += rStep;
    onComputePtr += onComputeStep;
    onCapitalPtr += onCapitalStep;
  }
  positivePairs = positive;
  negativePairs = negative;
}

function countEquilibrium(program: StaticArray<i32>, tables: StaticArray<f64>, from: i32, pairs: i32): void {
  let alphaPtr = lanesPtr(program, tables, SLOT_ALPHA, from);
  let tauPtr = lanesPtr(program, tables, SLOT_TAU, from);
  const alphaStep = lanesStep(program, SLOT_ALPHA);
  const tauStep = lanesStep(program, SLOT_TAU);
  const p = f64x2.splat(1.0);
  let positive = i64x2.splat(0);
  let negative = i64x2.splat(0);
  for (let pair: i32 = 0; pair < pairs; ++pair) {
    const q = f64x2.add(v128.load(alphaPtr), v128.load(tauPtr));
    positive = i64x2.sub(positive, isGreater(p, q));
    negative = i64x2.sub(negative, isGreater(q, p));
    alphaPtr += alphaStep;
    tauPtr += tauStep;
  }
  positivePairs = positive;
  negativePairs = negative;
}

/** All ones in the lanes where a > b for certain: a(1−T) > b(1+T). */
function isGreater(a: v128, b: v128): v128 {
  return f64x2.gt(f64x2.mul(a, f64x2.splat(BELOW_ONE)), f64x2.mul(b, f64x2.splat(ABOVE_ONE)));
}
