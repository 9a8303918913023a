import * as Comlink from "comlink";
import { EncodeWorker } from "./encode-worker.ts";

Comlink.expose(new EncodeWorker());
