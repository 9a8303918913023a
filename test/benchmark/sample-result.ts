import type { BenchResult, Measurement } from "../../src/benchmark/bench-result.ts";
import { describeSamples } from "../../src/benchmark/statistics.ts";
import { ENVIRONMENT } from "./fake-client.ts";

export function sampleMeasurement(warm: readonly number[], overrides: Partial<Measurement> = {}): Measurement {
  return {
    engine: "js", threads: 2, job: "fill", size: 16, points: 65536, precision: "f64", cold: 1, warm, statistics: describeSamples(warm), checksum: null,
    counts: { positive: 1, negative: 2, boundary: 3, infeasible: 4 }, validity: "valid", note: null, ...overrides,
  };
}

/** A result as it might have been measured. */
export function sampleResult(measurements: readonly Measurement[], overrides: Partial<BenchResult> = {}): BenchResult {
  const warm = [0.001, 0.002, 0.003];
  return {
    schema: "tauscape/bench@1", ...ENVIRONMENT, timer: { resolutionSeconds: 1e-6 }, engines: [{ id: "js", available: true, reason: null }],
    settings: { sizes: [16], repeats: 3, warmUps: 1, threads: 2 },
    rooflines: [{ threads: 2, work: "fill", bytes: 2 ** 22, warm, statistics: describeSamples(warm) }],
    measurements, parity: null, state: "complete", stopReason: null, ...overrides,
  };
}
