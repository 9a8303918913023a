import type { EngineParts } from "../engines/engine-table.ts";
import type { SweepWorkerApi } from "./protocol.ts";

/** A worker and its life, seen from the client. */
export interface Lane<Api> {
  readonly api: Api;
  /** Rejects with a `WorkerLostError` when the worker dies or is ended; never resolves. */
  readonly lost: Promise<never>;
  terminate(): void;
}

/** A worker that sweeps. */
export type WorkerLane = Lane<SweepWorkerApi>;

/** Starts a worker with its kernels loaded. */
export type SpawnLane = (parts: EngineParts) => Promise<WorkerLane>;

/** A worker ended before its work was done: out of memory, or stopped from outside. */
export class WorkerLostError extends Error {
  readonly kind = "worker-lost";
  constructor(reason: string) {
    super(`A worker stopped before its work was done (${reason}). Try again with fewer threads, fields or points.`);
  }
}

/** Answers of a worker, or its death, whichever comes first. */
export function orLost<T>(lane: Pick<Lane<unknown>, "lost">, answer: Promise<T>): Promise<T> {
  return Promise.race([answer, lane.lost]);
}
