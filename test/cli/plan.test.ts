import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { PlanAnswer } from "../../src/cli/plan-answer.ts";
import type { Exporter } from "../../src/exporters/exporter.ts";
import { EXPORTERS } from "../../src/exporters/registry.ts";
import { thinSpec } from "../../src/sweep/thin-spec.ts";
import { axisPoints } from "../../src/sweep/axes.ts";
import { axisCount, cellCount, type SweepSpec } from "../../src/sweep/spec.ts";
import { exportFiles, sourceOf, specOf } from "../exporters/sweep-by-model.ts";
import { NODE_FILES } from "../../src/results/node/node-files.ts";
import { command, modelClient, testFolder } from "./test-io.ts";

const HUGE = { schema: "tauscape/sweep@1", axes: ["alpha", "beta", "tau", "wr"].map((name) => ({ name, min: 0.01, max: 0.9, count: 1000 })) };
const SMALL = { schema: "tauscape/sweep@1", axes: [{ name: "alpha", min: 0.1, max: 0.9, count: 40 }] };

/** Bytes of all files of a result. */
async function lengthOf(exporter: Exporter, spec: SweepSpec): Promise<number> {
  return [...(await exportFiles(exporter, spec, cellCount(spec))).values()].reduce((sum, { length }) => sum + length, 0);
}

/** Every look at the clock is half a second later. */
function clock(): () => Date {
  let time = 0;
  return () => new Date(time += 500);
}

/** Counts the points that it is asked to visit; half a second for each sweep. The cells that it hands over hold nothing. */
function countingClient(visited: number[]): ReturnType<typeof modelClient> {
  const client = modelClient();
  return {
    ...client,
    sweep: async (spec, { onTile } = {}) => {
      const count = cellCount(spec);
      visited.push(count);
      const fields = Object.fromEntries(spec.fields.map((field) => [field, new Uint8Array(8 * count)]));
      const none = { min: Infinity, max: -Infinity, sum: 0, compensation: 0 };
      const totals = { cells: count, infeasible: 0, positive: 0, negative: 0, boundary: 0, saving: 0, transversality: 0, fields: spec.fields.map(() => none) };
      await onTile?.({ start: 0, count, fields, totals, digests: spec.fields.map(() => null), seconds: 0 });
      return client.sweep(thinSpec(spec, 100));
    },
  };
}

