/** Bytes of a page of WASM memory. */
export const PAGE_BYTES = 65536;

/** Pages that belong to the kernels' own static data; every instance writes the same there. */
const STATIC_PAGES = 1;
/** As in asconfig.json: 4 GiB, of which only what is used is ever taken. */
const MAXIMUM_PAGES = 65536;

/** One memory for the kernels of several workers. Plain data: it can be posted to a worker. */
export interface SharedMemory {
  readonly memory: WebAssembly.Memory;
  /** One Int32: pages that are taken. Workers take theirs by adding to it. */
  readonly taken: SharedArrayBuffer;
}

/** Throws in words where memory cannot be shared here. */
export function createSharedMemory(): SharedMemory {
  const isIsolated = (globalThis as { readonly crossOriginIsolated?: boolean }).crossOriginIsolated ?? true;
  if (typeof SharedArrayBuffer === "undefined" || !isIsolated) {
    throw new Error("workers cannot share memory here: the page is not cross-origin isolated");
  }
  const taken = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  new Int32Array(taken)[0] = STATIC_PAGES;
  return { memory: new WebAssembly.Memory({ initial: STATIC_PAGES, maximum: MAXIMUM_PAGES, shared: true }), taken };
}

/** Takes pages that no other worker has, and returns the first byte; throws a `RangeError` where memory cannot grow. */
export function takePages({ memory, taken }: SharedMemory, pages: number): number {
  const counter = new Int32Array(taken);
  const first = Atomics.add(counter, 0, pages);
  const missing = first + pages - memory.buffer.byteLength / PAGE_BYTES;
  try {
    if (missing > 0) memory.grow(missing);
  } catch (cause) {
    Atomics.sub(counter, 0, pages);
    throw cause;
  }
  return first * PAGE_BYTES;
}
