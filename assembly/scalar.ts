export { copyBytes, fillBytes } from "./kernels/memory";
export { extractSurfaceScalar as extractSurface } from "./kernels/scalar/extract-surface";
export { followBox } from "./kernels/scalar/follow-box";
export { sweepBoxScalar as sweepBox } from "./kernels/scalar/sweep-box-scalar";

/** First byte of memory that the host may allocate. */
export function heapBase(): usize {
  return __heap_base;
}

/** The scalar kernels need no memory for themselves. */
export function scratchBytes(): usize {
  return 0;
}

export function useScratch(_ptr: usize): void {}
