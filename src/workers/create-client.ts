import type { EngineId } from "../engines/engine.ts";
import type { KernelBuild } from "../engines/engine-table.ts";
import { EngineClient } from "./engine-client.ts";
import type { SpawnLane } from "./lane.ts";
import type { SweepClient } from "./sweep-client.ts";
import { ThreadCountError } from "./thread-count-error.ts";

export interface ClientOptions {
  /** Default: `auto`, the first engine that works here. */
  readonly engine?: EngineId | "auto";
  /** From 1 to the machine's threads. Default: what suits the platform. */
  readonly threads?: number;
  /** Whether another engine ends what this one gives up, its memory refused or its GPU lost. Default: true. */
  readonly fallback?: boolean;
}

/** What a platform (browser, Node) brings to a client. */
export interface Platform {
  readonly compileKernels: (build: KernelBuild) => Promise<WebAssembly.Module>;
  readonly spawn: SpawnLane;
  readonly availableThreads: number;
  readonly defaultThreads: number;
}

/**
 * Selects the engine and starts its workers. Rejects with an `EngineUnavailableError` or a `ThreadCountError` where the options
 * ask for what is not here.
 */
export async function createClient(platform: Platform, options: ClientOptions = {}): Promise<SweepClient> {
  const { compileKernels, spawn, availableThreads, defaultThreads } = platform;
  const { engine = "auto", threads = defaultThreads, fallback = true } = options;
  if (!Number.isInteger(threads) || threads < 1 || threads > availableThreads) throw new ThreadCountError(threads, availableThreads);
  return EngineClient.open({ compileKernels, spawn, threads, fallback }, engine);
}
