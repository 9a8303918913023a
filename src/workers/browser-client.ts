import * as Comlink from "comlink";
import kernelsUrl from "../../dist/kernels/kernels.wasm?url";
import { createClient, type ClientOptions } from "./create-client.ts";
import { WorkerLostError, type SpawnLane } from "./lane.ts";
import type { SweepWorkerApi } from "./protocol.ts";
import type { SweepClient } from "./sweep-client.ts";

/** More workers than this gain nothing: the memory's bandwidth is the limit. */
const MAX_BROWSER_THREADS = 8;

/**
 * A client over web workers, leaving one of the machine's threads to the page. Where the browser has no workers, the sweeps
 * run in the page itself, a tile at a time.
 */
export function createBrowserSweepClient(options: ClientOptions = {}): Promise<SweepClient> {
  const cores = Math.max(1, navigator.hardwareConcurrency);
  const hasWorkers = typeof Worker !== "undefined";
  return createClient({
    compileKernels,
    spawn: hasWorkers ? spawnWorker : spawnInPage,
    availableThreads: hasWorkers ? cores : 1,
    defaultThreads: hasWorkers ? Math.max(1, Math.min(cores - 1, MAX_BROWSER_THREADS)) : 1,
  }, options);
}

async function compileKernels(): Promise<WebAssembly.Module> {
  if (typeof WebAssembly === "undefined") throw new Error("this browser has no WebAssembly");
  const response = await fetch(kernelsUrl);
  if (!response.ok) throw new Error(`the kernels could not be loaded (HTTP ${response.status})`);
  return WebAssembly.compile(await response.arrayBuffer());
}

const spawnWorker: SpawnLane = async (parts) => {
  const worker = new Worker(new URL("./browser-sweep-worker.ts", import.meta.url), { type: "module", name: "tauscape sweep" });
  const lost = new Promise<never>((_, reject) => {
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      reject(new WorkerLostError(event.message || "it could not be loaded"));
    });
  });
  lost.catch(() => undefined);
  const api = Comlink.wrap<SweepWorkerApi>(worker) as unknown as SweepWorkerApi;
  await Promise.race([api.start(parts), lost]);
  return { api, lost, terminate: () => worker.terminate() };
};

const spawnInPage: SpawnLane = async (parts) => {
  const { SweepWorker } = await import("./sweep-worker.ts");
  const api = new SweepWorker();
  await api.start(parts);
  const tile: SweepWorkerApi["tile"] = async (index, recycled) => {
    await new Promise((resume) => setTimeout(resume));
    return api.tile(index, recycled);
  };
  return {
    api: {
      start: (again) => api.start(again), open: (job) => api.open(job), close: () => api.close(), surface: (request) => api.surface(request),
      memory: (work, bytes, repeats) => api.memory(work, bytes, repeats), tile,
    },
    lost: new Promise<never>(() => undefined),
    terminate: () => undefined,
  };
};
