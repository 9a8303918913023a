import { AT_EQUILIBRIUM, AT_FIELD_TOTAL, FIELD_GROWTH, FIELD_GROWTH_SLOPE, FIELD_TOTAL_LENGTH } from "../../layout";
import { addCompensated, fillChunk } from "../scalar/chunk";
import { fillEquilibrium } from "./fill-equilibrium";
import { fillGiven } from "./fill-given";

/** `fillChunk` of the scalar kernels, two cells at a time for growth and its slope; the other fields are not swept often. */
export function fillChunkSimd(
  program: StaticArray<i32>, tables: StaticArray<f64>, field: i32, from: i32, to: i32, out: StaticArray<f64>, outAt: i32,
): void {
  if (field != FIELD_GROWTH && field != FIELD_GROWTH_SLOPE) {
    fillChunk(program, tables, field, from, to, out, outAt);
    return;
  }
  const outPtr = changetype<usize>(out) + (<usize>outAt << 3);
  if (program[AT_EQUILIBRIUM] != 0) fillEquilibrium(program, tables, field, from, to, outPtr);
  else fillGiven(program, tables, field, from, to, outPtr);
}

/** `reduceChunk` of the scalar kernels: the same four sums, in the lanes of two vectors. */
export function reduceChunkSimd(values: StaticArray<f64>, at: i32, n: i32, totals: StaticArray<f64>, field: i32): void {
  const totalAt: i32 = AT_FIELD_TOTAL + field * FIELD_TOTAL_LENGTH;
  let ptr = changetype<usize>(values) + (<usize>at << 3);
  const wholeEndPtr = ptr + (<usize>(n & -4) << 3);
  const endPtr = ptr + (<usize>n << 3);
  let minima = f64x2.splat(totals[totalAt]);
  let maxima = f64x2.splat(totals[totalAt + 1]);
  let sumLow = f64x2.splat(0.0);
  let sumHigh = f64x2.splat(0.0);
  while (ptr < wholeEndPtr) {
    const low = v128.load(ptr);
    const high = v128.load(ptr, 16);
    sumLow = f64x2.add(sumLow, low);
    sumHigh = f64x2.add(sumHigh, high);
    minima = f64x2.pmin(minima, f64x2.pmin(low, high));
    maxima = f64x2.pmax(maxima, f64x2.pmax(low, high));
    ptr += 32;
  }
  let min = Math.min(f64x2.extract_lane(minima, 0), f64x2.extract_lane(minima, 1));
  let max = Math.max(f64x2.extract_lane(maxima, 0), f64x2.extract_lane(maxima, 1));
  let sum0 = f64x2.extract_lane(sumLow, 0);
  while (ptr < endPtr) {
    const value = load<f64>(ptr);
    sum0 += value;
    if (value < min) min = value;
    if (value > max) max = value;
    ptr += 8;
  }
  totals[totalAt] = min;
  totals[totalAt + 1] = max;
  const highs = f64x2.extract_lane(sumHigh, 0) + f64x2.extract_lane(sumHigh, 1);
  addCompensated(totals, totalAt + 2, sum0 + f64x2.extract_lane(sumLow, 1) + highs);
}
