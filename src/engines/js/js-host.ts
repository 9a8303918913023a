import "assemblyscript/std/portable/index.js";
import { extractSurfaceScalar } from "../../../assembly/kernels/scalar/extract-surface.ts";
import { followBox } from "../../../assembly/kernels/scalar/follow-box.ts";
import { sweepBoxScalar } from "../../../assembly/kernels/scalar/sweep-box-scalar.ts";
import type { Kernel, KernelArray, KernelHost, KernelName, KernelView, KernelViews } from "../kernel-host.ts";

/** The scalar kernels, run as TypeScript: they take typed arrays where the compiled ones take pointers. */
const KERNELS = { sweepBox: sweepBoxScalar, followBox, extractSurface: extractSurfaceScalar } as unknown as Record<KernelName, Kernel>;

const VIEWS = {
  f64: Float64Array, f32: Float32Array, i32: Int32Array, u32: Uint32Array, i8: Int8Array, u8: Uint8Array,
} as const;

/** A `KernelHost` without WASM: the garbage collector takes back what `release` gives up. */
export function createJsHost(): KernelHost {
  const allocate = <Type extends keyof KernelViews>(type: Type, length: number): KernelArray<KernelViews[Type]> => {
    const array = new VIEWS[type](length) as KernelViews[Type];
    return { ref: array, length, view: () => array };
  };
  return {
    isShared: false,
    allocate,
    reserve: allocate,
    part<View extends KernelView>(array: KernelArray<View>, start: number, length: number): KernelArray<View> {
      const view = array.view().subarray(start, start + length) as View;
      return { ref: view, length, view: () => view };
    },
    fill: (array, value) => void array.view().fill(value),
    copy: (target, source) => target.view().set(source.view()),
    mark: () => 0,
    release: () => undefined,
    kernel: (name) => KERNELS[name],
  };
}
