import { describe, expect, it } from "vitest";
import { BENCH_JOB_IDS } from "../../src/benchmark/bench-result.ts";
import type { BenchProgress } from "../../src/benchmark/bench-steps.ts";
import { parseBench } from "../../src/benchmark/parse-bench.ts";
import { runBench } from "../../src/benchmark/run-bench.ts";
import type { SweepSummary } from "../../src/sweep/summary.ts";
import { ENVIRONMENT, fakeOptions, type Calls } from "./fake-client.ts";

const miscounted = (summary: SweepSummary): SweepSummary => ({ ...summary, positive: summary.positive - 1, negative: summary.negative + 1 });

describe("runBench", () => {
  it("keeps the cold run apart, drops warm-ups and keeps the repeats", async () => {
    // Calls 0 to 3 are memory work; then each job has one cold call, one warm-up and three repeats.
    const { measurements } = await runBench(fakeOptions([{ id: "js", seconds: (call) => (call < 4 ? 0 : [8, 4, 1, 2, 3][(call - 4) % 5]) }]));
    expect(measurements.map(({ job }) => job)).toEqual(BENCH_JOB_IDS);
    for (const { cold, warm, statistics, validity, threads, engine } of measurements) {
      expect({ cold, warm, median: statistics.median, validity, threads, engine })
        .toEqual({ cold: 8, warm: [1, 2, 3], median: 2, validity: "valid", threads: 2, engine: "js" });
    }
  });

  it("lets the engines take turns", async () => {
    const calls: Calls = [];
    await runBench(fakeOptions([{ id: "wasm-simd" }, { id: "js" }], calls));
    expect(calls.slice(0, 4)).toEqual(Array.from({ length: 4 }, () => "wasm-simd memory"));
    expect(calls.slice(4, 14)).toEqual(Array.from({ length: 5 }, () => ["wasm-simd sweep", "js sweep"]).flat());
    expect(calls.slice(-2)).toEqual(["wasm-simd dispose", "js dispose"]);
  });

  it("says where it ran, and what plain memory work took", async () => {
    const result = await runBench(fakeOptions([{ id: "js" }]));
    expect(result).toMatchObject({ ...ENVIRONMENT, schema: "tauscape/bench@1", state: "complete", stopReason: null, parity: null, timer: { resolutionSeconds: 0 } });
    expect(result.settings).toEqual({ sizes: [4], repeats: 3, warmUps: 1, threads: 2 });
    expect(result.rooflines.map(({ work, warm, threads }) => [work, warm, threads])).toContainEqual(["fill", [0.5, 0.5, 0.5], 2]);
  });

  it("gives JSON that reads back as it is", async () => {
    const result = await runBench(fakeOptions([{ id: "wasm-simd" }, { id: "js" }]));
    expect(parseBench(JSON.parse(JSON.stringify(result)))).toEqual({ ok: true, result });
  });

  it("lists engines that do not work here with their reason, and rejects where none does", async () => {
    const absent = { id: "webgpu", unavailable: "this browser has no WebGPU" } as const;
    const { engines, measurements } = await runBench(fakeOptions([absent, { id: "js" }]));
    expect(engines).toEqual([{ id: "webgpu", available: false, reason: "this browser has no WebGPU" }, { id: "js", available: true, reason: null }]);
    expect(measurements.every(({ engine }) => engine === "js")).toBe(true);
    await expect(runBench(fakeOptions([absent]))).rejects.toThrow(/"webgpu" is not available/);
  });

  it("tells its progress up to the end", async () => {
    const seen: BenchProgress[] = [];
    await runBench({ ...fakeOptions([{ id: "js" }]), onProgress: (progress) => seen.push(progress) });
    const done = seen.map((progress) => progress.done);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(new Set(done)).toEqual(new Set(Array.from({ length: 35 }, (_, k) => k)));
    expect(seen.every(({ total }) => total === 34)).toBe(true);
    expect(seen.find((progress) => progress.done === 5)?.label).toEqual({ en: "Fill memory, 4⁴, js", zh: "写入内存，4⁴，js" });
  });

  it("leaves out what would take an engine too long, says so, and still comes to its end", async () => {
    const seen: BenchProgress[] = [];
    const { engines, measurements, state } = await runBench({
      ...fakeOptions([{ id: "wasm-simd", seconds: () => 0.01 }, { id: "js", seconds: () => 1 }]), sizes: [4, 8], repeats: 1, onProgress: (progress) => seen.push(progress),
    });
    const sizesOf = (engine: string, job: string) => measurements.filter((one) => one.engine === engine && one.job === job).map(({ size }) => size);
    expect([sizesOf("js", "fill"), sizesOf("wasm-simd", "fill")]).toEqual([[4], [4, 8]]);
    expect(engines[1].reason).toMatch(/^too slow for Fill memory, 8⁴, js \(about 16 s a run\); Deliver cells/);
    expect([engines[0].reason, state, seen.at(-1)?.done]).toEqual([null, "complete", seen.at(-1)?.total]);
  });
});

