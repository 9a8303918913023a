import {
  AT_EQUILIBRIUM, BIT_SAVING, BIT_TRANSVERSALITY, SLOT_ALPHA, SLOT_COMPUTE_SHARE, SLOT_DELTA, SLOT_IMPATIENCE, SLOT_LEVEL, SLOT_ON_CAPITAL,
  SLOT_ON_COMPUTE, SLOT_PATIENCE, SLOT_PRODUCTIVITY_PER_LEVEL, SLOT_R, SLOT_RHO, SLOT_SIGMA_LESS_ONE, SLOT_STOCKS, SLOT_TAU, SLOT_WEIGHT,
  SLOT_WR, TOTAL_SAVING, TOTAL_TRANSVERSALITY,
} from "../../layout";
import { statusAt } from "../scalar/field-value";
import { lanesPtr, lanesStep } from "./lanes";

let possiblePairs: v128 = i64x2.splat(0);
let finitePairs: v128 = i64x2.splat(0);

/** Adds the flags of inner points [from, to) to the totals, two at a time. */
export function countFlagsSimd(
  program: StaticArray<i32>, tables: StaticArray<f64>, from: i32, to: i32, totals: StaticArray<f64>,
): void {
  const n = to - from;
  const pairs = n >> 1;
  possiblePairs = i64x2.splat(0);
  finitePairs = i64x2.splat(0);
  if (program[AT_EQUILIBRIUM] != 0) countEquilibrium(program, tables, from, pairs);
  else countGiven(program, tables, from, pairs);
  let saving: i64 = 2 * pairs - (i64x2.extract_lane(possiblePairs, 0) + i64x2.extract_lane(possiblePairs, 1));
  let transversality: i64 = 2 * pairs - (i64x2.extract_lane(finitePairs, 0) + i64x2.extract_lane(finitePairs, 1));
  if ((n & 1) != 0) {
    const bits = statusAt(program, tables, to - 1);
    if ((bits & BIT_SAVING) != 0) saving++;
    if ((bits & BIT_TRANSVERSALITY) != 0) transversality++;
  }
  totals[TOTAL_SAVING] += <f64>saving;
  totals[TOTAL_TRANSVERSALITY] += <f64>transversality;
}

function countGiven(program: StaticArray<i32>, tables: StaticArray<f64>, from: i32, pairs: i32): void {
  let wrPtr = lanesPtr(program, tables, SLOT_WR, from);
  let rPtr = lanesPtr(program, tables, SLOT_R, from);
  let onComputePtr = lanesPtr(program, tables, SLOT_ON_COMPUTE, from);
  let onCapitalPtr = lanesPtr(program, tables, SLOT_ON_CAPITAL, from);
  let tauPtr = lanesPtr(program, tables, SLOT_TAU, from);
  let impatiencePtr = lanesPtr(program, tables, SLOT_IMPATIENCE, from);
  let patiencePtr = lanesPtr(program, tables, SLOT_PATIENCE, from);
  let deltaPtr = lanesPtr(program, tables, SLOT_DELTA, from);
  let alphaPtr = lanesPtr(program, tables, SLOT_ALPHA, from);
  let sharePtr = lanesPtr(program, tables, SLOT_COMPUTE_SHARE, from);
  let rhoPtr = lanesPtr(program, tables, SLOT_RHO, from);
  let sigmaPtr = lanesPtr(program, tables, SLOT_SIGMA_LESS_ONE, from);
  const wrStep = lanesStep(program, SLOT_WR);
  const rStep = lanesStep(program, SLOT_R);
  const onComputeStep = lanesStep(program, SLOT_ON_COMPUTE);
  const onCapitalStep = lanesStep(program, SLOT_ON_CAPITAL);
  const tauStep = lanesStep(program, SLOT_TAU);
  const impatienceStep = lanesStep(program, SLOT_IMPATIENCE);
  const patienceStep = lanesStep(program, SLOT_PATIENCE);
  const deltaStep = lanesStep(program, SLOT_DELTA);
  const alphaStep = lanesStep(program, SLOT_ALPHA);
  const shareStep = lanesStep(program, SLOT_COMPUTE_SHARE);
  const rhoStep = lanesStep(program, SLOT_RHO);
  const sigmaStep = lanesStep(program, SLOT_SIGMA_LESS_ONE);
  let possible = i64x2.splat(0);
  let finite = i64x2.splat(0);
  for (let pair: i32 = 0; pair < pairs; ++pair) {
    const r = v128.load(rPtr);
    const w = f64x2.mul(v128.load(wrPtr), r);
    const q = f64x2.mul(r, v128.load(onCapitalPtr));
    const t = f64x2.sub(f64x2.mul(w, v128.load(onComputePtr)), q);
    const gross = f64x2.sub(f64x2.add(q, f64x2.mul(v128.load(tauPtr), t)), v128.load(impatiencePtr));
    const growth = f64x2.mul(gross, v128.load(patiencePtr));
    const capital = f64x2.add(f64x2.div(v128.load(alphaPtr), r), f64x2.div(v128.load(sharePtr), w));
    possible = i64x2.sub(possible, isPossible(f64x2.mul(f64x2.add(growth, v128.load(deltaPtr)), capital)));
    finite = i64x2.sub(finite, isFinite(v128.load(rhoPtr), v128.load(sigmaPtr), growth));
    wrPtr += wrStep;
    rPtr += rStep;
    onComputePtr += onComputeStep;
    onCapitalPtr += onCapitalStep;
    tauPtr += tauStep;
    impatiencePtr += impatienceStep;
    patiencePtr += patienceStep;
    deltaPtr += deltaStep;
    alphaPtr += alphaStep;
    sharePtr += shareStep;
    rhoPtr += rhoStep;
    sigmaPtr += sigmaStep;
  }
  possiblePairs = possible;
  finitePairs = finite;
}

