import scalarUrl from "../../dist/kernels/scalar.wasm?url";
import simdUrl from "../../dist/kernels/simd.wasm?url";
import threadsUrl from "../../dist/kernels/threads.wasm?url";
import type { KernelBuild } from "../engines/engine-table.ts";
import { browserLane } from "./browser-lane.ts";
import { createClient, type ClientOptions, type Platform } from "./create-client.ts";
import { spawnInPage } from "./in-page-lane.ts";
import type { SpawnLane } from "./lane.ts";
import type { SweepWorkerApi } from "./protocol.ts";
import type { SweepClient } from "./sweep-client.ts";

/** More workers than this gain nothing: the memory's bandwidth is the limit. */
const MAX_BROWSER_THREADS = 8;

/**
 * A client over web workers, leaving one of the machine's threads to the page. Where the browser has no workers, or none
 * from another site that this module came from, the sweeps run in the page itself, a tile at a time.
 */
export function createBrowserSweepClient(options: ClientOptions = {}): Promise<SweepClient> {
  return createClient(browserPlatform(), options);
}

export function browserPlatform(): Platform {
  const cores = Math.max(1, navigator.hardwareConcurrency);
  const hasWorkers = typeof Worker !== "undefined" && new URL(import.meta.url).origin === location.origin;
  return {
    compileKernels,
    spawn: hasWorkers ? spawnWorker : spawnInPage,
    availableThreads: hasWorkers ? cores : 1,
    defaultThreads: hasWorkers ? Math.max(1, Math.min(cores - 1, MAX_BROWSER_THREADS)) : 1,
  };
}

const KERNEL_URLS: Readonly<Record<KernelBuild, string>> = { simd: simdUrl, scalar: scalarUrl, threads: threadsUrl };

async function compileKernels(build: KernelBuild): Promise<WebAssembly.Module> {
  if (typeof WebAssembly === "undefined") throw new Error("this browser has no WebAssembly");
  const response = await fetch(KERNEL_URLS[build]);
  if (!response.ok) throw new Error(`the kernels could not be loaded (HTTP ${response.status})`);
  return WebAssembly.compile(await response.arrayBuffer());
}

const spawnWorker: SpawnLane = (parts) => browserLane<SweepWorkerApi>(
  new Worker(new URL("./browser-sweep-worker.ts", import.meta.url), { type: "module", name: "tauscape sweep" }), (api) => api.start(parts),
);
