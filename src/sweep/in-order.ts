/** Hands results on in the order of their tiles, one at a time, however they come in. */
export class InOrder<Result> {
  readonly #waiting = new Map<number, Result>();
  #isDraining = false;
  #isStopped = false;
  #handing: Promise<void> = Promise.resolve();
  #due: number;

  /** @param from the first tile */
  constructor(from: number, private readonly consume: (result: Result, index: number) => void | Promise<void>) {
    this.#due = from;
  }

  /** The tile whose result is handed on next. */
  get due(): number {
    return this.#due;
  }

  /**
   * Takes the results of neighbouring tiles, and hands on all that have no tile missing before them. A tile that comes again is left out. Rejects where
   * `consume` does, and hands nothing on after that.
   */
  async put(first: number, results: readonly Result[]): Promise<void> {
    results.forEach((result, k) => {
      if (first + k >= this.#due) this.#waiting.set(first + k, result);
    });
    if (this.#isDraining) return;
    this.#isDraining = true;
    for (let result = this.#waiting.get(this.#due); result !== undefined && !this.#isStopped; result = this.#waiting.get(this.#due)) {
      this.#waiting.delete(this.#due);
      await this.#hand(result);
      this.#due++;
    }
    this.#isDraining = false;
  }

  /** Hands nothing on any more. Settles when whoever has the latest result is through with it, or has failed. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#handing.catch(() => undefined);
  }

  #hand(result: Result): Promise<void> {
    const handing = (async () => this.consume(result, this.#due))();
    this.#handing = handing;
    return handing;
  }
}
