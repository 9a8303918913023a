/** Claims of one order at most: an order ends after the time of a batch, and no tile is done that fast. */
export const MOST_CLAIMS = 1024;

/**
 * Where workers that share memory take their tiles from. Plain data: it is posted to them. A worker notes down what it is about to take before it
 * takes it, so that the client knows what one that died has left undone.
 */
export interface ClaimQueue {
  /** One number for all: the next tile that none of them has taken. */
  readonly next: Int32Array<SharedArrayBuffer>;
  /** This worker's own notes on its present order: how many tiles, then which. */
  readonly notes: Int32Array<SharedArrayBuffer>;
}

/** One queue as each of several workers sees it. @param from the first tile */
export function createClaimQueues(from: number, workers: number): ClaimQueue[] {
  const next = sharedNumbers(1);
  next[0] = from;
  return Array.from({ length: workers }, () => ({ next, notes: sharedNumbers(1 + MOST_CLAIMS) }));
}

/** Begins the notes anew; only while the worker has no order. */
export function clearNotes({ notes }: ClaimQueue): void {
  Atomics.store(notes, 0, 0);
}

/**
 * Tiles before `to` that a worker which died has left undone, as far as its notes tell. One that died between note and claim has noted one too many, and of one
 * that died before its first the next tile is suspected: another worker may take such a tile as well.
 */
export function undoneTiles({ next, notes }: ClaimQueue, to: number): number[] {
  const noted = [...notes.subarray(1, 1 + Atomics.load(notes, 0))];
  const suspect = Atomics.load(next, 0);
  return noted.length === 0 && suspect < to ? [suspect] : noted;
}

/** Takes the next tile for this worker; null where none before `to` is left, or the order has as many as it may. */
export function claimTile({ next, notes }: ClaimQueue, to: number): number | null {
  const claims = Atomics.load(notes, 0);
  if (claims === MOST_CLAIMS) return null;
  for (;;) {
    const tile = Atomics.load(next, 0);
    if (tile >= to) return null;
    notes[1 + claims] = tile;
    Atomics.store(notes, 0, claims + 1);
    if (Atomics.compareExchange(next, 0, tile, tile + 1) === tile) return tile;
    Atomics.store(notes, 0, claims);
  }
}

export function hasUnclaimed({ next }: ClaimQueue, to: number): boolean {
  return Atomics.load(next, 0) < to;
}

/** Lets no worker take another tile. */
export function endClaims({ next }: ClaimQueue, to: number): void {
  Atomics.store(next, 0, to);
}

function sharedNumbers(length: number): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(length * Int32Array.BYTES_PER_ELEMENT));
}
