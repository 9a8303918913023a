import type { Kernel, KernelArray, KernelHost, KernelName, KernelView, KernelViews } from "../kernel-host.ts";
import { createOwnArena, createSharedArena } from "./arena.ts";
import { PAGE_BYTES, type SharedMemory } from "./shared-memory.ts";

const VIEWS = {
  f64: Float64Array, f32: Float32Array, i32: Int32Array, u32: Uint32Array, i8: Int8Array, u8: Uint8Array,
} as const;

/**
 * A `KernelHost` over WASM memory: its own, or its part of one that is shared. Throws a `LinkError` where the module is not
 * ours, and a `KernelMemoryError` where there is no memory.
 */
export function createWasmHost(module: WebAssembly.Module, shared: SharedMemory | null = null): KernelHost {
  const memory = shared?.memory ?? new WebAssembly.Memory({ initial: 1 });
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const kernel = (name: string): Kernel => {
    const found = exports[name];
    if (typeof found !== "function") throw new TypeError(`The kernel module has no export "${name}": build it again.`);
    return found as Kernel;
  };
  const base = kernel("heapBase")();
  if (base > PAGE_BYTES) throw new RangeError(`The kernels' static data ends at byte ${base}, beyond its page.`);
  const arena = shared === null ? createOwnArena(memory, base) : createSharedArena(shared);
  const fillBytes = kernel("fillBytes");
  const copyBytes = kernel("copyBytes");
  kernel("useScratch")(arena.reserve(kernel("scratchBytes")()));

  const reserve = <Type extends keyof KernelViews>(type: Type, length: number) => {
    const View = VIEWS[type];
    const ptr = arena.reserve(length * View.BYTES_PER_ELEMENT);
    return { ref: ptr, length, view: () => new View(memory.buffer, ptr, length) as KernelViews[Type] };
  };

  return {
    isShared: shared !== null,
    allocate(type, length) {
      const array = reserve(type, length);
      fillBytes(array.ref, 0, length * VIEWS[type].BYTES_PER_ELEMENT);
      return array;
    },
    reserve,
    part<View extends KernelView>(array: KernelArray<View>, start: number, length: number): KernelArray<View> {
      const size = array.view().BYTES_PER_ELEMENT;
      return { ref: Number(array.ref) + start * size, length, view: () => array.view().subarray(start, start + length) as View };
    },
    fill: (array, value) => void fillBytes(array.ref, value, array.length),
    copy: (target, source) => void copyBytes(target.ref, source.ref, source.length),
    mark: () => arena.mark(),
    release: (mark) => arena.release(mark),
    kernel: (name: KernelName) => kernel(name),
  };
}
