import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EXPORTERS } from "../../../src/exporters/registry.ts";
import { sweepSpecOf } from "../../../src/state/derived-specs.ts";
import { DEFAULT_STATE } from "../../../src/state/explorer-state.ts";
import { exportCommand, exportName, slurmLines, slurmTime, specName } from "../../../src/state/export/export-command.ts";
import { planShards, possibleFormats, quotaRefusal, SHARD_LIMITS } from "../../../src/state/export/export-plan.ts";
import { progressFacts, titleWithProgress } from "../../../src/state/export/export-progress.ts";
import { formatRate, formatSeconds } from "../../../src/state/export/measures.ts";
import { MOST_SHARDS } from "../../../src/results/shards.ts";
import { planSweep } from "../../../src/sweep/plan.ts";
import { hashSpec } from "../../../src/sweep/spec-hash.ts";

const SPEC = sweepSpecOf({ ...DEFAULT_STATE, resolution: 128 });
const [NPZ] = EXPORTERS;

describe("shards for a wanted time", () => {
  it("take no longer than wanted, as long as a tile does not", () => {
    const { tiles } = planSweep(SPEC);
    const within = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(fc.property(within(0, 100), within(1, 1e7), within(60, 1e6), (once, rest, wanted) => {
      const { shards, seconds: each, limit } = planShards(SPEC, { once, rest, whole: once + rest }, wanted);
      expect(shards).toBeGreaterThanOrEqual(1);
      expect(shards).toBeLessThanOrEqual(tiles);
      if (shards < tiles) expect(each).toBeLessThanOrEqual(wanted * (1 + 1e-12));
      expect(limit).toBe(once + rest / tiles > wanted ? "tile" : null);
      expect(each * shards).toBeGreaterThanOrEqual((once * shards + rest) * (1 - 1e-12));
      // One fewer would take too long, or be the same number of tiles for the longest.
      if (shards > 1) expect(once + (rest * Math.ceil(tiles / (shards - 1))) / tiles).toBeGreaterThan(wanted * (1 - 1e-12));
    }));
  });
});

describe("a sweep of more tiles than there may be shards", () => {
  const huge = { ...SPEC, axes: SPEC.axes.map((axis, k) => ({ name: axis.name, min: 0.1, max: 0.9, count: k === 0 ? 1000 : 2 ** 10, spacing: "linear" as const })) };
  const { tiles } = planSweep(huge);
  it.each([
    ["whose shards are as short as wanted", 10 * tiles / MOST_SHARDS + 1, null],
    ["whose number keeps shards from it", 10, "count"],
    ["of which a tile alone takes longer", 0.5, "tile"],
  ] as const)("%s", (_, wanted, limit) => {
    expect(tiles).toBeGreaterThan(5 * MOST_SHARDS);
    const plan = planShards(huge, { once: 0, rest: tiles, whole: tiles }, wanted);
    expect(plan.limit).toBe(limit);
    expect(plan.shards).toBeLessThanOrEqual(MOST_SHARDS);
    expect(plan.seconds > wanted).toBe(limit !== null);
  });
  it("says which it is", () => {
    expect(SHARD_LIMITS.count.en).toContain("There may be 100,000 shards at most");
    expect(SHARD_LIMITS.tile.en).toContain("starting and one tile take longer");
    expect(SHARD_LIMITS.tile.zh).toContain("每个分片至少含一个分块，而启动加上一个分块的用时");
    expect(SHARD_LIMITS.count.zh).toContain("因此每个分片的用时仍会超过");
  });
});

describe("a format that takes another time than bare values", () => {
  const [once, rest] = [2, 40];
  it.each([
    ["is written by one job where that is quick enough", 60, 60, { shards: 1, isWhole: true, seconds: 60, limit: null }],
    ["is so too where bare values would not be", 30, 35, { shards: 1, isWhole: true, seconds: 30, limit: null }],
    ["is joined of the one shard that is enough, which may take longer", 61, 60, { shards: 1, isWhole: false, seconds: 42, limit: "merge" }],
    ["is joined of several shards, which takes longer", 800, 30, { shards: 2, isWhole: false, seconds: 22, limit: "merge" }],
    ["is joined of several shards, which need not take longer", 50, 30, { shards: 2, isWhole: false, seconds: 22, limit: null }],
    ["is joined of shards that take longer themselves", 800, 1, { isWhole: false, limit: "tile" }],
  ] as const)("%s", (_, whole, wanted, plan) => {
    expect(planShards(SPEC, { once, rest, whole }, wanted)).toMatchObject(plan);
  });
  it("is written by one job where the only tile takes longer already", () => {
    const small = { ...SPEC, axes: SPEC.axes.slice(0, 1) };
    expect(planSweep(small).tiles).toBe(1);
    expect(planShards(small, { once, rest, whole: 800 }, 30)).toEqual({ shards: 1, isWhole: true, seconds: 800, limit: "tile" });
  });
});

