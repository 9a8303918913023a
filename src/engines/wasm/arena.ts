import { PAGE_BYTES, takePages, type SharedMemory } from "./shared-memory.ts";

const ALIGNMENT = 16;
/** Shared memory is taken in pieces of at least 1 MiB. */
const SEGMENT_PAGES = 16;

/** The kernels' memory could not grow: the sweep needs more than this machine, or this browser, gives. */
export class KernelMemoryError extends Error {
  readonly kind = "kernel-memory";
  override readonly name = "KernelMemoryError";
  constructor(readonly bytes: number, options: ErrorOptions) {
    super(`The sweep needs ${Math.ceil(bytes / 2 ** 20)} MiB of kernel memory, which was refused. Use fewer fields or fewer points.`, options);
  }
}

/** A stack of memory: what was reserved since `mark` is given back by `release(mark)`. Pointers are 16-byte aligned. */
export interface Arena {
  /** Throws a `KernelMemoryError` where memory cannot grow. */
  reserve(bytes: number): number;
  mark(): number;
  release(mark: number): void;
}

/** A memory of one's own, from `base` on: one piece that grows. */
export function createOwnArena(memory: WebAssembly.Memory, base: number): Arena {
  let top = align(base);
  return {
    reserve(bytes) {
      const end = align(top + bytes);
      const missing = end - memory.buffer.byteLength;
      if (missing > 0) growing(bytes, () => memory.grow(Math.ceil(missing / PAGE_BYTES)));
      const ptr = top;
      top = end;
      return ptr;
    },
    mark: () => top,
    release(mark) {
      top = mark;
    },
  };
}

/**
 * A part of a shared memory: segments, taken one after the other as they are needed, and kept. A mark is a place in the
 * segments as if they stood end to end.
 */
export function createSharedArena(shared: SharedMemory): Arena {
  const segments: { readonly ptr: number; readonly from: number; readonly to: number }[] = [];
  let top = 0;
  return {
    reserve(bytes) {
      const needed = align(bytes);
      let segment = segments.find(({ from, to }) => Math.max(from, top) + needed <= to);
      if (segment === undefined) {
        const pages = Math.max(SEGMENT_PAGES, Math.ceil(needed / PAGE_BYTES));
        const from = segments.at(-1)?.to ?? 0;
        segment = { ptr: growing(bytes, () => takePages(shared, pages)), from, to: from + pages * PAGE_BYTES };
        segments.push(segment);
      }
      const place = Math.max(segment.from, top);
      top = place + needed;
      return segment.ptr + place - segment.from;
    },
    mark: () => top,
    release(mark) {
      top = mark;
    },
  };
}

function growing(bytes: number, grow: () => number): number {
  try {
    return grow();
  } catch (cause) {
    throw new KernelMemoryError(bytes, { cause });
  }
}

function align(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
}