function countEquilibrium(program: StaticArray<i32>, tables: StaticArray<f64>, from: i32, pairs: i32): void {
  let weightPtr = lanesPtr(program, tables, SLOT_WEIGHT, from);
  let levelPtr = lanesPtr(program, tables, SLOT_LEVEL, from);
  let perLevelPtr = lanesPtr(program, tables, SLOT_PRODUCTIVITY_PER_LEVEL, from);
  let stocksPtr = lanesPtr(program, tables, SLOT_STOCKS, from);
  let impatiencePtr = lanesPtr(program, tables, SLOT_IMPATIENCE, from);
  let patiencePtr = lanesPtr(program, tables, SLOT_PATIENCE, from);
  let deltaPtr = lanesPtr(program, tables, SLOT_DELTA, from);
  let rhoPtr = lanesPtr(program, tables, SLOT_RHO, from);
  let sigmaPtr = lanesPtr(program, tables, SLOT_SIGMA_LESS_ONE, from);
  const weightStep = lanesStep(program, SLOT_WEIGHT);
  const levelStep = lanesStep(program, SLOT_LEVEL);
  const perLevelStep = lanesStep(program, SLOT_PRODUCTIVITY_PER_LEVEL);
  const stocksStep = lanesStep(program, SLOT_STOCKS);
  const impatienceStep = lanesStep(program, SLOT_IMPATIENCE);
  const patienceStep = lanesStep(program, SLOT_PATIENCE);
  const deltaStep = lanesStep(program, SLOT_DELTA);
  const rhoStep = lanesStep(program, SLOT_RHO);
  const sigmaStep = lanesStep(program, SLOT_SIGMA_LESS_ONE);
  const one = f64x2.splat(1.0);
  let possible = i64x2.splat(0);
  let finite = i64x2.splat(0);
  for (let pair: i32 = 0; pair < pairs; ++pair) {
    const weight = v128.load(weightPtr);
    const patience = v128.load(patiencePtr);
    const impatience = v128.load(impatiencePtr);
    const y = f64x2.mul(f64x2.mul(v128.load(levelPtr), v128.load(perLevelPtr)), v128.load(stocksPtr));
    const growth = f64x2.mul(f64x2.sub(f64x2.mul(weight, y), impatience), patience);
    const rest = f64x2.mul(f64x2.sub(v128.load(deltaPtr), f64x2.mul(impatience, patience)), f64x2.div(one, y));
    possible = i64x2.sub(possible, isPossible(f64x2.add(f64x2.mul(weight, patience), rest)));
    finite = i64x2.sub(finite, isFinite(v128.load(rhoPtr), v128.load(sigmaPtr), growth));
    weightPtr += weightStep;
    levelPtr += levelStep;
    perLevelPtr += perLevelStep;
    stocksPtr += stocksStep;
    impatiencePtr += impatienceStep;
    patiencePtr += patienceStep;
    deltaPtr += deltaStep;
    rhoPtr += rhoStep;
    sigmaPtr += sigmaStep;
  }
  possiblePairs = possible;
  finitePairs = finite;
}

/** All ones in the lanes where 0 < s < 1. */
function isPossible(saving: v128): v128 {
  return v128.and(f64x2.gt(saving, f64x2.splat(0.0)), f64x2.lt(saving, f64x2.splat(1.0)));
}

/** All ones in the lanes where ρ+(σ−1)g > 0. */
function isFinite(rho: v128, sigmaLessOne: v128, growth: v128): v128 {
  return f64x2.gt(f64x2.add(rho, f64x2.mul(sigmaLessOne, growth)), f64x2.splat(0.0));
}
