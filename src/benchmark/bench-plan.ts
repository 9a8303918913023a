import type { EngineId } from "../engines/engine.ts";
import { parseSpec } from "../sweep/parse-spec.ts";
import type { Precision, SweepSpec } from "../sweep/spec.ts";
import { BENCH_JOBS, type BenchJobId } from "./bench-result.ts";

/** Points an axis of the smallest sweep, unless a smaller one is asked for; the next ones double. */
const SMALLEST_SIZE = 16;
export const DEFAULT_SIZE = 64;
/** Sizes that can be asked for: an axis has two ends, and 256⁴ points are 2³². */
export const SIZE_RANGE = { min: 2, max: 256 } as const;

export const DEFAULT_REPEATS = 10;
export const REPEAT_RANGE = { min: 1, max: 1000 } as const;
export const DEFAULT_WARM_UPS = 2;
export const WARM_UP_RANGE = { min: 0, max: 100 } as const;

/** Points of the largest sweep whose cells an engine visits; above, nobody would wait for ten runs. */
const MOST_VISITED: Readonly<Partial<Record<EngineId, number>>> = { js: 2 ** 22 };
/** Points of the largest grid of a surface: it lies in memory as a whole. */
const MOST_SURFACE_POINTS = 2 ** 22;

/** One job at one size, and the engines that run it in turn. */
export interface BenchEntry {
  readonly job: BenchJobId;
  /** Points an axis. */
  readonly size: number;
  readonly points: number;
  readonly engines: readonly EngineId[];
}

/** Sizes from 16 points an axis up to the greatest, doubling; the greatest is always among them. */
export function sizesUpTo(greatest: number): number[] {
  const sizes: number[] = [];
  for (let size = SMALLEST_SIZE; size < greatest; size *= 2) sizes.push(size);
  return [...sizes, greatest];
}

/** Runs of each engine at each job and size: one cold, the warm-ups, the repeats. */
export function roundCount({ repeats, warmUps }: { readonly repeats: number; readonly warmUps: number }): number {
  return 1 + warmUps + repeats;
}

/** What runs, in order: small sizes first, of each size every job. */
export function planBench(engines: readonly EngineId[], sizes: readonly number[]): BenchEntry[] {
  return sizes.flatMap((size) => BENCH_JOBS.map(({ id: job }): BenchEntry => {
    const points = job === "surface" ? size ** 3 : size ** 4;
    return { job, size, points, engines: engines.filter((engine) => isWorthIt(engine, job, points)) };
  })).filter((entry) => entry.engines.length > 0);
}

function isWorthIt(engine: EngineId, job: BenchJobId, points: number): boolean {
  if (job === "surface" && points > MOST_SURFACE_POINTS) return false;
  // Rows are followed in float64, by kernels: not the GPU's work, and never long.
  if (job === "summary-rows") return engine !== "webgpu";
  return points <= (MOST_VISITED[engine] ?? Infinity);
}

/** WebGPU computes in float32 alone. */
export function benchPrecision(engine: EngineId): Precision {
  return engine === "webgpu" ? "f32" : "f64";
}

/** The four-axis sweep of every job but the surface: size⁴ points, about half of them feasible. */
export function benchSpec(size: number, precision: Precision = "f64"): SweepSpec {
  return specOf({
    precision,
    axes: [
      { name: "alpha", min: 0.05, max: 0.9, count: size }, { name: "beta", min: 0.05, max: 0.9, count: size },
      { name: "tau", min: 0.02, max: 0.98, count: size }, { name: "wr", min: 0.1, max: 10, count: size, spacing: "log" },
    ],
    fields: ["growth", "growthSlope"],
  });
}

/** The grid of the surface: size³ points over α, β and w/r. */
export function benchSurfaceSpec(size: number): SweepSpec {
  return specOf({
    axes: [
      { name: "alpha", min: 0.05, max: 0.9, count: size }, { name: "beta", min: 0.05, max: 0.9, count: size },
      { name: "wr", min: 0.1, max: 10, count: size, spacing: "log" },
    ],
    fields: ["margin", "growth"],
  });
}

function specOf(input: object): SweepSpec {
  const parsed = parseSpec({ schema: "tauscape/sweep@1", ...input });
  if (!parsed.ok) throw new RangeError(parsed.problems.map(({ path, found }) => `${path}: ${found.en}`).join("; "));
  return parsed.spec;
}
