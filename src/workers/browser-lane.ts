import * as Comlink from "comlink";
import { begunLane, WorkerLostError, type Lane } from "./lane.ts";

/** Takes a web worker that has just been made. @param begin what it must have done before it counts as started */
export async function browserLane<Api>(worker: Worker, begin: (api: Api) => Promise<unknown> = () => Promise.resolve()): Promise<Lane<Api>> {
  let lose: (reason: string) => void = () => undefined;
  const lost = new Promise<never>((_, reject) => {
    lose = (reason) => reject(new WorkerLostError(reason));
  });
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    lose(event.message || "it could not be loaded");
  });
  const terminate = () => {
    worker.terminate();
    lose("it was closed");
  };
  return begunLane({ api: Comlink.wrap(worker) as Api, lost, terminate }, begin);
}
