import type { BilingualText } from "../model/index.ts";
import type { Precision } from "../sweep/spec.ts";
import type { EngineId } from "./engine.ts";
import { createSharedMemory, type SharedMemory } from "./wasm/shared-memory.ts";
import { findAdapter } from "./webgpu/webgpu-adapter.ts";

/** The targets of asconfig.json. */
export type KernelBuild = "simd" | "scalar" | "threads";

/** What an engine brings to its workers. Plain data: it is posted to them. */
export interface EngineParts {
  readonly id: EngineId;
  /** The compiled kernels; null where they are TypeScript. */
  readonly module: WebAssembly.Module | null;
  /** Where the kernels' memory is shared. */
  readonly shared: SharedMemory | null;
  /** Whether the sweep's cells come from a GPU, and whether one that is emulated in software will do. */
  readonly gpu: { readonly allowSoftware: boolean } | null;
}

/** What an engine needs to find out whether it works here. */
export interface EngineSurroundings {
  /** Rejects with the reason where the kernels cannot be loaded or compiled. */
  readonly compileKernels: (build: KernelBuild) => Promise<WebAssembly.Module>;
  /** Whether the engine was asked for by its name. */
  readonly isRequested: boolean;
}

export interface EngineEntry {
  readonly id: EngineId;
  readonly label: BilingualText;
  /** Precisions that its cells can have. */
  readonly precisions: readonly Precision[];
  /** Whether it runs in as many workers as there are threads, or in one. */
  readonly isParallel: boolean;
  /** Makes it ready; rejects with the reason where it does not work here. */
  readonly prepare: (surroundings: EngineSurroundings) => Promise<Omit<EngineParts, "id">>;
}

const BOTH: readonly Precision[] = ["f64", "f32"];
const ON_PROCESSOR = { shared: null, gpu: null } as const;

/** The engines, in the order in which `auto` tries them. */
export const ENGINES: readonly EngineEntry[] = [
  {
    id: "wasm-threads",
    label: { en: "WebAssembly, shared memory", zh: "WebAssembly（共享内存）" },
    precisions: BOTH,
    isParallel: true,
    prepare: async ({ compileKernels }) => {
      const shared = createSharedMemory();
      return { module: await compileKernels("threads"), shared, gpu: null };
    },
  },
  {
    id: "wasm-simd",
    label: { en: "WebAssembly with SIMD", zh: "WebAssembly（SIMD）" },
    precisions: BOTH,
    isParallel: true,
    prepare: async ({ compileKernels }) => ({ ...ON_PROCESSOR, module: await compileKernels("simd") }),
  },
  {
    id: "wasm-scalar",
    label: { en: "WebAssembly, scalar", zh: "WebAssembly（标量）" },
    precisions: BOTH,
    isParallel: true,
    prepare: async ({ compileKernels }) => ({ ...ON_PROCESSOR, module: await compileKernels("scalar") }),
  },
  {
    id: "webgpu",
    label: { en: "WebGPU, float32", zh: "WebGPU（float32）" },
    precisions: ["f32"],
    isParallel: false,
    prepare: async ({ compileKernels, isRequested }) => {
      await findAdapter(isRequested);
      const module = await compileKernels("simd").catch(() => compileKernels("scalar")).catch(() => null);
      return { module, shared: null, gpu: { allowSoftware: isRequested } };
    },
  },
  {
    id: "js",
    label: { en: "JavaScript", zh: "JavaScript" },
    precisions: BOTH,
    isParallel: true,
    prepare: () => Promise.resolve({ ...ON_PROCESSOR, module: null }),
  },
];
