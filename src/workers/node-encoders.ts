import { availableParallelism } from "node:os";
import type { EncodeWorkerApi } from "./encode-protocol.ts";
import { EncoderPool } from "./encoder-pool.ts";
import { nodeLane } from "./node-lane.ts";

/** Megabytes for what is thrown away at once, as texts are: more make each worker larger and none quicker. */
const YOUNG_MEGABYTES = 4;

/** Encoders in Node's worker threads, as many as the machine has unless told otherwise. Call `dispose` when done. */
export function createNodeEncoders(threads: number = availableParallelism()): EncoderPool {
  return new EncoderPool(() => nodeLane<EncodeWorkerApi>("dist/cli/encode-worker.js", { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES } }), threads);
}
