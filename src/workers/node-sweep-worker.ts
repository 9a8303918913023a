import * as Comlink from "comlink";
import nodeEndpoint from "comlink/dist/esm/node-adapter.mjs";
import { parentPort } from "node:worker_threads";
import { SweepWorker } from "./sweep-worker.ts";

if (parentPort === null) throw new Error("This file runs in a worker thread.");
Comlink.expose(new SweepWorker(), nodeEndpoint(parentPort));
