declare module "comlink/dist/esm/node-adapter.mjs" {
  import type { Endpoint } from "comlink";
  import type { MessagePort, Worker } from "node:worker_threads";
  /** Lets Comlink talk over one of Node's ports. */
  export default function nodeEndpoint(port: MessagePort | Worker): Endpoint;
}
