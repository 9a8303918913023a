import { ENCODE_HERE } from "../exporters/blocks/encode-here.ts";
import type { EncoderWorkers } from "../exporters/blocks/encoders.ts";
import { browserLane } from "./browser-lane.ts";
import type { EncodeWorkerApi } from "./encode-protocol.ts";
import { EncoderPool } from "./encoder-pool.ts";

/** Encoders in web workers, one of the machine's threads left to whoever writes; may be made by a worker. Where there are no workers, whoever writes encodes. */
export function createBrowserEncoders(threads: number = Math.max(1, navigator.hardwareConcurrency - 1)): EncoderWorkers {
  const hasWorkers = typeof Worker !== "undefined" && new URL(import.meta.url).origin === location.origin;
  if (!hasWorkers) return { ...ENCODE_HERE, dispose: () => undefined };
  return new EncoderPool(() => browserLane<EncodeWorkerApi>(
    new Worker(new URL("./browser-encode-worker.ts", import.meta.url), { type: "module", name: "tauscape encode" }),
  ), threads);
}
