import type { Progress } from "./tile.ts";

/** Somewhere a tile can be computed: a worker. */
export type Lane<Result> = (index: number) => Promise<Result>;

export interface ScheduleOptions<Result> {
  readonly tiles: number;
  readonly lanes: readonly Lane<Result>[];
  /** Receives every result in the order of the tiles, one at a time; the schedule waits for it. */
  readonly consume: (result: Result, index: number) => void | Promise<void>;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** Tiles under way in one lane: one computes while the next one's call is on its way. */
const TILES_A_LANE = 2;
/** Results that may wait for an earlier tile, per lane, before no further tile is started. */
const WAITING_A_LANE = 4;

/**
 * Runs all tiles over the lanes and hands their results on in order. Stops at the first failure, or when the signal aborts
 * (rejecting with its reason); no tile is started after that.
 */
export async function schedule<Result>(options: ScheduleOptions<Result>): Promise<void> {
  const { tiles, lanes, consume, signal, onProgress } = options;
  const waiting = new Map<number, { readonly value: Result }>();
  const limit = lanes.length * WAITING_A_LANE;
  let started = 0;
  let consumed = 0;
  let isDraining = false;
  let failed = false;
  const roomMakers: (() => void)[] = [];

  async function drain(): Promise<void> {
    if (isDraining) return;
    isDraining = true;
    for (let result = waiting.get(consumed); result !== undefined && !failed; result = waiting.get(consumed)) {
      waiting.delete(consumed);
      await consume(result.value, consumed);
      consumed++;
      onProgress?.({ done: consumed, total: tiles });
      for (const wake of roomMakers.splice(0)) wake();
    }
    isDraining = false;
  }

  async function work(lane: Lane<Result>): Promise<void> {
    while (!failed && started < tiles) {
      signal?.throwIfAborted();
      if (started - consumed >= limit) {
        await new Promise<void>((wake) => roomMakers.push(wake));
        continue;
      }
      const index = started++;
      waiting.set(index, { value: await lane(index) });
      await drain();
    }
  }

  const stop = aborted(signal);
  try {
    await Promise.race([
      Promise.all(lanes.flatMap((lane) => Array.from({ length: TILES_A_LANE }, () => work(lane)))),
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
