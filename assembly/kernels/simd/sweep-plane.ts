import {
  AT_AXES, AT_AXIS, AT_COUNTER, AT_FIELD, AT_INNER_COUNT, AT_KEEP, AT_PLANE, AT_SLOT, AXIS_LENGTH, FIELD_LENGTH, SLOT_LENGTH,
  SLOT_RANGE, SLOT_TAU, SLOT_WR, TOTAL_INFEASIBLE, AT_PAIR, PAIR_ALONG_TAU, PLANE_OF_PAIR,
} from "../../layout";
import { areAxesFeasible } from "../scalar/sweep-box";
import { sweepPair } from "./sweep-pair";

/** Canonical NaN (MODEL.md, section 6) in `n` consecutive cells. */
export function clearCells(values: StaticArray<f64>, at: i32, n: i32): void {
  let ptr = changetype<usize>(values) + (<usize>at << 3);
  const endPtr = ptr + (<usize>n << 3);
  const pairsEndPtr = ptr + (<usize>(n & -2) << 3);
  const nothing = i64x2.splat(0x7FF8000000000000);
  for (; ptr + 64 <= pairsEndPtr; ptr += 64) {
    v128.store(ptr, nothing);
    v128.store(ptr, nothing, 16);
    v128.store(ptr, nothing, 32);
    v128.store(ptr, nothing, 48);
  }
  for (; ptr < pairsEndPtr; ptr += 16) v128.store(ptr, nothing);
  if (ptr < endPtr) store<i64>(ptr, 0x7FF8000000000000);
}

/**
 * Sweeps a whole plane over τ and ω, which begins at the present row and at `cell` of the outputs. Returns how many rows it
 * has; 0 where the program has no planes, or the row does not begin one.
 */
export function sweepPlane(
  program: StaticArray<i32>, ranges: StaticArray<i32>, tables: StaticArray<f64>, cell: i32, values: StaticArray<f64>,
  totals: StaticArray<f64>,
): i32 {
  if (program[AT_PLANE] != PLANE_OF_PAIR) return 0;
  const second = program[AT_AXES] - 2;
  if (program[AT_COUNTER + second] != 0) return 0;
  const rows = program[AT_AXIS + second * AXIS_LENGTH];
  const firstRow = program[AT_AXIS + second * AXIS_LENGTH + 1];
  const lastRow = program[AT_AXIS + second * AXIS_LENGTH + 2];
  const inner = program[AT_INNER_COUNT];
  const rangeAt = program[AT_SLOT + SLOT_RANGE * SLOT_LENGTH];
  const from = ranges[rangeAt];
  const to = ranges[rangeAt + 1];
  if (from >= to || firstRow >= lastRow || !areAxesFeasible(program, second)) {
    totals[TOTAL_INFEASIBLE] += rows * inner;
    clearBoth(program, cell, rows * inner, values);
    return rows;
  }
  totals[TOTAL_INFEASIBLE] += rows * inner - (lastRow - firstRow) * (to - from);
  clearBoth(program, cell, firstRow * inner, values);
  clearBoth(program, cell + lastRow * inner, (rows - lastRow) * inner, values);
  for (let row = firstRow; row < lastRow; ++row) {
    clearBoth(program, cell + row * inner, from, values);
    clearBoth(program, cell + row * inner + to, inner - to, values);
  }
  const slotAt: i32 = AT_SLOT + (program[AT_PAIR] == PAIR_ALONG_TAU ? SLOT_WR : SLOT_TAU) * SLOT_LENGTH;
  program[slotAt] += firstRow;
  sweepPair(program, tables, from, to, lastRow - firstRow, cell + firstRow * inner, values, totals);
  program[slotAt] -= firstRow;
  return rows;
}

function clearBoth(program: StaticArray<i32>, cell: i32, n: i32, values: StaticArray<f64>): void {
  if (n == 0 || program[AT_KEEP] == 0) return;
  clearCells(values, program[AT_FIELD + 1] + cell, n);
  clearCells(values, program[AT_FIELD + FIELD_LENGTH + 1] + cell, n);
}
