/** Runs one request; stops when the signal aborts. */
export type Work<Request, Result> = (request: Request, signal: AbortSignal) => Promise<Result>;

/** What becomes of a request; superseded ones end silently. */
export interface Outcomes<Request, Result> {
  readonly onResult: (result: Result, request: Request) => void;
  readonly onError: (error: unknown, request: Request) => void;
}

/**
 * One request in flight and at most one waiting, the newest: a slider is not a queue. With `supersede`, a newer request aborts
 * the one in flight instead of waiting for it to end.
 */
export class LatestRunner<Request, Result> {
  #flight: AbortController | null = null;
  #waiting: { readonly request: Request } | null = null;

  constructor(
    private readonly work: Work<Request, Result>, private readonly outcomes: Outcomes<Request, Result>,
    private readonly supersede: boolean,
  ) {}

  request(request: Request): void {
    this.#waiting = { request };
    if (this.#flight === null) this.#next();
    else if (this.supersede) this.#flight.abort();
  }

  /** Forgets what waits; what is in flight goes on. */
  forget(): void {
    this.#waiting = null;
  }

  /** Ends what is in flight and forgets what waits. */
  cancel(): void {
    this.#waiting = null;
    this.#flight?.abort();
  }

  #next(): void {
    if (this.#waiting === null) return;
    const { request } = this.#waiting;
    this.#waiting = null;
    const flight = new AbortController();
    this.#flight = flight;
    void this.#run(request, flight.signal);
  }

  /** A work that throws at once fails like one that rejects, and does not stop the next. */
  async #run(request: Request, signal: AbortSignal): Promise<void> {
    let tell: () => void;
    try {
      const result = await this.work(request, signal);
      tell = () => this.outcomes.onResult(result, request);
    } catch (error) {
      tell = () => this.outcomes.onError(error, request);
    }
    try {
      if (!signal.aborted) tell();
    } finally {
      this.#flight = null;
      this.#next();
    }
  }
}
