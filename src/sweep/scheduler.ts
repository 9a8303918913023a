import type { Progress } from "./tile.ts";

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
  /** Called after each tile: how many of all `to` are done. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** Batches under way in one lane: one computes while the next one's call is on its way. */
const BATCHES_A_LANE = 2;
/** Batches that may wait for an earlier one, per lane, before no further one is started. */
const WAITING_A_LANE = 4;

/**
 * Runs tiles over the lanes, a batch of neighbours at a time, and hands their results on in order. Stops at the first failure, or when
 * the signal aborts (rejecting with its reason); no tile is started after that.
 */
export async function schedule<Result>(options: ScheduleOptions<Result>): Promise<void> {
  const { to, lanes, batch, consume, signal, onProgress } = options;
  const waiting = new Map<number, readonly Result[]>();
  const limit = lanes.length * WAITING_A_LANE;
  let started = options.from;
  let consumed = options.from;
  let underWay = 0;
  let isDraining = false;
  let failed = false;
  const roomMakers: (() => void)[] = [];

  async function drain(): Promise<void> {
    if (isDraining) return;
    isDraining = true;
    for (let results = waiting.get(consumed); results !== undefined && !failed; results = waiting.get(consumed)) {
      waiting.delete(consumed);
      for (const result of results) {
        await consume(result, consumed);
        consumed++;
        onProgress?.({ done: consumed, total: to });
      }
      underWay--;
      for (const wake of roomMakers.splice(0)) wake();
    }
    isDraining = false;
  }

  async function work(lane: Lane<Result>): Promise<void> {
    while (!failed && started < to) {
      signal?.throwIfAborted();
      if (underWay >= limit) {
        await new Promise<void>((wake) => roomMakers.push(wake));
        continue;
      }
      const first = started;
      started = Math.min(to, first + Math.max(1, batch(to - first)));
      underWay++;
      waiting.set(first, await lane(first, started));
      await drain();
    }
  }

  const stop = aborted(signal);
  try {
    await Promise.race([
      Promise.all(lanes.flatMap((lane) => Array.from({ length: BATCHES_A_LANE }, () => work(lane)))),
      stop.promise,
    ]);
  } catch (error) {
    failed = true;
    for (const wake of roomMakers.splice(0)) wake();
    throw error;
  } finally {
    stop.forget();
  }
}

/** A promise that only ever rejects: with the signal's reason. */
function aborted(signal: AbortSignal | undefined): { readonly promise: Promise<never>; forget: () => void } {
  let forget = () => undefined as void;
  const promise = new Promise<never>((_, reject) => {
    if (signal === undefined) return;
    const refuse = () => reject(signal.reason instanceof Error ? signal.reason : new DOMException("The sweep was cancelled.", "AbortError"));
    if (signal.aborted) refuse();
    signal.addEventListener("abort", refuse, { once: true });
    forget = () => signal.removeEventListener("abort", refuse);
  });
  return { promise, forget };
}
