export { extractSurface } from "./kernels/scalar/extract-surface";
export { followBox } from "./kernels/scalar/follow-box";
import { walkBox } from "./kernels/scalar/sweep-box";
import { fillChunkSimd, reduceChunkSimd } from "./kernels/simd/chunk";
import { countClassesSimd } from "./kernels/simd/count-classes";
import { countFlagsSimd } from "./kernels/simd/count-flags";
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
