import {
  FIELD_GROWTH_SLOPE, SLOT_IMPATIENCE, SLOT_LEVEL, SLOT_PATIENCE, SLOT_PRODUCTIVITY_PER_LEVEL, SLOT_STOCKS, SLOT_STOCKS_SLOPE,
  SLOT_WEIGHT,
} from "../../layout";
import { fieldValue } from "../scalar/field-value";
import { LANE_BYTES, lanesPtr, lanesStep } from "./lanes";

/** Growth or its slope in equilibrium for inner points [from, to), two at a time. */
export function fillEquilibrium(
  program: StaticArray<i32>, tables: StaticArray<f64>, field: i32, from: i32, to: i32, outPtr: usize,
): void {
  const isSlope = field == FIELD_GROWTH_SLOPE;
  const stocksSlot = isSlope ? SLOT_STOCKS_SLOPE : SLOT_STOCKS;
  let weightPtr = lanesPtr(program, tables, SLOT_WEIGHT, from);
  let levelPtr = lanesPtr(program, tables, SLOT_LEVEL, from);
  let perLevelPtr = lanesPtr(program, tables, SLOT_PRODUCTIVITY_PER_LEVEL, from);
  let stocksPtr = lanesPtr(program, tables, stocksSlot, from);
  let impatiencePtr = lanesPtr(program, tables, SLOT_IMPATIENCE, from);
  let patiencePtr = lanesPtr(program, tables, SLOT_PATIENCE, from);
  const weightStep = lanesStep(program, SLOT_WEIGHT);
  const levelStep = lanesStep(program, SLOT_LEVEL);
  const perLevelStep = lanesStep(program, SLOT_PRODUCTIVITY_PER_LEVEL);
  const stocksStep = lanesStep(program, stocksSlot);
  const impatienceStep = lanesStep(program, SLOT_IMPATIENCE);
  const patienceStep = lanesStep(program, SLOT_PATIENCE);
  const endPtr = outPtr + ((<usize>(to - from) >> 1) << 4);
  while (outPtr < endPtr) {
    const productivity = f64x2.mul(v128.load(levelPtr), v128.load(perLevelPtr));
    const weighted = f64x2.mul(v128.load(weightPtr), f64x2.mul(productivity, v128.load(stocksPtr)));
    const net = isSlope ? weighted : f64x2.sub(weighted, v128.load(impatiencePtr));
    v128.store(outPtr, f64x2.mul(net, v128.load(patiencePtr)));
    weightPtr += weightStep;
    levelPtr += levelStep;
    perLevelPtr += perLevelStep;
    stocksPtr += stocksStep;
    impatiencePtr += impatienceStep;
    patiencePtr += patienceStep;
    outPtr += LANE_BYTES;
  }
  if (((to - from) & 1) != 0) store<f64>(endPtr, fieldValue(program, tables, field, to - 1));
}
