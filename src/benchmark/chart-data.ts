import type { EngineId } from "../engines/engine.ts";
import { BENCH_JOB_IDS, type BenchJobId, type BenchResult, type Measurement, type RooflineWork } from "./bench-result.ts";
import { cellBandwidth } from "./roofline-share.ts";
import { quantile } from "./statistics.ts";

/** What one mark of a chart stands for. */
interface EngineMark {
  readonly engine: EngineId;
  readonly threads: number;
}

/** A number with its spread: the lower quartile and the 95th percentile. */
export interface Spread {
  readonly middle: number;
  readonly low: number;
  readonly high: number;
}

/** Seconds of one engine. */
export interface TimeBar extends EngineMark, Spread {
  readonly isValid: boolean;
}

/** One job at one size. */
export interface BarGroup {
  readonly job: BenchJobId;
  /** Points an axis. */
  readonly size: number;
  /** Fastest first. */
  readonly bars: readonly TimeBar[];
}

export interface SeriesPoint extends Spread {
  /** Points of the sweep. */
  readonly points: number;
  /** Points an axis. */
  readonly size: number;
}

/** One engine over sizes, ascending. */
export interface EngineSeries extends EngineMark {
  readonly points: readonly SeriesPoint[];
}

/** Bytes a second of plain memory work. */
export interface RoofLine {
  readonly work: RooflineWork;
  /** Of each thread. */
  readonly bytes: number;
  readonly bandwidth: number;
}

/** Sizes that were measured, ascending. */
export function measuredSizes({ measurements }: Pick<BenchResult, "measurements">): number[] {
  return [...new Set(measurements.map(({ size }) => size))].sort((a, b) => a - b);
}

/** The jobs at one size, in the order in which they run; those that were not measured are left out. */
export function barGroups({ measurements }: Pick<BenchResult, "measurements">, size: number): BarGroup[] {
  return BENCH_JOB_IDS.map((job): BarGroup => ({
    job, size,
    bars: measurements.filter((one) => one.job === job && one.size === size)
      .map((one) => ({ engine: one.engine, threads: one.threads, isValid: one.validity === "valid", ...timeSpread(one) }))
      .sort((a, b) => a.middle - b.middle),
  })).filter(({ bars }) => bars.length > 0);
}

/** Seconds over points of one job, an engine each. */
export function scalingSeries({ measurements }: Pick<BenchResult, "measurements">, job: BenchJobId): EngineSeries[] {
  return seriesOf(measurements.filter((one) => one.job === job), timeSpread);
}

/** Bytes a second over points of one job that keeps its cells; an engine whose clock says nothing is left out. */
export function bandwidthSeries({ measurements }: Pick<BenchResult, "measurements">, job: BenchJobId): EngineSeries[] {
  const kept = measurements.filter((one) => one.job === job && cellBandwidth(one) !== null);
  return seriesOf(kept, (one) => {
    const bandwidth = cellBandwidth(one) ?? 0;
    const { middle, low, high } = timeSpread(one);
    return { middle: bandwidth, low: bandwidth * (middle / high), high: bandwidth * (middle / low) };
  });
}

/** What plain memory work reached, fastest first. */
export function roofLines({ rooflines }: Pick<BenchResult, "rooflines">): RoofLine[] {
  return rooflines.filter(({ statistics }) => statistics.median > 0)
    .map(({ work, bytes, threads, statistics }) => ({ work, bytes: bytes / threads, bandwidth: bytes / statistics.median }))
    .sort((a, b) => b.bandwidth - a.bandwidth);
}

function seriesOf(measurements: readonly Measurement[], spreadOf: (measurement: Measurement) => Spread): EngineSeries[] {
  const series = new Map<string, EngineMark & { points: SeriesPoint[] }>();
  for (const measurement of measurements) {
    const { engine, threads, points, size } = measurement;
    const key = `${engine} ${threads}`;
    const one = series.get(key) ?? { engine, threads, points: [] };
    series.set(key, one);
    one.points.push({ points, size, ...spreadOf(measurement) });
  }
  for (const { points } of series.values()) points.sort((a, b) => a.points - b.points);
  return [...series.values()];
}

function timeSpread({ warm }: Measurement): Spread {
  const sorted = [...warm].sort((a, b) => a - b);
  return { middle: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.95) };
}
