/** More gain nothing: by then the disk, and the digests of what is written, take longer. Each holds some tens of megabytes. */
const MOST_WORKERS = 3;

/** How many workers encode where so many threads may be used. */
export function encoderWorkers(threads: number): number {
  return Math.min(threads, MOST_WORKERS);
}
