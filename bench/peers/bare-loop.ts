/** What the kernels do in threads of their own without a pool: the measure for what the pool costs, and for what two threads can gain here. */
import { Worker } from "node:worker_threads";
import type { SweepSpec } from "../../src/sweep/spec.ts";

/** Places in the memory that the threads share: the run that is on, its threads, whether cells are written, the next tile, threads done and ready. */
export const AT_RUN = 0;
export const AT_THREADS = 1;
export const AT_KEEP = 2;
export const AT_TILE = 3;
export const AT_DONE = 4;
export const AT_READY = 5;
const LENGTH = 6;

export interface BareThread {
  readonly spec: SweepSpec;
  readonly thread: number;
  readonly control: SharedArrayBuffer;
}

export interface BareLoop {
  /** Sweeps all tiles once by so many threads; `keep` writes every cell, block over block. Returns seconds. */
  run(threads: number, keep: boolean): { seconds: number };
  dispose(): Promise<void>;
}

export function openBareLoop(spec: SweepSpec, maxThreads: number): BareLoop {
  const control = new SharedArrayBuffer(LENGTH * Int32Array.BYTES_PER_ELEMENT);
  const state = new Int32Array(control);
  const workers = Array.from({ length: maxThreads }, (_, thread) =>
    new Worker(new URL("bare-worker.js", import.meta.url), { workerData: { spec, thread, control } satisfies BareThread }));
  waitFor(state, AT_READY, maxThreads);
  return {
    run(threads, keep) {
      Atomics.store(state, AT_THREADS, threads);
      Atomics.store(state, AT_KEEP, keep ? 1 : 0);
      Atomics.store(state, AT_TILE, 0);
      Atomics.store(state, AT_DONE, 0);
      const started = performance.now();
      Atomics.add(state, AT_RUN, 1);
      Atomics.notify(state, AT_RUN);
      waitFor(state, AT_DONE, threads);
      return { seconds: (performance.now() - started) / 1000 };
    },
    async dispose() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function waitFor(state: Int32Array, at: number, count: number): void {
  for (let found = Atomics.load(state, at); found < count; found = Atomics.load(state, at)) Atomics.wait(state, at, found);
}
