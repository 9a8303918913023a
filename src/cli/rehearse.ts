import { median } from "../benchmark/statistics.ts";
import { TILE_CELLS } from "../sweep/plan.ts";
import { cellCount, type SweepSpec } from "../sweep/spec.ts";
import { thinSpec } from "../sweep/thin-spec.ts";

/** Points of the first rehearsal: a tile, in which all that is spent once has been spent, and code has come up to speed. */
const SHORT_CELLS = TILE_CELLS;
/** The second one has so many points at least: as many tiles as it takes for workers and disk to be busy at once. */
const LEAST_CELLS = 4 * TILE_CELLS;
/** Time that the points of the second one are meant to take: many times what two equal runs differ by. */
const WANTED_SECONDS = 3;
/** A rehearsal whose points took so much less than wanted is done again with more of them. */
const LEAST_SHARE = 0.5;
/** How many times as many points the next one has at most: a time near nothing tells little. */
const MOST_GROWTH = 16;

/** Of a sweep so many times as large as the sample the median of a few runs counts: what a disk does in one moment would be told of hours. */
const LARGE_SHARE = 50;
/** Further runs of the sample of a large sweep; with the first one an odd number. */
const FURTHER_RUNS = 2;

/** Seconds of a run. */
export interface RunSeconds {
  /** However many points there are. */
  readonly once: number;
  /** For all points. */
  readonly points: number;
}

/** What is known before anything is rehearsed. */
export interface RehearsalLimits {
  /** Seconds that all points are guessed to take. */
  readonly guess: number;
  /** Points of the longest rehearsal. */
  readonly most: number;
}

/**
 * Projects how long a run takes from two samples of it, a short one and a longer one, which of a large sweep is run several times: their difference is the points'
 * alone. A sweep that is hardly longer than a sample is run itself.
 * @param run runs a sample, and tells how many seconds it took
 */
export async function rehearse(spec: SweepSpec, { guess, most }: RehearsalLimits, run: (sample: SweepSpec) => Promise<number>): Promise<RunSeconds> {
  const all = cellCount(spec);
  const short = thinSpec(spec, SHORT_CELLS);
  const shortCells = cellCount(short);
  const shortSeconds = await run(short);
  if (shortCells === all) return { once: shortSeconds, points: 0 };
  const longest = Math.max(LEAST_CELLS, Math.min(all, most));
  let wanted = WANTED_SECONDS * (all / guess);
  for (;;) {
    const sample = longerSample(spec, shortCells, Math.min(longest, wanted));
    const cells = cellCount(sample);
    const first = await run(sample);
    const seconds = Math.max(0, first - shortSeconds);
    if (seconds >= LEAST_SHARE * WANTED_SECONDS || cells === all || 2 * cells > longest) {
      const runs = [first];
      if (all >= LARGE_SHARE * cells) for (let k = 0; k < FURTHER_RUNS; k++) runs.push(await run(sample));
      const cellSeconds = Math.max(0, median(runs) - shortSeconds) / (cells - shortCells);
      return { once: Math.max(0, shortSeconds - cellSeconds * shortCells), points: cellSeconds * all };
    }
    wanted = cells * Math.max(2, Math.min(MOST_GROWTH, WANTED_SECONDS / seconds));
  }
}

/** More points than the short sample has; all of them where that is not twice as many as wanted. */
function longerSample(spec: SweepSpec, shortCells: number, wanted: number): SweepSpec {
  for (let budget = Math.max(wanted, LEAST_CELLS); ; budget *= 2) {
    if (2 * budget > cellCount(spec)) return spec;
    const sample = thinSpec(spec, budget);
    if (cellCount(sample) > shortCells) return sample;
  }
}
