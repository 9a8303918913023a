import * as Comlink from "comlink";
import type { ComputedTile } from "../sweep/tile.ts";
import type { ExportWorkerApi } from "./export-protocol.ts";
import { orLost, WorkerLostError } from "./lane.ts";

/** Starts the worker that writes exports; one serves the whole page. A worker that dies rejects what was asked of it with a `WorkerLostError`; the next call starts another. */
export function createExportClient(): ExportWorkerApi {
  let lane: ExportLane | null = null;
  const call = <Result>(work: (api: ExportWorkerApi) => Promise<Result>): Promise<Result> => {
    const current = lane ??= startLane(() => { if (lane === current) lane = null; });
    return orLost(current, work(current.api));
  };
  return {
    write: (order, feed, onNote) => call((api) => api.write(order, Comlink.proxy(feed), Comlink.proxy(onNote))),
    rehearse: (order, feed) => call((api) => api.rehearse(order, Comlink.proxy(feed))),
    tile: (tile, facts) => call((api) => api.tile(Comlink.transfer(tile, ownBuffers(tile)), facts)),
    stop: () => call((api) => api.stop()),
    list: () => call((api) => api.list()),
    remove: (folder) => call((api) => api.remove(folder)),
    verify: (folder, file, onProgress) => call((api) => api.verify(folder, file, Comlink.proxy(onProgress))),
    measure: (format, spec, file, sample) => call((api) => api.measure(format, spec, file, sample)),
  };
}

interface ExportLane {
  readonly api: ExportWorkerApi;
  readonly lost: Promise<never>;
}

function startLane(onLost: () => void): ExportLane {
  const worker = new Worker(new URL("./browser-export-worker.ts", import.meta.url), { type: "module", name: "tauscape export" });
  const lost = new Promise<never>((_, reject) => {
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      worker.terminate();
      onLost();
      reject(new WorkerLostError(event.message || "it could not be loaded"));
    });
  });
  lost.catch(() => undefined);
  return { api: Comlink.wrap<ExportWorkerApi>(worker), lost };
}

/** Memory that is shared goes as it is; what is not is handed over, and the pool makes another. */
function ownBuffers({ fields }: ComputedTile): ArrayBuffer[] {
  return [...new Set(Object.values(fields).map(({ buffer }) => buffer).filter((buffer) => buffer instanceof ArrayBuffer))];
}
