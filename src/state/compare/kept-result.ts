import { LatestRunner, type Work } from "../latest-runner.ts";

/** A result that is kept up to date: the last good one stays while the next is made, and after an error. */
export interface Kept<Result> {
  readonly result: Result | null;
  /** What was asked for to get it; equal keys are equal questions. */
  readonly key: string;
  readonly isPending: boolean;
  readonly error: Error | null;
}

/** Asks where what is wanted is not what is had. One question in flight, and with `supersede` none that is no longer wanted. */
export class KeptResult<Request, Result> {
  #kept: Kept<Result> = { result: null, key: "", isPending: false, error: null };
  #wanted = "";
  readonly #runner: LatestRunner<{ readonly key: string; readonly request: Request }, Result>;

  constructor(work: Work<Request, Result>, onChange: () => void, supersede: boolean) {
    this.#runner = new LatestRunner(({ request }, signal) => work(request, signal), {
      onResult: (result, { key }) => {
        this.#kept = { result, key, isPending: key !== this.#wanted, error: null };
        onChange();
      },
      onError: (error, { key }) => {
        if (key !== this.#wanted) return;
        this.#kept = { ...this.#kept, isPending: false, error: error instanceof Error ? error : new Error(String(error)) };
        onChange();
      },
    }, supersede);
  }

  get kept(): Kept<Result> { return this.#kept; }

  /** An error is asked about again only when something else is wanted. */
  want(key: string, request: Request): void {
    if (key === this.#wanted) return;
    this.#wanted = key;
    const isHad = key === this.#kept.key;
    this.#kept = { ...this.#kept, isPending: !isHad, error: null };
    if (isHad) this.#runner.cancel();
    else this.#runner.request({ key, request });
  }

  /** Wants nothing: ends what is in flight, keeps what is had. */
  rest(): void {
    if (this.#wanted === "") return;
    this.#wanted = "";
    this.#kept = { ...this.#kept, isPending: false, error: null };
    this.#runner.cancel();
  }
}
