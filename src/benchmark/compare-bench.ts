import type { EngineId } from "../engines/engine.ts";
import type { BenchJobId, BenchResult, Measurement } from "./bench-result.ts";
import { seededRandom } from "./seeded-random.ts";
import { median, quantile } from "./statistics.ts";

export const COMPARISON_SCHEMA = "tauscape/bench-comparison@1";

export type Verdict = "faster" | "slower" | "unclear";

/** What makes two measurements comparable. */
interface PairKey {
  readonly engine: EngineId;
  readonly threads: number;
  readonly job: BenchJobId;
  /** Points an axis. */
  readonly size: number;
}

/** B against A. */
export interface BenchPair extends PairKey {
  /** Medians in seconds. */
  readonly a: number;
  readonly b: number;
  /** b / a: below 1, B took less time. `null` where A took none. */
  readonly ratio: number | null;
  /** Where the ratio lies with a probability of 95 %, by resampling the times. */
  readonly interval: readonly [number, number] | null;
  readonly verdict: Verdict;
}

/** Why a measurement has no partner: only one result has it, or one of the two is invalid. */
export interface Unpaired extends PairKey {
  readonly reason: "only-a" | "only-b" | "invalid";
}

export const DIFFERENCE_KEYS = [
  "version", "commit", "platform", "architecture", "processor", "machineThreads", "memoryBytes", "runtime", "isolated", "state",
] as const;
export type DifferenceKey = (typeof DIFFERENCE_KEYS)[number];

/** Something beside the times in which the results differ. */
export interface BenchDifference {
  readonly key: DifferenceKey;
  readonly a: string | null;
  readonly b: string | null;
}

export interface BenchComparison {
  readonly schema: typeof COMPARISON_SCHEMA;
  readonly differences: readonly BenchDifference[];
  readonly pairs: readonly BenchPair[];
  readonly unpaired: readonly Unpaired[];
}

const RESAMPLES = 2000;
const SEED = 1;
/** A smaller change is not called one, however sure: two runs of the same program differ by as much. */
const LEAST_CHANGE = 0.02;
/** With fewer times on a side nothing is sure. */
const LEAST_REPEATS = 3;

/** Compares two results, measurement by measurement. The same for the same results. */
export function compareBench(a: BenchResult, b: BenchResult): BenchComparison {
  const others = new Map(b.measurements.map((measurement) => [keyOf(measurement), measurement]));
  const known = new Set(a.measurements.map(keyOf));
  const pairs: BenchPair[] = [];
  const unpaired: Unpaired[] = [];
  for (const one of a.measurements) {
    const other = others.get(keyOf(one));
    if (other === undefined) unpaired.push({ ...pairKey(one), reason: "only-a" });
    else if (one.validity === "invalid" || other.validity === "invalid") unpaired.push({ ...pairKey(one), reason: "invalid" });
    else pairs.push(comparePair(one, other));
  }
  for (const other of b.measurements) if (!known.has(keyOf(other))) unpaired.push({ ...pairKey(other), reason: "only-b" });
  return { schema: COMPARISON_SCHEMA, differences: differencesOf(a, b), pairs, unpaired };
}

function pairKey({ engine, threads, job, size }: PairKey): PairKey {
  return { engine, threads, job, size };
}

function keyOf({ engine, threads, job, size }: PairKey): string {
  return [engine, threads, job, size].join(" ");
}

function comparePair(one: Measurement, other: Measurement): BenchPair {
  const [a, b] = [median(one.warm), median(other.warm)];
  const interval = ratioInterval(one.warm, other.warm);
  return { ...pairKey(one), a, b, ratio: a > 0 ? b / a : null, interval, verdict: verdictOf(one, other, interval) };
}

function verdictOf(one: Measurement, other: Measurement, interval: readonly [number, number] | null): Verdict {
  if (interval === null || Math.min(one.warm.length, other.warm.length) < LEAST_REPEATS) return "unclear";
  if (interval[1] < 1 - LEAST_CHANGE) return "faster";
  return interval[0] > 1 + LEAST_CHANGE ? "slower" : "unclear";
}

/** The middle 95 % of the ratios of medians of resampled times. */
function ratioInterval(a: readonly number[], b: readonly number[]): readonly [number, number] | null {
  const random = seededRandom(SEED);
  const resample = (times: readonly number[]): number => median(times.map(() => times[Math.floor(random() * times.length)]));
  const ratios: number[] = [];
  for (let k = 0; k < RESAMPLES; k++) {
    const ratio = resample(b) / resample(a);
    if (!Number.isFinite(ratio)) return null;
    ratios.push(ratio);
  }
  ratios.sort((x, y) => x - y);
  return [quantile(ratios, 0.025), quantile(ratios, 0.975)];
}

function differencesOf(a: BenchResult, b: BenchResult): BenchDifference[] {
  return DIFFERENCE_KEYS.map((key) => ({ key, a: wordOf(a, key), b: wordOf(b, key) })).filter((difference) => difference.a !== difference.b);
}

function wordOf(result: BenchResult, key: DifferenceKey): string | null {
  const { machine, runtime } = result;
  switch (key) {
    case "machineThreads": return String(machine.threads);
    case "memoryBytes": return machine.memoryBytes === null ? null : String(machine.memoryBytes);
    case "runtime": return `${runtime.name} ${runtime.version}`;
    case "isolated": return String(result.isolated);
    case "version":
    case "commit":
    case "state": return result[key];
    default: return machine[key];
  }
}
