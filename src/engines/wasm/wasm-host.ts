import type { Kernel, KernelArray, KernelHost, KernelName, KernelView, KernelViews } from "../kernel-host.ts";

const PAGE_BYTES = 65536;
const ALIGNMENT = 16;

const VIEWS = {
  f64: Float64Array, f32: Float32Array, i32: Int32Array, u32: Uint32Array, i8: Int8Array, u8: Uint8Array,
} as const;

/** The kernels' memory could not grow: the sweep needs more than this machine, or this browser, gives. */
export class KernelMemoryError extends Error {
  readonly kind = "kernel-memory";
  constructor(readonly bytes: number, options: ErrorOptions) {
    super(`The sweep needs ${Math.ceil(bytes / 2 ** 20)} MiB of kernel memory, which was refused. Use fewer fields or fewer points.`, options);
  }
}

/** A `KernelHost` over WASM memory of its own; throws a `LinkError` where the module is not ours. */
export function createWasmHost(module: WebAssembly.Module): KernelHost {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const kernel = (name: string): Kernel => {
    const found = exports[name];
    if (typeof found !== "function") throw new TypeError(`The kernel module has no export "${name}": build it again.`);
    return found as Kernel;
  };
  let top = align(kernel("heapBase")());

  function reserve(bytes: number): number {
    const ptr = top;
    top = align(ptr + bytes);
    const missing = top - memory.buffer.byteLength;
    if (missing > 0) {
      try {
        memory.grow(Math.ceil(missing / PAGE_BYTES));
      } catch (cause) {
        top = ptr;
        throw new KernelMemoryError(bytes, { cause });
      }
    }
    return ptr;
  }

  kernel("useScratch")(reserve(kernel("scratchBytes")()));

  return {
    allocate<Type extends keyof KernelViews>(type: Type, length: number): KernelArray<KernelViews[Type]> {
      const View = VIEWS[type];
      const ptr = reserve(length * View.BYTES_PER_ELEMENT);
      const view = () => new View(memory.buffer, ptr, length) as KernelViews[Type];
      view().fill(0);
      return { ref: ptr, length, view };
    },
    part<View extends KernelView>(array: KernelArray<View>, start: number, length: number): KernelArray<View> {
      const size = array.view().BYTES_PER_ELEMENT;
      return { ref: Number(array.ref) + start * size, length, view: () => array.view().subarray(start, start + length) as View };
    },
    mark: () => top,
    release(mark) {
      top = mark;
    },
    kernel: (name: KernelName) => kernel(name),
  };
}

function align(ptr: number): number {
  return Math.ceil(ptr / ALIGNMENT) * ALIGNMENT;
}
