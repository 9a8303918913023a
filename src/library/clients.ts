import { ENGINE_IDS } from "../engines/engine.ts";
import type { SweepClient, SweepOptions as ClientSweepOptions } from "../workers/sweep-client.ts";
import { checkChoice } from "./option-names.ts";
import type { EngineOptions, SweepOptions, SweepWorkers, WhereToRun } from "./options.ts";

/** The clients behind the workers that were handed out. */
const clients = new WeakMap<SweepWorkers, SweepClient>();

export function keepClient(client: SweepClient, workers: SweepWorkers): SweepWorkers {
  clients.set(workers, client);
  return workers;
}

/**
 * Built once for Node and once for browsers; each keeps its own branch.
 * @throws RangeError for an engine that there is not
 */
export async function openClient(options: EngineOptions): Promise<SweepClient> {
  checkChoice("engine", options.engine, ["auto", ...ENGINE_IDS]);
  if (import.meta.env.SSR) return (await import("../workers/node-client.ts")).createNodeSweepClient(options);
  return (await import("../workers/browser-client.ts")).createBrowserSweepClient(options);
}

/** Does work with the given workers, or with some that end with it. */
export async function withClient<Result>({ workers, engine, threads }: WhereToRun, work: (client: SweepClient) => Promise<Result>): Promise<Result> {
  if (workers !== undefined) {
    const client = clients.get(workers);
    if (client === undefined) throw new TypeError("`workers` takes what startWorkers gave.");
    return work(client);
  }
  const client = await openClient({ ...(engine === undefined ? {} : { engine }), ...(threads === undefined ? {} : { threads }) });
  try {
    return await work(client);
  } finally {
    client.dispose();
  }
}

/** Options that the client takes as they are. */
export function passedOn({ onProgress, range, checksum = false, signal }: SweepOptions): Pick<ClientSweepOptions, "onProgress" | "range" | "checksum" | "signal"> {
  return {
    checksum, ...(onProgress === undefined ? {} : { onProgress }), ...(range === undefined ? {} : { range }), ...(signal === undefined ? {} : { signal }),
  };
}
