import { InOrder } from "./in-order.ts";
import { untilAborted } from "./until-aborted.ts";

/** A tile that a lane has taken for itself, and its result. */
export interface Claimed<Result> {
  readonly index: number;
  readonly result: Result;
}

export interface ClaimOptions<Result> {
  /** The first tile. */
  readonly from: number;
  /** Whether a tile is left that no lane has taken. */
  readonly hasMore: () => boolean;
  /** Workers that take the next tile by themselves: each answers those that it had time for. */
  readonly lanes: readonly (() => Promise<readonly Claimed<Result>[]>)[];
  /** Receives every result in the order of the tiles, one at a time. */
  readonly consume: (result: Result, index: number) => void | Promise<void>;
  readonly signal?: AbortSignal | undefined;
}

/** Lets lanes take tiles until none is left. Stops at the first failure, or when the signal aborts (rejecting with its reason); no lane is asked and nothing handed on after that, and but for an abort nothing is still being taken in. */
export async function runClaims<Result>({ from, hasMore, lanes, consume, signal }: ClaimOptions<Result>): Promise<void> {
  const results = new InOrder(from, consume);
  let failed = false;
  const work = async (lane: () => Promise<readonly Claimed<Result>[]>): Promise<void> => {
    while (!failed && hasMore()) {
      for (const { index, result } of await lane()) await results.put(index, [result]);
    }
  };
  try {
    await untilAborted(signal, Promise.all(lanes.map(work)));
  } catch (cause) {
    failed = true;
    const stopped = results.stop();
    // Who goes on after a failure begins with the tile that is due; whoever aborts wants to wait for nothing.
    if (signal?.aborted !== true) await stopped;
    throw cause;
  }
}
