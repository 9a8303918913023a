import type { Statistics } from "./bench-result.ts";

/** @returns what the samples say together; throws where there are none */
export function describeSamples(samples: readonly number[]): Statistics {
  if (samples.length === 0) throw new RangeError("Statistics need at least one sample.");
  const sorted = [...samples].sort((a, b) => a - b);
  const median = quantile(sorted, 0.5);
  const range = quantile(sorted, 0.75) - quantile(sorted, 0.25);
  return {
    repeats: sorted.length, median, interquartileMean: interquartileMean(sorted), p95: quantile(sorted, 0.95),
    min: sorted[0], max: sorted[sorted.length - 1], spread: median === 0 ? 0 : range / median,
  };
}

/** Value below which the share `at` of the ascending samples lies, linear between neighbours. */
export function quantile(sorted: readonly number[], at: number): number {
  const place = at * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below];
  const high = sorted[Math.min(below + 1, sorted.length - 1)];
  return low + (high - low) * (place - below);
}

export function median(samples: readonly number[]): number {
  return quantile([...samples].sort((a, b) => a - b), 0.5);
}

/** Mean of the ascending samples without their lowest and highest quarter; a sample that straddles a quarter's end counts in part. */
function interquartileMean(sorted: readonly number[]): number {
  const quarter = sorted.length / 4;
  const end = sorted.length - quarter;
  const sum = sorted.reduce((total, sample, k) => total + sample * Math.max(0, Math.min(k + 1, end) - Math.max(k, quarter)), 0);
  return sum / (end - quarter);
}
