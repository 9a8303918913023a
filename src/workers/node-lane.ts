import * as Comlink from "comlink";
import nodeEndpoint from "comlink/dist/esm/node-adapter.mjs";
import { Worker } from "node:worker_threads";
import { bornOrLost, WorkerLostError, type Lane } from "./lane.ts";
import { packageFile } from "./package-file.ts";

/**
 * Starts a thread of Node.
 * @param file of the package, bundled for this
 * @param begin what the worker must have done before it counts as started
 */
export async function nodeLane<Api>(file: string, begin: (api: Api) => Promise<unknown> = () => Promise.resolve()): Promise<Lane<Api>> {
  const path = packageFile(file);
  const worker = await bornOrLost(() => new Worker(path));
  const lost = new Promise<never>((_, reject) => {
    worker.once("error", (cause) => reject(new WorkerLostError(cause instanceof Error ? cause.message : String(cause))));
    worker.once("exit", (code) => reject(new WorkerLostError(`exit ${code}`)));
  });
  lost.catch(() => undefined);
  const api = Comlink.wrap(nodeEndpoint(worker)) as Api;
  const terminate = () => void worker.terminate();
  try {
    await Promise.race([begin(api), lost]);
  } catch (cause) {
    terminate();
    throw cause;
  }
  return { api, lost, terminate };
}
