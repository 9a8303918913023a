import {
  FIELD_GROWTH_SLOPE, SLOT_IMPATIENCE, SLOT_ON_CAPITAL, SLOT_ON_COMPUTE, SLOT_PATIENCE, SLOT_R, SLOT_TAU, SLOT_WR,
} from "../../layout";
import { fieldValue } from "../scalar/field-value";
import { slotStep, slotValue } from "../scalar/slots";
import { LANE_BYTES, lanesPtr, lanesStep } from "./lanes";

/** Whether τ, or ω, is the only one of a field's inputs that varies along the inner axis. */
function onlyVaries(program: StaticArray<i32>, slot: i32): bool {
  return slotStep(program, slot) != 0
    && slotStep(program, SLOT_TAU) + slotStep(program, SLOT_WR) + slotStep(program, SLOT_R) + slotStep(program, SLOT_ON_COMPUTE)
      + slotStep(program, SLOT_ON_CAPITAL) + slotStep(program, SLOT_IMPATIENCE) + slotStep(program, SLOT_PATIENCE) == 1;
}

/** Growth or its slope at given prices for inner points [from, to), two at a time. */
export function fillGiven(
  program: StaticArray<i32>, tables: StaticArray<f64>, field: i32, from: i32, to: i32, outPtr: usize,
): void {
  const pairsEndPtr = outPtr + ((<usize>(to - from) >> 1) << 4);
  if (onlyVaries(program, SLOT_WR)) alongRelativePrice(program, tables, field, from, outPtr, pairsEndPtr);
  else if (onlyVaries(program, SLOT_TAU)) alongComputeShare(program, tables, field, from, outPtr, pairsEndPtr);
  else alongAny(program, tables, field, from, outPtr, pairsEndPtr);
  if (((to - from) & 1) != 0) store<f64>(pairsEndPtr, fieldValue(program, tables, field, to - 1));
}

function alongRelativePrice(
  program: StaticArray<i32>, tables: StaticArray<f64>, field: i32, from: i32, outPtr: usize, endPtr: usize,
): void {
  const r = f64x2.splat(slotValue(program, tables, SLOT_R, 0));
  const onCompute = f64x2.splat(slotValue(program, tables, SLOT_ON_COMPUTE, 0));
  const q = f64x2.mul(r, f64x2.splat(slotValue(program, tables, SLOT_ON_CAPITAL, 0)));
  const tau = f64x2.splat(slotValue(program, tables, SLOT_TAU, 0));
  const impatience = f64x2.splat(slotValue(program, tables, SLOT_IMPATIENCE, 0));
  const patience = f64x2.splat(slotValue(program, tables, SLOT_PATIENCE, 0));
  let wrPtr = lanesPtr(program, tables, SLOT_WR, from);
  if (field == FIELD_GROWTH_SLOPE) {
    while (outPtr < endPtr) {
      const t = f64x2.sub(f64x2.mul(f64x2.mul(v128.load(wrPtr), r), onCompute), q);
      v128.store(outPtr, f64x2.mul(t, patience));
      wrPtr += LANE_BYTES;
      outPtr += LANE_BYTES;
    }
    return;
  }
  while (outPtr < endPtr) {
    const t = f64x2.sub(f64x2.mul(f64x2.mul(v128.load(wrPtr), r), onCompute), q);
    v128.store(outPtr, growth(q, t, tau, impatience, patience));
    wrPtr += LANE_BYTES;
    outPtr += LANE_BYTES;
  }
}

function alongComputeShare(
  program: StaticArray<i32>, tables: StaticArray<f64>, field: i32, from: i32, outPtr: usize, endPtr: usize,
): void {
  const r = slotValue(program, tables, SLOT_R, 0);
  const w = slotValue(program, tables, SLOT_WR, 0) * r;
  const qOnce = r * slotValue(program, tables, SLOT_ON_CAPITAL, 0);
  const q = f64x2.splat(qOnce);
  const t = f64x2.splat(w * slotValue(program, tables, SLOT_ON_COMPUTE, 0) - qOnce);
  const impatience = f64x2.splat(slotValue(program, tables, SLOT_IMPATIENCE, 0));
  const patience = f64x2.splat(slotValue(program, tables, SLOT_PATIENCE, 0));
  if (field == FIELD_GROWTH_SLOPE) {
    const slope = f64x2.mul(t, patience);
    while (outPtr < endPtr) {
      v128.store(outPtr, slope);
      outPtr += LANE_BYTES;
    }
    return;
  }
  let tauPtr = lanesPtr(program, tables, SLOT_TAU, from);
  while (outPtr < endPtr) {
    v128.store(outPtr, growth(q, t, v128.load(tauPtr), impatience, patience));
    tauPtr += LANE_BYTES;
    outPtr += LANE_BYTES;
  }
}

function alongAny(
  program: StaticArray<i32>, tables: StaticArray<f64>, field: i32, from: i32, outPtr: usize, endPtr: usize,
): void {
  let wrPtr = lanesPtr(program, tables, SLOT_WR, from);
  let rPtr = lanesPtr(program, tables, SLOT_R, from);
  let onComputePtr = lanesPtr(program, tables, SLOT_ON_COMPUTE, from);
  let onCapitalPtr = lanesPtr(program, tables, SLOT_ON_CAPITAL, from);
  let tauPtr = lanesPtr(program, tables, SLOT_TAU, from);
  let impatiencePtr = lanesPtr(program, tables, SLOT_IMPATIENCE, from);
  let patiencePtr = lanesPtr(program, tables, SLOT_PATIENCE, from);
  const wrStep = lanesStep(program, SLOT_WR);
  const rStep = lanesStep(program, SLOT_R);
  const onComputeStep = lanesStep(program, SLOT_ON_COMPUTE);
  const onCapitalStep = lanesStep(program, SLOT_ON_CAPITAL);
  const tauStep = lanesStep(program, SLOT_TAU);
  const impatienceStep = lanesStep(program, SLOT_IMPATIENCE);
  const patienceStep = lanesStep(program, SLOT_PATIENCE);
  const isSlope = field == FIELD_GROWTH_SLOPE;
  while (outPtr < endPtr) {
    const r = v128.load(rPtr);
    const q = f64x2.mul(r, v128.load(onCapitalPtr));
    const t = f64x2.sub(f64x2.mul(f64x2.mul(v128.load(wrPtr), r), v128.load(onComputePtr)), q);
    const patience = v128.load(patiencePtr);
    v128.store(outPtr, isSlope
      ? f64x2.mul(t, patience)
      : growth(q, t, v128.load(tauPtr), v128.load(impatiencePtr), patience));
    wrPtr += wrStep;
    rPtr += rStep;
    onComputePtr += onComputeStep;
    onCapitalPtr += onCapitalStep;
    tauPtr += tauStep;
    impatiencePtr += impatienceStep;
    patiencePtr += patienceStep;
    outPtr += LANE_BYTES;
  }
}

/** g = ((q+τ·t)−d)·h in two lanes. */
function growth(q: v128, t: v128, tau: v128, impatience: v128, patience: v128): v128 {
  return f64x2.mul(f64x2.sub(f64x2.add(q, f64x2.mul(tau, t)), impatience), patience);
}
