import { clearChunk, countClasses, countFlags, fillChunk, reduceChunk } from "./chunk";
import { walkBox } from "./sweep-box";

/** `walkBox` with the scalar kernels. */
export function sweepBoxScalar(
  program: StaticArray<i32>, ranges: StaticArray<i32>, tables: StaticArray<f64>, values: StaticArray<f64>,
  singles: StaticArray<f32>, codes: StaticArray<i8>, totals: StaticArray<f64>,
): i32 {
  return walkBox(
    program, ranges, tables, values, singles, codes, totals, fillChunk, countClasses, countFlags, reduceChunk, sweepNoPair,
    sweepNoPlane, clearChunk);
}

/** Growth and its slope in one pass, and planes of them, are the SIMD kernels' own; here each field is swept by itself. */
export function sweepNoPair(
  _program: StaticArray<i32>, _tables: StaticArray<f64>, _from: i32, _to: i32, _rows: i32, _cell: i32, _values: StaticArray<f64>,
  _totals: StaticArray<f64>,
): bool {
  return false;
}

export function sweepNoPlane(
  _program: StaticArray<i32>, _ranges: StaticArray<i32>, _tables: StaticArray<f64>, _cell: i32, _values: StaticArray<f64>,
  _totals: StaticArray<f64>,
): i32 {
  return 0;
}