describe("what computed something else", () => {
  it("is invalid where most agree otherwise", async () => {
    const { measurements } = await runBench(fakeOptions([{ id: "wasm-simd" }, { id: "wasm-scalar" }, { id: "js", distort: miscounted }]));
    const wrong = measurements.filter(({ validity }) => validity === "invalid");
    expect(wrong.map(({ engine }) => engine)).toEqual(Array.from({ length: 5 }, () => "js"));
    expect(wrong[0].note?.en).toMatch(/counts of cells by class differ from the other runs: found 252\/2\/1\/1, the others 253\/1\/1\/1/);
    expect(wrong[0].note?.zh).toMatch(/计数与其他运行不一致/);
  });

  it("leaves no one valid where it is one word against another", async () => {
    const { measurements } = await runBench(fakeOptions([{ id: "wasm-simd" }, { id: "js", distort: miscounted }]));
    expect(measurements.filter(({ job }) => job !== "surface").every(({ validity }) => validity === "invalid")).toBe(true);
  });

  it("is found in checksums and extremes as well, but those of webgpu are its own", async () => {
    const other = (summary: SweepSummary): SweepSummary => ({
      ...summary, fields: { growth: { min: -2, max: 1, mean: 0, checksum: null }, growthSlope: { min: -1, max: 1, mean: 0, checksum: null } },
    });
    const { measurements } = await runBench(fakeOptions([{ id: "wasm-simd" }, { id: "js" }, { id: "wasm-scalar", distort: other }, { id: "webgpu", distort: other }]));
    const wrong = measurements.filter(({ validity }) => validity === "invalid");
    expect(new Set(wrong.map(({ engine }) => engine))).toEqual(new Set(["wasm-scalar"]));
    expect(wrong).toHaveLength(5);
    expect(measurements.filter(({ engine }) => engine === "webgpu").map(({ precision }) => precision)).toEqual(Array.from({ length: 5 }, () => "f32"));
  });

  it("is invalid where an engine's own runs differ", async () => {
    const unsteady = await runBench(fakeOptions([{ id: "js", distort: (summary, call) => (call === 6 ? miscounted(summary) : summary) }]));
    expect(unsteady.measurements.map(({ validity }) => validity)).toEqual(["invalid", "valid", "valid", "valid", "valid", "valid"]);
    expect(unsteady.measurements[0].note?.en).toMatch(/its own runs/);
  });
});

describe("a benchmark that is stopped", () => {
  it("keeps what was measured, and ends its clients", async () => {
    const controller = new AbortController();
    const calls: Calls = [];
    const before = (call: number): void => { if (call === 12) controller.abort(new Error("enough")); };
    const result = await runBench({ ...fakeOptions([{ id: "js", before }], calls), signal: controller.signal });
    expect(result).toMatchObject({ state: "stopped", stopReason: "enough" });
    expect(result.measurements.map(({ job, warm }) => [job, warm.length])).toEqual([["fill", 3], ["transfer", 2]]);
    expect(calls.at(-1)).toBe("js dispose");
  });

  it("rejects where it is aborted before it began", async () => {
    await expect(runBench({ ...fakeOptions([{ id: "js" }]), signal: AbortSignal.abort(new Error("never mind")) })).rejects.toThrow("never mind");
  });
});

describe("an engine that fails", () => {
  it("takes no further part, and the others go on", async () => {
    // It is second, so that the memory work is not its: its sixth call is the first that delivers cells.
    const before = (call: number): void => { if (call >= 5) throw new Error("out of memory"); };
    const { engines, measurements, state } = await runBench(fakeOptions([{ id: "js" }, { id: "wasm-scalar", before }]));
    expect(engines[1]).toEqual({ id: "wasm-scalar", available: true, reason: "Deliver cells, 4⁴, wasm-scalar: out of memory" });
    expect(measurements.filter(({ engine }) => engine === "wasm-scalar").map(({ job }) => job)).toEqual(["fill"]);
    expect(measurements.filter(({ engine }) => engine === "js")).toHaveLength(6);
    expect(state).toBe("complete");
  });

  it("ends the benchmark where it was the last", async () => {
    const before = (call: number): void => { if (call >= 8) throw new Error("out of memory"); };
    expect(await runBench(fakeOptions([{ id: "js", before }]))).toMatchObject({ state: "stopped", stopReason: "no engine could go on" });
  });
});
