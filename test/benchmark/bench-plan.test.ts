import { describe, expect, it } from "vitest";
import { benchSpec, benchSurfaceSpec, planBench, SIZE_RANGE, sizesUpTo } from "../../src/benchmark/bench-plan.ts";
import { BENCH_JOB_IDS } from "../../src/benchmark/bench-result.ts";
import { measureTimerResolution } from "../../src/benchmark/timer-resolution.ts";
import { cellCount } from "../../src/sweep/spec.ts";

describe("sizesUpTo", () => {
  it("doubles from 16 and always ends in the greatest", () => {
    expect(sizesUpTo(64)).toEqual([16, 32, 64]);
    expect(sizesUpTo(50)).toEqual([16, 32, 50]);
    expect(sizesUpTo(8)).toEqual([8]);
  });
});

describe("planBench", () => {
  it("runs every job of a size before the next size, each with all engines", () => {
    const plan = planBench(["wasm-simd", "js"], [4, 16]);
    expect(plan.map(({ job }) => job)).toEqual([...BENCH_JOB_IDS, ...BENCH_JOB_IDS]);
    expect(plan.every(({ engines }) => engines.length === 2)).toBe(true);
    expect(plan.filter(({ size }) => size === 16).map(({ job, points }) => [job, points])).toContainEqual(["surface", 16 ** 3]);
  });

  it("spares slow engines what would take too long, and everyone surfaces that do not fit", () => {
    const large = planBench(["wasm-simd", "js"], [128]);
    expect(large.find(({ job }) => job === "fill")?.engines).toEqual(["wasm-simd"]);
    expect(large.find(({ job }) => job === "surface")?.engines).toEqual(["wasm-simd", "js"]);
    expect(planBench(["js", "webgpu"], [256]).map(({ job, engines }) => [job, engines])).toContainEqual(["summary-rows", ["js"]]);
    expect(planBench(["js"], [256]).map(({ job }) => job)).toEqual(["summary-rows"]);
  });

  it("asks for specs that the product accepts, at every size that can be asked for", () => {
    for (const size of [SIZE_RANGE.min, 16, SIZE_RANGE.max]) {
      expect(cellCount(benchSpec(size, "f32"))).toBe(size ** 4);
      expect(cellCount(benchSurfaceSpec(size))).toBe(size ** 3);
    }
    expect(benchSpec(16).fields).toEqual(["growth", "growthSlope"]);
    expect(benchSurfaceSpec(16).fields).toEqual(["margin", "growth"]);
  });
});

describe("measureTimerResolution", () => {
  it("is the smallest step of a coarse clock, in seconds", () => {
    let reads = 0;
    expect(measureTimerResolution(() => Math.floor(reads++ / 7) * 0.1)).toBeCloseTo(1e-4, 9);
  });

  it("is 0 where the clock stands still, and above 0 on this machine", () => {
    expect(measureTimerResolution(() => 5)).toBe(0);
    expect(measureTimerResolution()).toBeGreaterThan(0);
  });
});
