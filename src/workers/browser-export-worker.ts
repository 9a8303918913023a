import * as Comlink from "comlink";
import { version } from "../../package.json";
import { OPFS_FILES } from "../results/browser/opfs-files.ts";
import type { Machine } from "../results/records.ts";
import { createBrowserEncoders } from "./browser-encoders.ts";
import { ExportWorker } from "./export-worker.ts";

/** What a browser tells of its machine. */
function describeMachine(): Machine {
  const { hardwareConcurrency, userAgent } = navigator;
  return { platform: "browser", architecture: "", processor: "", threads: hardwareConcurrency, memoryBytes: 0, runtime: userAgent };
}

const host = { files: OPFS_FILES, version, now: () => new Date(), machine: describeMachine };
Comlink.expose(new ExportWorker(host, createBrowserEncoders(), crypto.randomUUID()));
