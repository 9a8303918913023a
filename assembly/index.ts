export { followBox } from "./kernels/scalar/follow-box";
import { walkSurface } from "./kernels/scalar/extract-surface";
import { walkBox } from "./kernels/scalar/sweep-box";
import { fillChunkSimd, reduceChunkSimd } from "./kernels/simd/chunk";
import { countClassesSimd } from "./kernels/simd/count-classes";
import { countFlagsSimd } from "./kernels/simd/count-flags";
import { markPlaneSimd } from "./kernels/simd/mark-plane";
import { sweepPair } from "./kernels/simd/sweep-pair";
import { clearCells, sweepPlane } from "./kernels/simd/sweep-plane";

export { copyBytes, fillBytes } from "./kernels/memory";
export { scratchBytes, useScratch } from "./kernels/simd/scratch";

/** First byte of memory that the host may allocate. */
export function heapBase(): usize {
  return __heap_base;
}

/** `walkBox` with the SIMD kernels. */
export function sweepBox(
  program: StaticArray<i32>, ranges: StaticArray<i32>, tables: StaticArray<f64>, values: StaticArray<f64>,
  singles: StaticArray<f32>, codes: StaticArray<i8>, totals: StaticArray<f64>,
): i32 {
  return walkBox(
    program, ranges, tables, values, singles, codes, totals, fillChunkSimd, countClassesSimd, countFlagsSimd, reduceChunkSimd, sweepPair,
    sweepPlane, clearCells);
}

/** `walkSurface` with the SIMD kernels. */
export function extractSurface(
  shape: StaticArray<i32>, axes: StaticArray<f64>, field: StaticArray<f64>, colour: StaticArray<f64>,
  table: StaticArray<i32>, planes: StaticArray<i32>, caches: StaticArray<i32>, loop: StaticArray<i32>, ends: StaticArray<f64>,
  positions: StaticArray<f32>, normals: StaticArray<f32>, values: StaticArray<f32>, kinds: StaticArray<u8>,
  sheet: StaticArray<i32>, wall: StaticArray<i32>, caps: StaticArray<i32>, level: f64,
): i32 {
  return walkSurface(
    shape, axes, field, colour, table, planes, caches, loop, ends, positions, normals, values, kinds, sheet, wall, caps, level,
    markPlaneSimd);
}
