/**
 * What the kernels of every engine look like to the host. The scalar kernels are written once (assembly/kernels/scalar):
 * compiled by asc they take pointers, run as TypeScript they take typed arrays. A `KernelArray` holds both faces, so the
 * host never asks which engine it drives.
 */
export interface KernelArray<View extends KernelView = KernelView> {
  /** What a kernel takes for this array: a pointer into WASM memory, or the typed array itself. */
  readonly ref: KernelRef;
  readonly length: number;
  /** The array's elements; made late, because growing WASM memory moves every view. */
  view(): View;
}

export type KernelView =
  | Float64Array<ArrayBufferLike> | Float32Array<ArrayBufferLike> | Int32Array<ArrayBufferLike>
  | Int8Array<ArrayBufferLike> | Uint8Array<ArrayBufferLike> | Uint32Array<ArrayBufferLike>;

export type KernelRef = number | KernelView;

/** Element types by the name that AssemblyScript gives them. */
export interface KernelViews {
  f64: Float64Array<ArrayBufferLike>;
  f32: Float32Array<ArrayBufferLike>;
  i32: Int32Array<ArrayBufferLike>;
  u32: Uint32Array<ArrayBufferLike>;
  i8: Int8Array<ArrayBufferLike>;
  u8: Uint8Array<ArrayBufferLike>;
}

/** A kernel by its exported name: arrays by reference, numbers by value. */
export type Kernel = (...args: (KernelRef | number)[]) => number;

/** A running set of kernels and the memory that they see. */
export interface KernelHost {
  /** Whether other threads see the memory too, so that cells can be read where they are. */
  readonly isShared: boolean;
  /** Zeroed array of `length` elements, 16-byte aligned, alive until `release` of a mark taken before it. */
  allocate<Type extends keyof KernelViews>(type: Type, length: number): KernelArray<KernelViews[Type]>;
  /** The same, but of whatever the memory holds: for arrays that are written before they are read. */
  reserve<Type extends keyof KernelViews>(type: Type, length: number): KernelArray<KernelViews[Type]>;
  /** Elements [start, start+length) of an array, as an array of their own over the same memory. */
  part<View extends KernelView>(array: KernelArray<View>, start: number, length: number): KernelArray<View>;
  /** Writes a byte everywhere, and copies all of `source`, which is no longer than `target`: as fast as the machine does it. */
  fill(array: KernelArray<Uint8Array<ArrayBufferLike>>, value: number): void;
  copy(target: KernelArray<Uint8Array<ArrayBufferLike>>, source: KernelArray<Uint8Array<ArrayBufferLike>>): void;
  /** Allocation is a stack: everything allocated since `mark` is given back by `release(mark)`. */
  mark(): number;
  release(mark: number): void;
  /** The kernel exported by assembly/index.ts under this name. */
  kernel(name: KernelName): Kernel;
}

/** Every kernel that the host calls; assembly/index.ts and the JS engine export exactly these. */
export const KERNEL_NAMES = ["sweepBox", "followBox", "extractSurface"] as const;
export type KernelName = (typeof KERNEL_NAMES)[number];
