import type { EngineId } from "../engines/engine.ts";
import type { EngineChoice } from "../engines/engine-errors.ts";
import { keepClient, openClient } from "./clients.ts";

/** How the workers are chosen. */
export interface EngineOptions {
  /** Default: `auto`, the first that works here. */
  readonly engine?: EngineId | "auto";
  /** From 1 to the machine's threads. Default: all of them in Node; in a browser all but one, at most eight. */
  readonly threads?: number;
}

/** Workers that are kept from sweep to sweep: starting them takes longer than a small sweep. They run one sweep at a time, further ones wait. */
export interface SweepWorkers {
  /** The engine of the latest sweep, and why others were passed over. */
  readonly engine: EngineChoice;
  readonly threads: number;
  /** Ends them; a sweep under way rejects. Until then they keep a Node process alive. */
  dispose(): void;
}

/** Where a sweep runs: on workers that were started before, or on its own. */
export interface WhereToRun extends EngineOptions {
  readonly workers?: SweepWorkers;
}

/**
 * Starts workers, for the `workers` option of the other functions. They are threads of Node, or web workers.
 * @throws EngineUnavailableError, ThreadCountError where the options ask for what is not here
 */
export async function startWorkers(options: EngineOptions = {}): Promise<SweepWorkers> {
  const client = await openClient(options);
  return keepClient(client, {
    get engine() { return client.engine; },
    get threads() { return client.threads; },
    dispose: () => client.dispose(),
  });
}
