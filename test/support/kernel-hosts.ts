import { readFileSync } from "node:fs";
import { createJsHost } from "../../src/engines/js/js-host.ts";
import type { KernelHost } from "../../src/engines/kernel-host.ts";
import { createWasmHost } from "../../src/engines/wasm/wasm-host.ts";

const kernels = new WebAssembly.Module(readFileSync(new URL("../../dist/kernels/kernels.wasm", import.meta.url)));

/** Every set of kernels that the suite runs against; `npm run build:kernels` makes the compiled one. */
export const KERNEL_HOSTS: readonly { readonly id: string; readonly create: () => KernelHost }[] = [
  { id: "wasm-simd", create: () => createWasmHost(kernels) },
  { id: "js", create: createJsHost },
];
