import { describe, expect, it } from "vitest";
import { benchMarkdown, comparisonMarkdown } from "../../src/benchmark/bench-markdown.ts";
import { resultTables } from "../../src/benchmark/bench-tables.ts";
import { compareBench } from "../../src/benchmark/compare-bench.ts";
import { rooflineShare } from "../../src/benchmark/roofline-share.ts";
import { sampleMeasurement, sampleResult } from "./sample-result.ts";

const TIMES = [1, 1.02, 0.98, 1.01, 0.99, 1, 1.03, 0.97];
const scaled = (by: number): number[] => TIMES.map((time) => time * by);
const verdictOf = (a: readonly number[], b: readonly number[]): string =>
  compareBench(sampleResult([sampleMeasurement(a)]), sampleResult([sampleMeasurement(b)])).pairs[0].verdict;

describe("compareBench", () => {
  it("tells faster from slower, and neither from noise", () => {
    expect(verdictOf(TIMES, scaled(0.5))).toBe("faster");
    expect(verdictOf(TIMES, scaled(2))).toBe("slower");
    expect(verdictOf(TIMES, TIMES)).toBe("unclear");
    expect(verdictOf(TIMES, scaled(1.01))).toBe("unclear");
    expect(verdictOf([1, 5, 2, 9], [2, 7, 1, 4])).toBe("unclear");
  });

  it("is sure of nothing from two times, or from times of 0", () => {
    expect(verdictOf([1, 1], [9, 9])).toBe("unclear");
    expect(verdictOf([0, 0, 0], [1, 1, 1])).toBe("unclear");
    const [pair] = compareBench(sampleResult([sampleMeasurement([0, 0, 0])]), sampleResult([sampleMeasurement([1, 1, 1])])).pairs;
    expect(pair).toMatchObject({ ratio: null, interval: null });
  });

  it("gives medians, their ratio B / A and an interval around it, the same every time", () => {
    const compare = () => compareBench(sampleResult([sampleMeasurement(TIMES)]), sampleResult([sampleMeasurement(scaled(0.5))]));
    const [pair] = compare().pairs;
    expect(pair).toMatchObject({ engine: "js", threads: 2, job: "fill", size: 16, a: 1, b: 0.5, ratio: 0.5 });
    expect(pair.interval?.[0]).toBeLessThanOrEqual(0.5);
    expect(pair.interval?.[1]).toBeGreaterThanOrEqual(0.5);
    expect(compare()).toEqual(compare());
  });

  it("names what has no partner, and what is invalid", () => {
    const a = sampleResult([sampleMeasurement(TIMES), sampleMeasurement(TIMES, { size: 32 }), sampleMeasurement(TIMES, { job: "checksum" })]);
    const note = { en: "differs", zh: "不同" };
    const b = sampleResult([
      sampleMeasurement(TIMES), sampleMeasurement(TIMES, { threads: 1 }), sampleMeasurement(TIMES, { job: "checksum", validity: "invalid", note }),
    ]);
    const { pairs, unpaired } = compareBench(a, b);
    expect(pairs).toHaveLength(1);
    expect(unpaired.map(({ job, size, threads, reason }) => [job, size, threads, reason])).toEqual([
      ["fill", 32, 2, "only-a"], ["checksum", 16, 2, "invalid"], ["fill", 16, 1, "only-b"],
    ]);
  });

  it("says in what else the results differ", () => {
    const a = sampleResult([]);
    const b = sampleResult([], { commit: null, machine: { ...a.machine, processor: "other", threads: 8 }, runtime: { name: "Firefox", version: "141" } });
    expect(compareBench(a, a).differences).toEqual([]);
    expect(compareBench(a, b).differences).toEqual([
      { key: "commit", a: "abc", b: null }, { key: "processor", a: "test", b: "other" }, { key: "machineThreads", a: "4", b: "8" },
      { key: "runtime", a: "node 20.0.0", b: "Firefox 141" },
    ]);
  });
});

describe("rooflineShare", () => {
  it("is the bandwidth of the cells over that of the plain fill", () => {
    // 2²² bytes in 2 ms, against 2¹⁶ points of 16 bytes in 1 ms: half as much in half the time.
    const fill = sampleMeasurement([0.001]);
    const result = sampleResult([fill]);
    expect(rooflineShare(result, fill)).toBeCloseTo(0.5, 12);
    expect(rooflineShare(result, { ...fill, precision: "f32" })).toBeCloseTo(0.25, 12);
  });

  it("is nothing where no cell is kept, no roofline is there, or the clock was too coarse for it", () => {
    const fill = sampleMeasurement([0.001]);
    const result = sampleResult([fill]);
    expect(rooflineShare(result, { ...fill, job: "summary-cells" })).toBeNull();
    expect(rooflineShare(result, { ...fill, threads: 1 })).toBeNull();
    expect(rooflineShare({ ...result, timer: { resolutionSeconds: 0.001 } }, fill)).toBeNull();
  });
});

describe("Markdown", () => {
  const parity = { specs: 1, vectors: 6, engines: [{ id: "js" as const, cells: 9, differentBytes: 3, maxUlp: { growth: 2, growthSlope: 0 }, classDifferences: 0 }] };
  const note = { en: "the counts differ", zh: "计数不同" };
  const result = sampleResult([sampleMeasurement([0.001]), sampleMeasurement([0.5], { job: "surface", validity: "invalid", note })], { parity });

  it("says what, where and how fast, in both languages", () => {
    const english = benchMarkdown(result, "en");
    expect(english).toMatch(/^## Tauscape benchmark\n/);
    for (const word of ["| Runtime | node 20.0.0 |", "| Commit | abc |", "| Timer resolution | 1 µs |", "| 50 % | valid |", "16⁴", "16³", "the counts differ", "2 (g)"]) {
      expect(english).toContain(word);
    }
    const chinese = benchMarkdown(result, "zh");
    for (const word of ["## Tauscape 基准测试", "| 提交 | abc |", "写入内存", "计数不同", "无效"]) expect(chinese).toContain(word);
  });

  it("keeps every row of a table as wide as its header", () => {
    for (const { header, alignments, rows } of resultTables(result, "en")) {
      expect([0, alignments.length]).toContain(header.length);
      for (const row of rows) expect(row).toHaveLength(alignments.length);
    }
  });

  it("leaves no way out of a cell", () => {
    const sly = sampleResult([], { commit: "a|b\n<script>", machine: { ...result.machine, processor: "`[x](y)`" } });
    const markdown = benchMarkdown(sly, "en");
    expect(markdown).toContain(String.raw`| Commit | a\|b \<script\> |`);
    expect(markdown).toContain("\\`\\[x\\](y)\\`");
  });

  it("compares", () => {
    const before = sampleResult([sampleMeasurement(TIMES), sampleMeasurement(TIMES, { size: 32 })]);
    const after = sampleResult([sampleMeasurement(scaled(0.5))], { commit: "def" });
    const english = comparisonMarkdown(compareBench(before, after), "en");
    for (const word of ["| Commit | abc | def |", "| 0.500 |", "| faster |", "| only in A |"]) expect(english).toContain(word);
    expect(comparisonMarkdown(compareBench(before, after), "zh")).toContain("| 更快 |");
    expect(comparisonMarkdown(compareBench(before, sampleResult([])), "en")).toContain("No measurement of one has a partner in the other.");
  });
});
