import * as Comlink from "comlink";
import nodeEndpoint from "comlink/dist/esm/node-adapter.mjs";
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { createClient, type ClientOptions, type Platform } from "./create-client.ts";
import { WorkerLostError, type SpawnLane } from "./lane.ts";
import { packageFile } from "./package-file.ts";
import type { SweepWorkerApi } from "./protocol.ts";
import type { SweepClient } from "./sweep-client.ts";

/** A client over Node's worker threads, one for each of the machine's unless told otherwise. Call `dispose` when done. */
export function createNodeSweepClient(options: ClientOptions = {}): Promise<SweepClient> {
  return createClient(nodePlatform(), options);
}

export function nodePlatform(): Platform {
  return {
    compileKernels: async (build) => WebAssembly.compile(await readFile(packageFile(`dist/kernels/${build}.wasm`))),
    spawn,
    availableThreads: availableParallelism(),
    defaultThreads: availableParallelism(),
  };
}

const spawn: SpawnLane = async (parts) => {
  const worker = new Worker(packageFile("dist/cli/sweep-worker.js"));
  const lost = new Promise<never>((_, reject) => {
    worker.once("error", (cause) => reject(new WorkerLostError(cause instanceof Error ? cause.message : String(cause))));
    worker.once("exit", (code) => reject(new WorkerLostError(`exit ${code}`)));
  });
  lost.catch(() => undefined);
  const api = Comlink.wrap<SweepWorkerApi>(nodeEndpoint(worker)) as unknown as SweepWorkerApi;
  const terminate = () => void worker.terminate();
  try {
    await Promise.race([api.start(parts), lost]);
  } catch (cause) {
    terminate();
    throw cause;
  }
  return { api, lost, terminate };
};
