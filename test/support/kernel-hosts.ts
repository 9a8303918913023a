import { readFileSync } from "node:fs";
import type { KernelBuild } from "../../src/engines/engine-table.ts";
import type { EngineId } from "../../src/engines/engine.ts";
import { createJsHost } from "../../src/engines/js/js-host.ts";
import type { KernelHost } from "../../src/engines/kernel-host.ts";
import { createSharedMemory } from "../../src/engines/wasm/shared-memory.ts";
import { createWasmHost } from "../../src/engines/wasm/wasm-host.ts";

/** `npm run build:kernels` makes them. */
export function compiledKernels(build: KernelBuild): WebAssembly.Module {
  return new WebAssembly.Module(readFileSync(new URL(`../../dist/kernels/${build}.wasm`, import.meta.url)));
}

/** Every set of kernels that the suite runs against. */
export const KERNEL_HOSTS: readonly { readonly id: EngineId; readonly create: () => KernelHost }[] = [
  { id: "wasm-simd", create: () => createWasmHost(compiledKernels("simd")) },
  { id: "wasm-threads", create: () => createWasmHost(compiledKernels("threads"), createSharedMemory()) },
  { id: "wasm-scalar", create: () => createWasmHost(compiledKernels("scalar")) },
  { id: "js", create: createJsHost },
];
