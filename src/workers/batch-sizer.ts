/** A batch is meant to take this long: many times a call's own cost, and short enough for a surface to get its turn between two. */
export const BATCH_MS = 25;
/** Less work than this is not worth a call. */
const LEAST_BATCH_MS = 0.5;
/** Of several, each lane still gets this many batches, or there would be nothing left to even out. */
const BATCHES_LEFT_A_LANE = 3;

/** How many tiles a lane is given at once, from how long tiles of the same work took before. */
export class BatchSizer {
  readonly #tileMs = new Map<string, number>();

  /** @param work a word for what is done with each tile */
  size(work: string, remaining: number, lanes: number): number {
    const tileMs = this.#tileMs.get(work);
    if (tileMs === undefined) return 1;
    const share = lanes === 1 ? remaining : Math.ceil(remaining / (lanes * BATCHES_LEFT_A_LANE));
    const least = Math.min(remaining, Math.ceil(LEAST_BATCH_MS / tileMs));
    return Math.max(1, least, Math.min(Math.floor(BATCH_MS / tileMs), share));
  }

  observe(work: string, tiles: number, milliseconds: number): void {
    this.#tileMs.set(work, Math.max(milliseconds / tiles, BATCH_MS / 1000));
  }
}
