/**
 * Writes of one tile that go on side by side. Each is heard from the start, so that one that fails while others are prepared is no surprise; after it no
 * further one begins, and `end` waits for those that had: who has given up touches neither the files nor the tile's memory.
 */
export class WritesUnderWay {
  readonly #ends: Promise<void>[] = [];
  #failure: { readonly cause: unknown } | null = null;

  get hasFailed(): boolean {
    return this.#failure !== null;
  }

  /** Begins a write, unless one has failed. @returns what settles, and never rejects, when it has ended */
  begin(write: () => Promise<void>): Promise<void> {
    if (this.hasFailed) return Promise.resolve();
    const end = this.#hear(write);
    this.#ends.push(end);
    return end;
  }

  /** Settles when all have ended. @throws what the first that failed said */
  async end(): Promise<void> {
    await Promise.all(this.#ends);
    if (this.#failure !== null) throw this.#failure.cause;
  }

  async #hear(write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (cause) {
      this.#failure ??= { cause };
    }
  }
}

/** Begins a write for each of the items at once. @throws what the first that failed said, when all have ended */
export function writeEach<Item>(items: readonly Item[], write: (item: Item, index: number) => Promise<void>): Promise<void> {
  const writes = new WritesUnderWay();
  items.forEach((item, index) => void writes.begin(() => write(item, index)));
  return writes.end();
}
