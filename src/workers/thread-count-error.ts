/** Threads outside this range were asked for. */
export class ThreadCountError extends Error {
  readonly kind = "thread-count";
  override readonly name = "ThreadCountError";
  constructor(readonly requested: number, readonly available: number) {
    super(`Found ${requested} threads; allowed: a whole number from 1 to ${available}, the threads of this machine.`);
  }
}
