import { describe, expect, it } from "vitest";
import { bandwidthSeries, barGroups, measuredSizes, roofLines, scalingSeries } from "../../src/benchmark/chart-data.ts";
import { describeSamples } from "../../src/benchmark/statistics.ts";
import { sampleMeasurement, sampleResult } from "./sample-result.ts";

/** A result of "fill" with these times at these sizes. */
function withTimes(rows: readonly (readonly [engine: "js" | "wasm-simd", size: number, warm: readonly number[]])[]) {
  return sampleResult(rows.map(([engine, size, warm]) => sampleMeasurement(warm, { engine, size, points: size ** 4 })));
}

describe("chart data", () => {
  const result = withTimes([["js", 32, [4, 4, 4]], ["wasm-simd", 16, [1, 2, 3, 4, 5]], ["wasm-simd", 32, [0.5]], ["js", 16, [8]]]);

  it("orders sizes, and bars from the fastest, with quartile and 95th percentile", () => {
    expect(measuredSizes(result)).toEqual([16, 32]);
    const [group, ...others] = barGroups(result, 16);
    expect(others).toEqual([]);
    expect(group).toMatchObject({ job: "fill", size: 16, bars: [{ engine: "wasm-simd", middle: 3, low: 2, high: 4.8 }, { engine: "js", middle: 8, low: 8, high: 8 }] });
  });

  it("follows an engine over ascending sizes, whatever the order of the file", () => {
    expect(scalingSeries(result, "fill").map(({ engine, points }) => [engine, points.map(({ size, middle }) => [size, middle])]))
      .toEqual([["js", [[16, 8], [32, 4]]], ["wasm-simd", [[16, 3], [32, 0.5]]]]);
    expect(scalingSeries(result, "surface")).toEqual([]);
  });

  it("turns times into bytes of cells a second: the shorter the time, the higher", () => {
    const [, simd] = bandwidthSeries(result, "fill");
    expect(simd.points[0]).toMatchObject({ middle: (16 ** 4 * 16) / 3, high: (16 ** 4 * 16) / 2 });
    expect(simd.points[0].low).toBeCloseTo((16 ** 4 * 16) / 4.8, 6);
    expect(bandwidthSeries(result, "summary-cells")).toEqual([]);
  });

  it("leaves out what took no time that the clock could tell", () => {
    expect(bandwidthSeries(withTimes([["js", 16, [0, 0, 0]]]), "fill")).toEqual([]);
  });

  it("gives plain memory work its bytes a thread", () => {
    const lines = roofLines({ rooflines: [{ threads: 2, work: "fill", bytes: 200, warm: [2], statistics: describeSamples([2]) }] });
    expect(lines).toEqual([{ work: "fill", bytes: 100, bandwidth: 100 }]);
  });
});
