import type { EngineId } from "../engines/engine.ts";
import { selectEngine } from "../engines/select-engine.ts";
import { PoolClient } from "./pool-client.ts";
import type { SpawnLane, WorkerLane } from "./lane.ts";
import type { SweepClient } from "./sweep-client.ts";

/** Threads outside this range were asked for. */
export class ThreadCountError extends Error {
  readonly kind = "thread-count";
  constructor(readonly requested: number, readonly available: number) {
    super(`Found ${requested} threads; allowed: a whole number from 1 to ${available}, the threads of this machine.`);
  }
}

export interface ClientOptions {
  /** Default: `auto`, the first engine that works here. */
  readonly engine?: EngineId | "auto";
  /** From 1 to the machine's threads. Default: what suits the platform. */
  readonly threads?: number;
}

/** What a platform (browser, Node) brings to a client. */
export interface Platform {
  readonly compileKernels: () => Promise<WebAssembly.Module>;
  readonly spawn: SpawnLane;
  readonly availableThreads: number;
  readonly defaultThreads: number;
}

/**
 * Selects the engine and starts the pool. Rejects with an `EngineUnavailableError` or a `ThreadCountError` where the options
 * ask for what is not here.
 */
export async function createClient(platform: Platform, options: ClientOptions = {}): Promise<SweepClient> {
  const threads = options.threads ?? platform.defaultThreads;
  if (!Number.isInteger(threads) || threads < 1 || threads > platform.availableThreads) {
    throw new ThreadCountError(threads, platform.availableThreads);
  }
  const { choice, parts } = await selectEngine(options.engine ?? "auto", platform.compileKernels);
  const started = await Promise.allSettled(Array.from({ length: threads }, () => platform.spawn(parts)));
  const lanes = started.flatMap((lane): WorkerLane[] => (lane.status === "fulfilled" ? [lane.value] : []));
  const failure = started.find((lane) => lane.status === "rejected");
  if (failure !== undefined) {
    for (const lane of lanes) lane.terminate();
    throw failure.reason;
  }
  return new PoolClient(choice, lanes);
}
