import { nextTask } from "../sweep/next-task.ts";
import type { SpawnLane } from "./lane.ts";
import type { SweepWorkerApi } from "./protocol.ts";

/** A worker's work in the page itself, for want of workers: the page gets its turn before each order. */
export const spawnInPage: SpawnLane = async (parts) => {
  const { SweepWorker } = await import("./sweep-worker.ts");
  const api = new SweepWorker();
  await api.start(parts);
  const sweep: SweepWorkerApi["sweep"] = async (order) => {
    await nextTask();
    return api.sweep(order);
  };
  return {
    api: {
      start: (again) => api.start(again), close: () => api.close(), surface: (request) => api.surface(request),
      memory: (work, bytes, repeats) => api.memory(work, bytes, repeats), sweep,
    },
    lost: new Promise<never>(() => undefined),
    terminate: () => undefined,
  };
};
