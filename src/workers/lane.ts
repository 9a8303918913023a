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
  override readonly name = "WorkerLostError";
  constructor(reason: string) {
    super(`A worker stopped before its work was done (${reason}). Try again with fewer threads, fields or points.`);
  }
}

/** Makes a worker; one that the system refuses, for want of processes or memory, is one that was lost. */
export async function bornOrLost<Made>(make: () => Made | Promise<Made>): Promise<Made> {
  try {
    return await make();
  } catch (cause) {
    throw cause instanceof WorkerLostError ? cause : new WorkerLostError(cause instanceof Error ? cause.message : String(cause));
  }
}

/** A lane whose worker has begun; one that does not is ended. */
export async function begunLane<Api>(lane: Lane<Api>, begin: (api: Api) => Promise<unknown>): Promise<Lane<Api>> {
  lane.lost.catch(() => undefined);
  try {
    await Promise.race([begin(lane.api), lane.lost]);
    return lane;
  } catch (cause) {
    lane.terminate();
    throw cause;
  }
}

/** Answers of a worker, or its death, whichever comes first. */
export async function orLost<T>({ lost }: Pick<Lane<unknown>, "lost">, answer: Promise<T>): Promise<T> {
  const watch = waitingFor(lost);
  let lose: Reject = () => undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      lose = reject;
      answer.then(resolve, reject);
      watch.add(reject);
    });
  } finally {
    watch.delete(lose);
  }
}

type Reject = (cause: unknown) => void;

/** By the promises that they listen to. */
const watches = new WeakMap<Promise<never>, DeathWatch>();

function waitingFor(lost: Promise<never>): DeathWatch {
  let watch = watches.get(lost);
  if (watch === undefined) watches.set(lost, watch = new DeathWatch(lost));
  return watch;
}

/** Tells of a death. It listens once, for a promise that lives as long as a worker would keep all that ever listened to it, each with its answer (`Promise.race` does). */
class DeathWatch {
  readonly #waiting = new Set<Reject>();
  #death: { readonly cause: unknown } | null = null;

  constructor(lost: Promise<never>) {
    lost.catch((cause: unknown) => {
      this.#death = { cause };
      for (const reject of this.#waiting) reject(cause);
    });
  }

  add(reject: Reject): void {
    if (this.#death === null) this.#waiting.add(reject);
    else reject(this.#death.cause);
  }

  delete(reject: Reject): void {
    this.#waiting.delete(reject);
  }
}
