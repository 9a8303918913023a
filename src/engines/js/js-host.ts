import "assemblyscript/std/portable/index.js";
import { countClasses, countFlags, fillChunk, reduceChunk } from "../../../assembly/kernels/scalar/chunk.ts";
import { extractSurface } from "../../../assembly/kernels/scalar/extract-surface.ts";
import { walkBox } from "../../../assembly/kernels/scalar/sweep-box.ts";
import type { Kernel, KernelArray, KernelHost, KernelName, KernelView, KernelViews } from "../kernel-host.ts";

type Walk = typeof walkBox extends (...args: [...infer Arrays, infer _F, infer _C, infer _S, infer _R, infer _P]) => number
  ? (...args: Arrays) => number : never;

/** Sweeping growth and its slope in one pass is the SIMD kernels' own; here each field is swept by itself. */
const sweepNoPair = () => false;

const sweepBox: Walk = (...arrays) => walkBox(...arrays, fillChunk, countClasses, countFlags, reduceChunk, sweepNoPair);

/** The scalar kernels, run as TypeScript: they take typed arrays where the compiled ones take pointers. */
const KERNELS = { sweepBox, extractSurface } as unknown as Record<KernelName, Kernel>;

const VIEWS = {
  f64: Float64Array, f32: Float32Array, i32: Int32Array, u32: Uint32Array, i8: Int8Array, u8: Uint8Array,
} as const;

/** A `KernelHost` without WASM: the garbage collector takes back what `release` gives up. */
export function createJsHost(): KernelHost {
  return {
    allocate<Type extends keyof KernelViews>(type: Type, length: number): KernelArray<KernelViews[Type]> {
      const array = new VIEWS[type](length) as KernelViews[Type];
      return { ref: array, length, view: () => array };
    },
    part<View extends KernelView>(array: KernelArray<View>, start: number, length: number): KernelArray<View> {
      const view = array.view().subarray(start, start + length) as View;
      return { ref: view, length, view: () => view };
    },
    mark: () => 0,
    release: () => undefined,
    kernel: (name) => KERNELS[name],
  };
}
