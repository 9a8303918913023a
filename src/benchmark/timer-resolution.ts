/** Steps of the clock that are looked at. */
const STEPS = 50;
/** Reads of the clock after which we stop looking: a clock that stands still has no resolution to find. */
const MAX_READS = 5_000_000;

/**
 * Resolution of a clock in seconds: the smallest step that it was seen to take. Browsers round theirs on purpose.
 * @param clock milliseconds, never decreasing
 * @returns 0 where the clock did not move
 */
export function measureTimerResolution(clock: () => number = () => performance.now()): number {
  let smallest = Infinity;
  let last = clock();
  for (let reads = 0, steps = 0; reads < MAX_READS && steps < STEPS; reads++) {
    const now = clock();
    if (now === last) continue;
    smallest = Math.min(smallest, now - last);
    last = now;
    steps++;
  }
  return Number.isFinite(smallest) ? smallest / 1000 : 0;
}
