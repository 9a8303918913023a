import { describe, expect, it } from "vitest";
import { bandwidthSeries, barGroups, roofLines, scalingSeries } from "../../../src/benchmark/chart-data.ts";
import { compareBench } from "../../../src/benchmark/compare-bench.ts";
import { barTable, ratioTable, rooflineTable, scalingTable } from "../../../src/state/benchmark/bench-chart-tables.ts";
import { chartCsv } from "../../../src/state/chart-table.ts";
import { sampleMeasurement, sampleResult } from "../../benchmark/sample-result.ts";

const times = (factor: number) => sampleResult([16, 32].map((size) =>
  sampleMeasurement([1, 2, 3, 4, 5].map((second) => second * factor), { size, points: size ** 4, validity: size === 16 ? "valid" : "invalid" })));

describe("the benchmark's charts as numbers", () => {
  it("give each bar its median, quartile and 95th percentile in seconds", () => {
    const table = barTable(barGroups(times(1), 16)[0], "en");
    expect(table.headings).toEqual(["Job", "Points an axis", "Engine", "Threads", "Median (s)", "Lower quartile (s)", "95th percentile (s)", "Result"]);
    expect(table.rows).toEqual([["Fill memory", 16, "js", 2, 3, 2, 4.8, "valid"]]);
  });

  it("give each mark its points, and plain memory work a row without an engine", () => {
    const result = times(1);
    expect(scalingTable("fill", scalingSeries(result, "fill"), "zh").rows).toEqual([["写入内存", "js", 2, 16, 65536, 3, 2, 4.8], ["写入内存", "js", 2, 32, 1048576, 3, 2, 4.8]]);
    const { headings, rows } = rooflineTable("fill", bandwidthSeries(result, "fill"), roofLines(result), "en");
    expect(rows.every((row) => row.length === headings.length)).toBe(true);
    expect(chartCsv({ headings, rows }).split("\n").at(-2)).toBe(`fill,,,,,${2 ** 22 / 0.002},,,${2 ** 21}`);
  });

  it("give each pair both times and their ratio", () => {
    const { pairs } = compareBench(sampleResult([sampleMeasurement([2, 2, 2])]), sampleResult([sampleMeasurement([1, 1, 1])]));
    const { headings, rows } = ratioTable(pairs, "en");
    expect(headings.length).toBe(rows[0].length);
    expect(rows).toEqual([["Fill memory", 16, "js", 2, 2, 1, 0.5, 0.5, 0.5, "faster"]]);
    expect(ratioTable(pairs.map((pair) => ({ ...pair, interval: null })), "en").rows[0].slice(7, 9)).toEqual([NaN, NaN]);
  });
});
