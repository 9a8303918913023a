import * as Comlink from "comlink";
import nodeEndpoint from "comlink/dist/esm/node-adapter.mjs";
import { parentPort } from "node:worker_threads";
import { EncodeWorker } from "./encode-worker.ts";

if (parentPort === null) throw new Error("This file runs in a worker thread.");
Comlink.expose(new EncodeWorker(), nodeEndpoint(parentPort));
