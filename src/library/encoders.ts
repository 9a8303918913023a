import type { EncoderWorkers } from "../exporters/blocks/encoders.ts";
import { quote } from "../sweep/problems.ts";
import type { WhereToRun } from "./options.ts";

/**
 * Workers that make the text and the compressed bytes of CSV and Parquet, for `load` of an exporter: the bytes are the same as without. They are started when
 * they are first needed.
 * @param threads at most so many; more than three are never used. Default: the machine's, in a browser all but one
 * @throws RangeError for what is no number of threads
 */
export async function startEncoders(threads?: number): Promise<EncoderWorkers> {
  // JavaScript may bring anything.
  if (threads !== undefined && (!Number.isSafeInteger(threads) || threads < 1)) throw new RangeError(`startEncoders: found ${quote(threads)}; allowed: a whole number of threads from 1.`);
  return openEncoders(threads);
}

async function openEncoders(threads: number | undefined): Promise<EncoderWorkers> {
  if (import.meta.env.SSR) return (await import("../workers/node-encoders.ts")).createNodeEncoders(threads);
  return (await import("../workers/browser-encoders.ts")).createBrowserEncoders(threads);
}

/** Does work with encoders that end with it. */
export async function withEncoders<Result>({ threads, workers }: WhereToRun, work: (encoders: EncoderWorkers) => Promise<Result>): Promise<Result> {
  const encoders = await openEncoders(threads ?? workers?.threads);
  try {
    return await work(encoders);
  } finally {
    encoders.dispose();
  }
}
