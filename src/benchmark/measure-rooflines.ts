import type { SweepClient } from "../workers/sweep-client.ts";
import { ROOFLINE_WORKS, type Roofline } from "./bench-result.ts";
import { describeSamples } from "./statistics.ts";

const MIB = 2 ** 20;
/** Bytes a thread: what stays in the processor's cache, as the fill's own outputs do, and what must go to memory. */
const BYTES_PER_THREAD = [2 * MIB, 64 * MIB] as const;

/** Runs of {@link measureRooflines}. */
export const ROOFLINE_COUNT = BYTES_PER_THREAD.length * ROOFLINE_WORKS.length;

/**
 * Measures plain memory work on all threads of a client.
 * @param onStep called after each of {@link ROOFLINE_COUNT}
 */
export async function measureRooflines(
  client: SweepClient, repeats: number, warmUps: number, onStep: () => void, signal?: AbortSignal,
): Promise<Roofline[]> {
  const rooflines: Roofline[] = [];
  for (const work of ROOFLINE_WORKS) {
    for (const share of BYTES_PER_THREAD) {
      signal?.throwIfAborted();
      const bytes = share * client.threads;
      const warm = (await client.memory(work, bytes, warmUps + repeats)).slice(warmUps);
      rooflines.push({ threads: client.threads, work, bytes, warm, statistics: describeSamples(warm) });
      onStep();
    }
  }
  return rooflines;
}
