import type { BenchResult, Measurement } from "./bench-result.ts";

/** Fields of a cell in the jobs that keep cells: growth and growthSlope. */
const FIELDS_KEPT = 2;
const BYTES = { f64: 8, f32: 4 } as const;
/** A run of fewer steps of the clock says too little. */
const LEAST_STEPS = 10;

/** Bytes a second at which a job's cells were written; `null` for jobs that keep none. */
export function cellBandwidth({ job, points, precision, statistics }: Measurement): number | null {
  if (job !== "fill" && job !== "transfer") return null;
  return statistics.median > 0 ? (points * FIELDS_KEPT * BYTES[precision]) / statistics.median : null;
}

/** Bytes a second of the fastest plain fill on as many threads; `null` where none was measured. */
export function fillRoofline({ rooflines, timer }: Pick<BenchResult, "rooflines" | "timer">, threads: number): number | null {
  const speeds = rooflines
    .filter((line) => line.work === "fill" && line.threads === threads && line.statistics.median > LEAST_STEPS * timer.resolutionSeconds)
    .map(({ bytes, statistics }) => bytes / statistics.median);
  return speeds.length === 0 ? null : Math.max(...speeds);
}

/** A job's bandwidth over that of the plain fill on as many threads: 1 would be as fast as memory can be written. */
export function rooflineShare(result: Pick<BenchResult, "rooflines" | "timer">, measurement: Measurement): number | null {
  if (measurement.engine === "webgpu") return null;
  const found = cellBandwidth(measurement);
  const roofline = fillRoofline(result, measurement.threads);
  return found === null || roofline === null ? null : found / roofline;
}
