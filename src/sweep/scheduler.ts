import { InOrder } from "./in-order.ts";
import { untilAborted } from "./until-aborted.ts";

/** Somewhere tiles can be computed: a worker. Answers one result a tile of [from, to). */
export type Lane<Result> = (from: number, to: number) => Promise<readonly Result[]>;

export interface ScheduleOptions<Result> {
  /** Tiles [from, to) are to be run. */
  readonly from: number;
  readonly to: number;
  readonly lanes: readonly Lane<Result>[];
  /** How many of the `remaining` tiles a lane takes at once. */
  readonly batch: (remaining: number) => number;
  /** Receives every result in the order of the tiles, one at a time; the schedule waits for it. */
  readonly consume: (result: Result, index: number) => void | Promise<void>;
  readonly signal?: AbortSignal | undefined;
}

/** Batches under way in one lane: one computes while the next one's call is on its way. */
const BATCHES_A_LANE = 2;
/** Batches that may wait for an earlier one, per lane, before no further one is started. */
const WAITING_A_LANE = 4;

/**
 * Runs tiles over the lanes, a batch of neighbours at a time, and hands their results on in order. Stops at the first failure, or when
 * the signal aborts (rejecting with its reason); no tile is started or handed on after that, and but for an abort none is still being taken in.
 */
export async function schedule<Result>(options: ScheduleOptions<Result>): Promise<void> {
  const { from, to, lanes, batch, consume, signal } = options;
  const limit = lanes.length * WAITING_A_LANE;
  /** Ends of the batches that have been started and not yet been handed on, in order. */
  const underWay: number[] = [];
  let started = from;
  let failed = false;
  const roomMakers: (() => void)[] = [];
  const wakeAll = () => {
    for (const wake of roomMakers.splice(0)) wake();
  };
  const results = new InOrder<Result>(from, async (result, index) => {
    await consume(result, index);
    if (index + 1 < (underWay[0] ?? Infinity)) return;
    underWay.shift();
    wakeAll();
  });

  async function work(lane: Lane<Result>): Promise<void> {
    while (!failed && started < to) {
      signal?.throwIfAborted();
      if (underWay.length >= limit) {
        await new Promise<void>((wake) => roomMakers.push(wake));
        continue;
      }
      const first = started;
      started = Math.min(to, first + Math.max(1, batch(to - first)));
      underWay.push(started);
      await results.put(first, await lane(first, started));
    }
  }

  try {
    // Every lane has its first batch before one has its second: neighbours, often alike in their work, go to different lanes.
    await untilAborted(signal, Promise.all(Array.from({ length: BATCHES_A_LANE }, () => lanes.map(work)).flat()));
  } catch (error) {
    failed = true;
    wakeAll();
    const stopped = results.stop();
    // Who goes on after a failure begins with the tile that is due; whoever aborts wants to wait for nothing.
    if (signal?.aborted !== true) await stopped;
    throw error;
  }
}
