import { isEngineFailure } from "../engines/engine-errors.ts";
import { orLost, WorkerLostError, type Lane } from "./lane.ts";

/** How often the same work may fail. */
export const MOST_FAILURES = 3;

/** A place in a pool and the worker that sits there: one that dies, or whose work fails, is followed by a new one when there is work again. */
export class WorkerSeat<Api> {
  #worker: Lane<Api> | null = null;
  #starting: Promise<Lane<Api>> | null = null;
  /** Work that wants the worker for itself, one after the other. */
  #alone: Promise<unknown> = Promise.resolve();
  /** Work that was asked for and has not ended. */
  readonly #asked = new Set<Promise<unknown>>();
  #losses = 0;
  #isClosed = false;

  /** @param first who sits here already; else the first work starts someone */
  constructor(private readonly spawn: () => Promise<Lane<Api>>, first: Lane<Api> | null = null) {
    if (first !== null) this.#seat(first);
  }

  /** Workers that were lost here. */
  get losses(): number {
    return this.#losses;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Rejects as the work does, and with a `WorkerLostError` when the worker dies meanwhile; then it has been replaced, unless its engine gave up. */
  async ask<Answer>(work: (worker: Lane<Api>) => Promise<Answer>): Promise<Answer> {
    for (let waited: unknown = null; waited !== this.#alone;) {
      waited = this.#alone;
      await waited;
    }
    const asked = this.attempt(work);
    this.#asked.add(asked);
    try {
      return await asked;
    } finally {
      this.#asked.delete(asked);
    }
  }

  /** As `ask`, but by the next worker where one dies. */
  async insist<Answer>(work: (worker: Lane<Api>) => Promise<Answer>): Promise<Answer> {
    for (let failures = 1; ; failures++) {
      try {
        return await this.ask(work);
      } catch (cause) {
        if (!(cause instanceof WorkerLostError) || this.#isClosed || failures === MOST_FAILURES) throw cause;
      }
    }
  }

  /** Work that goes on with `attempt`, when what was asked before has ended and while whoever asks has to wait: so a worker that dies has died of it. */
  alone<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const run = this.#alone.then(() => Promise.allSettled(this.#asked)).then(work);
    this.#alone = run.catch(() => undefined);
    return run;
  }

  /** As `ask`, at once. */
  async attempt<Answer>(work: (worker: Lane<Api>) => Promise<Answer>): Promise<Answer> {
    const worker = await this.#present();
    try {
      return await orLost(worker, work(worker));
    } catch (cause) {
      if (!isEngineFailure(cause)) this.#dismiss(worker);
      throw cause;
    }
  }

  /** Whoever sits here now is told; no one is started for it. */
  tell(message: (worker: Lane<Api>) => Promise<unknown>): void {
    if (this.#worker !== null) message(this.#worker).catch(() => undefined);
  }

  close(): void {
    this.#isClosed = true;
    this.#worker?.terminate();
  }

  async #present(): Promise<Lane<Api>> {
    if (this.#isClosed) throw new WorkerLostError("it was closed");
    return this.#worker ?? await (this.#starting ??= this.#start());
  }

  async #start(): Promise<Lane<Api>> {
    try {
      const worker = await this.spawn();
      this.#seat(worker);
      if (this.#isClosed) worker.terminate();
      return worker;
    } finally {
      this.#starting = null;
    }
  }

  #seat(worker: Lane<Api>): void {
    this.#worker = worker;
    worker.lost.catch(() => this.#vacate(worker));
  }

  #dismiss(worker: Lane<Api>): void {
    if (this.#worker === worker) worker.terminate();
    this.#vacate(worker);
  }

  #vacate(worker: Lane<Api>): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    this.#losses++;
  }
}
