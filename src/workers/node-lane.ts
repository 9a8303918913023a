import * as Comlink from "comlink";
import nodeEndpoint from "comlink/dist/esm/node-adapter.mjs";
import { Worker, type ResourceLimits } from "node:worker_threads";
import { begunLane, bornOrLost, WorkerLostError, type Lane } from "./lane.ts";
import { packageFile } from "./package-file.ts";

export interface NodeLaneOptions<Api> {
  /** What the worker must have done before it counts as started. Default: nothing. */
  readonly begin?: (api: Api) => Promise<unknown>;
  readonly resourceLimits?: ResourceLimits;
}

/** Starts a thread of Node. @param file of the package, bundled for this */
export async function nodeLane<Api>(file: string, { begin = () => Promise.resolve(), resourceLimits = {} }: NodeLaneOptions<Api> = {}): Promise<Lane<Api>> {
  const path = packageFile(file);
  const worker = await bornOrLost(() => new Worker(path, { resourceLimits }));
  const lost = new Promise<never>((_, reject) => {
    worker.once("error", (cause) => reject(new WorkerLostError(cause instanceof Error ? cause.message : String(cause))));
    worker.once("exit", (code) => reject(new WorkerLostError(`exit ${code}`)));
  });
  return begunLane({ api: Comlink.wrap(nodeEndpoint(worker)) as Api, lost, terminate: () => void worker.terminate() }, begin);
}
