import * as Comlink from "comlink";
import { SweepWorker } from "./sweep-worker.ts";

Comlink.expose(new SweepWorker());