describe("plan", () => {
  it("gives points, tiles, bytes, memory and a time from samples that were computed and written", async () => {
    const { code, stdout } = await command(["plan", "-", "--json"], { input: JSON.stringify(SMALL), now: clock() });
    expect(code).toBe(0);
    const spec = specOf(SMALL);
    const answer = JSON.parse(stdout) as PlanAnswer;
    expect(answer).toEqual({
      schema: "tauscape/plan@1", spec: (await sourceOf(spec)).specHash, points: 40, tiles: { count: 1, cells: 2 ** 20 }, seconds: 0.5,
      formats: await Promise.all(EXPORTERS.filter(({ holdsSeveralFields }) => holdsSeveralFields).map(async (exporter) => (
        { format: exporter.id, bytes: await lengthOf(exporter, spec), exact: true, seconds: expect.any(Number) as number, memoryBytes: expect.any(Number) as number, fits: true }
      ))),
      measured: { points: 40, seconds: 0.5, engine: "js", threads: 2 },
      disk: { folder: testFolder(), freeBytes: expect.any(Number) as number }, shards: null,
    });
    // The clock goes on by at least one step while a result is written.
    for (const { seconds, memoryBytes } of answer.formats) {
      expect(seconds).toBeGreaterThanOrEqual(0.5);
      expect(memoryBytes).toBeGreaterThan(2 ** 24);
    }
    expect(readdirSync(testFolder())).toEqual([]);
  });

  it("prints them for people, with what does not fit", async () => {
    const { stdout } = await command(["plan", "-"], { input: JSON.stringify(SMALL), now: clock() });
    expect(stdout).toMatch(/^Points +40$/m);
    expect(stdout).toMatch(/^npz +exactly [\d.]+ kB +about [\d.]+ s +about [\d.]+ MB$/m);
    const files = { ...NODE_FILES, freeBytes: (path: string) => Promise.resolve(path.includes("tauscape-plan") ? 1e12 : 1e6) };
    const full = await command(["plan", "-", "--format", "npz", "--lang", "zh"], { input: JSON.stringify(SMALL), now: clock(), files });
    expect(full).toMatchObject({ code: 0, stdout: expect.stringMatching(/^npz +恰为 [\d.]+ kB .*磁盘空间不足$/m) as string });
  });

  it("cuts the sweep into shards that are done in the time that is wanted, and gives the lines for Slurm", async () => {
    const plan = (within: string, ...args: readonly string[]) => command(["plan", "-", "--within", within, "--out", "my grid.csv", "--format", "csv", ...args], {
      input: JSON.stringify(HUGE), now: clock(), createClient: () => Promise.resolve(countingClient([])),
    });
    const shardsWithin = async (within: string) => (JSON.parse((await plan(within, "--json")).stdout) as PlanAnswer).shards;
    const whole = await shardsWithin("100000d");
    expect(whole).toMatchObject({ withinSeconds: 100_000 * 86_400, format: "csv", count: 1, merge: "tauscape merge ." });
    const parts = await shardsWithin(`${(whole?.seconds ?? 0) / 3.5}s`);
    expect(parts?.count).toBe(4);
    expect(parts?.command).toMatch(/^sbatch --array=0-3 --time=\d+:\d\d:00 --wrap='tauscape sweep sweep\.json --out '\\''my grid\.csv'\\'' --format csv --shards 4 --resume'$/);
    const tiles = Math.ceil(1000 ** 4 / 2 ** 20);
    const { stdout } = await plan("0.001s");
    expect(stdout).toContain(`Shards for csv: ${tiles.toLocaleString("en")}, each`);
    expect(stdout).toContain("A shard holds a tile at least");
    expect(await plan("soon")).toMatchObject({ code: 2, stderr: expect.stringContaining('--within: found "soon"') as string });
  });

  it("says where no sample can be written", async () => {
    const { code, stderr } = await command(["plan", "-", "--out", "nowhere/grid.npz"], { input: JSON.stringify(SMALL) });
    expect(code).toBe(2);
    expect(stderr).toContain("No sample could be written in nowhere: there is no folder nowhere");
  });

  it("does not run the sweep", async () => {
    const visited: number[] = [];
    await command(["plan", "-", "--format", "npz"], { input: JSON.stringify(HUGE), createClient: () => Promise.resolve(countingClient(visited)), now: clock() });
    expect(visited.length).toBeGreaterThan(0);
    expect(Math.max(...visited)).toBeLessThan(2 ** 23);
  });

  it("refuses what sweep refuses", async () => {
    expect(await command(["plan", "-"], { input: "{}" })).toMatchObject({ code: 2, stdout: "" });
  });
});

describe("thinSpec", () => {
  it("keeps points of the sweep, spread over every axis, the inner ones densest", () => {
    const spec = specOf(HUGE);
    const thin = thinSpec(spec, 2 ** 20);
    expect(thin.axes.map(axisCount)).toEqual([8, 8, 16, 1000]);
    thin.axes.forEach((axis, k) => {
      const points = new Set(axisPoints(spec.axes[k]));
      const kept = [...axisPoints(axis)];
      expect(kept.every((point) => points.has(point))).toBe(true);
      expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
    });
    const [alpha] = thin.axes.map((axis) => axisPoints(axis));
    expect(alpha[0]).toBeLessThan(0.1);
    expect(alpha[7]).toBeGreaterThan(0.8);
  });

  it("leaves a small sweep as it is", () => {
    expect(thinSpec(specOf(SMALL), 40)).toEqual(specOf(SMALL));
  });

  it("never exceeds its budget, however many the axes", () => {
    const names = ["alpha", "beta", "tau", "wr", "r", "sigma", "delta", "rho", "eta"];
    const spec = specOf({ axes: names.map((name) => ({ name, min: 0.01, max: 0.9, count: 50 })) });
    for (const budget of [1, 100, 2 ** 14, 2 ** 21]) expect(cellCount(thinSpec(spec, budget))).toBeLessThanOrEqual(budget);
  });
});
