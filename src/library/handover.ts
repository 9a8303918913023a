/** Hands items from one who makes them to one who asks for them: each is held until the next is asked for. */
export class Handover<Item> {
  #arrival = new Settled<Item | null>();
  #release: () => void = () => undefined;

  /** Settles when the item is done with. */
  offer(item: Item): Promise<void> {
    return new Promise((resolve) => {
      this.#release = resolve;
      this.#arrival.resolve(item);
    });
  }

  /** No more items come. */
  end(): void {
    this.#arrival.resolve(null);
  }

  fail(cause: unknown): void {
    this.#arrival.reject(cause);
  }

  /** The next item, which ends the use of the one before; null after the last. Not to be called again before it settles. */
  async take(): Promise<Item | null> {
    this.#release();
    const item = await this.#arrival.promise;
    this.#arrival = new Settled();
    return item;
  }
}

/** A promise that is settled from outside. Whoever does not wait for it need not hear that it was rejected. */
export class Settled<Value> {
  resolve: (value: Value | Promise<Value>) => void = () => undefined;
  reject: (cause: unknown) => void = () => undefined;
  readonly promise = new Promise<Value>((resolve, reject) => {
    this.resolve = resolve;
    this.reject = reject;
  });

  constructor() {
    this.promise.catch(() => undefined);
  }
}