describe("the quota", () => {
  it("refuses what does not fit with both sizes, and what nobody knows not at all", () => {
    expect(quotaRefusal(2e9, 1e8, 1e9)?.en).toContain("needs 2.00 GB of the browser’s storage, and 1 GB are left");
    expect(quotaRefusal(2e9, 1e8, 1e9)?.zh).toContain("2.00 GB");
    expect(quotaRefusal(2e9, 1e8, 1e9, true)?.en).toMatch(/^The rest needs 2\.00 GB of the browser’s storage; 1 GB are free\. .* then press Resume\.$/);
    expect([quotaRefusal(1e9, 1e8, 2e9), quotaRefusal(null, 1, 1), quotaRefusal(1e9, 1e8, null)]).toEqual([null, null, null]);
  });
});

describe("the same by the command", () => {
  it("names files by the sweep, and tells the format", () => {
    const stem = `tauscape-${hashSpec(SPEC).slice(7, 15)}`;
    expect(exportName(SPEC, NPZ)).toBe(`${stem}.npz`);
    expect(exportCommand(SPEC, NPZ)).toBe(`tauscape sweep ${specName(SPEC)} --out ${stem}.npz --format npz`);
    expect(slurmLines(SPEC, NPZ, 12, 3600)).toEqual([`sbatch --array=0-11 --time=01:30:00 --wrap="${exportCommand(SPEC, NPZ)} --shards 12 --resume"`, "tauscape merge ."]);
    expect(slurmLines(SPEC, NPZ, 1, 3600)).toEqual([`sbatch --time=01:30:00 --wrap="${exportCommand(SPEC, NPZ)} --resume"`]);
  });
  it.each([[0.2, "00:01:00"], [61, "00:02:00"], [360_000, "100:00:00"]])("gives Slurm %d seconds as %s", (seconds, text) => { expect(slurmTime(seconds)).toBe(text); });
});

describe("progress", () => {
  it("counts what an earlier run did as done, but not as speed", () => {
    expect(progressFacts({ doneCells: 300, cells: 400, beforeCells: 200, seconds: 2, bytes: 4000 })).toEqual({ percent: 75, bytes: 3000, rate: 50, left: 2 });
    expect(progressFacts({ doneCells: 200, cells: 400, beforeCells: 200, seconds: 0, bytes: null })).toEqual({ percent: 50, bytes: null, rate: null, left: null });
    expect(progressFacts({ doneCells: 399, cells: 400, beforeCells: 0, seconds: 1, bytes: 1 }).percent).toBe(99);
  });
  it("stands before the title, once, and leaves it as it was", () => {
    const during = titleWithProgress(titleWithProgress("Tauscape", 4, "zh"), 37, "en");
    expect(during).toBe("37 % · Tauscape");
    expect(titleWithProgress(during, 38, "zh")).toBe("38% · Tauscape");
    for (const language of ["en", "zh"] as const) expect(titleWithProgress(titleWithProgress("Tauscape", 4, language), null, language)).toBe("Tauscape");
  });
});

describe("times and rates", () => {
  it.each([[0.25, "250 ms"], [0.996, "1 s"], [59, "59 s"], [600, "10 min"], [7200, "2 h"], [864_000, "10 days"]])("%d seconds", (seconds, text) => { expect(formatSeconds(seconds).en).toBe(text); });
  it.each([[1500, "1.5 kpoints/s"], [4.2e6, "4.2 Mpoints/s"], [2e9, "2 Gpoints/s"]])("%d points a second", (rate, text) => { expect(formatRate(rate).en).toBe(text); });
});

it("every format that holds several fields is possible for them", () => {
  expect(possibleFormats(3)).not.toContain("npy");
  expect(possibleFormats(1)).toHaveLength(EXPORTERS.length);
});
