import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { createClient, type ClientOptions, type Platform } from "./create-client.ts";
import type { SpawnLane } from "./lane.ts";
import { nodeLane } from "./node-lane.ts";
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

const spawn: SpawnLane = (parts) => nodeLane<SweepWorkerApi>("dist/cli/sweep-worker.js", { begin: (api) => api.start(parts) });
