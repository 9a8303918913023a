import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { MOST_SHARDS } from "../../src/results/shards.ts";
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

const ONCE_SECONDS = 2;
const CELL_SECONDS = 1e-5;
/** So few cells are evaluated. */
const FEW_CELLS = 1000;

/** A world where every sweep takes as long as it should. `visited` are the points of each; the cells of a large one hold nothing. */
function timedWorld(onceSeconds = ONCE_SECONDS, cellSeconds = CELL_SECONDS) {
  let milliseconds = 0;
  const visited: number[] = [];
  const client = modelClient();
  const timed: typeof client = {
    ...client,
    sweep: async (spec, options = {}) => {
      const count = cellCount(spec);
      visited.push(count);
      milliseconds += 1000 * (onceSeconds + cellSeconds * count);
      if (count < FEW_CELLS) return { ...await client.sweep(spec, options), seconds: cellSeconds * count };
      const fields = Object.fromEntries(spec.fields.map((field) => [field, new Uint8Array(8 * count)]));
      const none = { min: Infinity, max: -Infinity, sum: 0, compensation: 0 };
      const totals = { cells: count, infeasible: 0, positive: 0, negative: 0, boundary: 0, saving: 0, transversality: 0, fields: spec.fields.map(() => none) };
      await options.onTile?.({ start: 0, count, fields, totals, digests: spec.fields.map(() => null), seconds: 0 });
      return { ...await client.sweep(thinSpec(spec, 100)), seconds: cellSeconds * count };
    },
  };
  return { visited, world: { now: () => new Date(milliseconds), createClient: () => Promise.resolve(timed) } };
}

/** A world where a run takes so long for each cell: as a shard of bare values, and in its format. */
function slowFormat(bareSeconds: number, formatSeconds: number) {
  let milliseconds = 0;
  const runSelf = (args: readonly string[]) => {
    const count = cellCount(specOf(JSON.parse(readFileSync(args[1], "utf8")) as object));
    milliseconds += 1000 * (ONCE_SECONDS + count * (args.includes("--shard") ? bareSeconds : formatSeconds));
    return Promise.resolve(null);
  };
  return { ...timedWorld().world, now: () => new Date(milliseconds), runSelf };
}

describe("plan", () => {
  it("gives points, tiles, bytes, memory and a time from samples that were computed and written", async () => {
    const { code, stdout } = await command(["plan", "-", "--json"], { input: JSON.stringify(SMALL), ...timedWorld(2, 0.01).world });
    expect(code).toBe(0);
    const spec = specOf(SMALL);
    const answer = JSON.parse(stdout) as PlanAnswer;
    expect(answer).toEqual({
      schema: "tauscape/plan@1", spec: (await sourceOf(spec)).specHash, points: 40, tiles: { count: 1, cells: 2 ** 20 }, seconds: 2.4,
      formats: await Promise.all(EXPORTERS.filter(({ holdsSeveralFields }) => holdsSeveralFields).map(async (exporter) => (
        { format: exporter.id, bytes: await lengthOf(exporter, spec), exact: true, seconds: 2.4, memoryBytes: expect.any(Number) as number, fits: true }
      ))),
      measured: { points: 40, seconds: 0.4, engine: "js", threads: 2 },
      disk: { folder: testFolder(), freeBytes: expect.any(Number) as number }, shards: null,
    });
    for (const { memoryBytes } of answer.formats) expect(memoryBytes).toBeGreaterThan(2 ** 24);
    expect(readdirSync(testFolder())).toEqual([]);
  });

  it("prints them for people, with what does not fit", async () => {
    const { stdout } = await command(["plan", "-"], { input: JSON.stringify(SMALL), ...timedWorld().world });
    expect(stdout).toMatch(/^Points +40$/m);
    expect(stdout).toMatch(/^npz +exactly [\d.]+ kB +about [\d.]+ s +about [\d.]+ MB$/m);
    const files = { ...NODE_FILES, freeBytes: (path: string) => Promise.resolve(path.includes("tauscape-plan") ? 1e12 : 1e6) };
    const full = await command(["plan", "-", "--format", "npz", "--lang", "zh"], { input: JSON.stringify(SMALL), ...timedWorld().world, files });
    expect(full).toMatchObject({ code: 0, stdout: expect.stringMatching(/^npz +恰为 [\d.]+ kB .*磁盘空间不足$/m) as string });
  });

  it("tells what is spent once from what each point takes", async () => {
    const axes = (count: number) => HUGE.axes.map((axis) => ({ ...axis, count }));
    for (const [once, each, count] of [[3, 1e-5, 1000], [0, 2e-5, 1000], [50, 4e-6, 64]] as const) {
      const input = JSON.stringify({ ...HUGE, axes: axes(count), fields: ["growth"] });
      const { stdout } = await command(["plan", "-", "--format", "npy", "--json"], { input, ...timedWorld(once, each).world });
      const { seconds, formats: [{ seconds: written }] } = JSON.parse(stdout) as PlanAnswer;
      for (const found of [seconds, written]) expect(found / (once + each * count ** 4)).toBeCloseTo(1, 2);
    }
  });

  it("cuts the sweep into shards that are done in the time that is wanted, and gives the lines for Slurm", async () => {
    const plan = (within: string, ...args: readonly string[]) => command(["plan", "-", "--within", within, "--out", "my grid.npz", "--format", "npz", ...args], {
      input: JSON.stringify(HUGE), ...timedWorld().world,
    });
    const shardsWithin = async (within: string) => (JSON.parse((await plan(within, "--json")).stdout) as PlanAnswer).shards;
    const whole = await shardsWithin("100000d");
    expect(whole).toMatchObject({ withinSeconds: 100_000 * 86_400, format: "npz", count: 1, limit: null, mergeSeconds: 0, merge: null });
    expect(whole?.command).toMatch(/^sbatch --cpus-per-task=2 --requeue --time=\d+:\d\d:00 --wrap='tauscape sweep sweep\.json --out '\\''my grid\.npz'\\'' --format npz --threads 2 --resume'$/);
    const one = (await plan("100000d", "--lang", "zh")).stdout;
    expect(one).toContain("npz 的分片：1 个，即整个扫描");
    expect(one).not.toMatch(/--array|--shards|merge/);
    const parts = await shardsWithin(`${(whole?.seconds ?? 0) / 3.5}s`);
    expect(parts).toMatchObject({ count: 4, limit: null, merge: "tauscape merge ." });
    expect(parts?.command).toMatch(/^sbatch --array=0-3 --cpus-per-task=2 --requeue --time=\d+:\d\d:00 --wrap='tauscape sweep sweep\.json --out '\\''my grid\.npz'\\'' --format npz --shards 4 --threads 2 --resume'$/);
    const { stdout } = await plan("0.001s");
    expect(stdout).toContain(`Shards for npz: ${MOST_SHARDS.toLocaleString("en")}, each`);
    expect(stdout).toContain("A shard holds one tile at least");
    expect((await plan(`${(whole?.seconds ?? 0) / 2e5}s`)).stdout).toContain("There may be 100,000 shards at most");
    expect(await plan("soon")).toMatchObject({ code: 2, stderr: expect.stringContaining('--within: found "soon"') as string });
  });

  it("does not promise in time a format that takes longer than bare values, and says so", async () => {
    const axes = HUGE.axes.map((axis) => ({ ...axis, count: 128 }));
    const input = JSON.stringify({ ...HUGE, axes, fields: ["growth"] });
    const plan = (within: string, ...args: readonly string[]) => command(["plan", "-", "--format", "csv.gz", "--within", within, ...args], { input, ...slowFormat(1.4e-7, 3.1e-6) });
    const { shards } = JSON.parse((await plan("60s", "--json")).stdout) as PlanAnswer;
    expect(shards).toMatchObject({ count: 1, limit: "merge", merge: "tauscape merge ." });
    expect(shards?.seconds).toBeCloseTo(ONCE_SECONDS + 1.4e-7 * 128 ** 4, 0);
    expect(shards?.mergeSeconds).toBeCloseTo(ONCE_SECONDS + 3.1e-6 * 128 ** 4, 0);
    expect(shards?.command).toMatch(/^sbatch --array=0-0 .* --time=00:01:00 .*--shards 1 /);
    const { stdout } = await plan("60s");
    expect(stdout).toMatch(/^Shards for csv\.gz: 1, which takes about 39\.6 s on such a machine; making the file of it, about 13\.9 min at most\.$/m);
    expect(stdout).toContain("joining shards into it may take as long");
    expect((await plan("60s", "--lang", "zh")).stdout).toContain("以该格式写出所有点的用时超过所要求的时间");
    expect((await plan("30s")).stdout).toContain("Shards for csv.gz: 2, each");
    expect((await plan("15min")).stdout).not.toMatch(/--array|--shards|merge|longer/);
  });

  it("says where no sample can be written", async () => {
    const { code, stderr } = await command(["plan", "-", "--out", "nowhere/grid.npz"], { input: JSON.stringify(SMALL) });
    expect(code).toBe(2);
    expect(stderr).toContain("No sample could be written in nowhere: there is no folder nowhere");
  });

  it("does not run the sweep", async () => {
    const { visited, world } = timedWorld();
    await command(["plan", "-", "--format", "npz"], { input: JSON.stringify(HUGE), ...world });
    expect(visited.length).toBeGreaterThan(0);
    expect(Math.max(...visited)).toBeLessThan(2 ** 23);
  });

  it("runs samples whole, also as a task of an array, with the engine and the threads that are asked for", async () => {
    const said: (readonly [args: string, env: object])[] = [];
    const { code } = await command(["plan", "-", "--engine", "js", "--threads", "2", "--format", "npz", "--within", "1h"], {
      input: JSON.stringify(SMALL), env: { SLURM_ARRAY_TASK_ID: "1", SLURM_ARRAY_TASK_COUNT: "4", LANG: "C" },
      runSelf: (args, env) => { said.push([args.join(" "), env]); return Promise.resolve(null); },
    });
    expect(code).toBe(0);
    expect(said.map(([args]) => args.replaceAll(/\S+\/run\//g, ""))).toEqual([
      "--out sample.npz --format npz", "--out sample.npz --format npz --shard 0/1", "--json --method cells",
    ].map((rest) => `sweep sample.json --quiet --lang en --engine js --threads 2 ${rest}`));
    for (const [, env] of said) expect(env).toEqual({ LANG: "C" });
  });

  it("says why a sample failed, and leaves nothing behind", async () => {
    const failed = await command(["plan", "-"], { input: JSON.stringify(SMALL), runSelf: () => Promise.resolve("tauscape: a.npz could not be written: no space is left. What was done is kept: mend that.\n") });
    expect(failed).toMatchObject({ code: 1, stderr: expect.stringMatching(/^tauscape: No sample could be written in \S+: a\.npz could not be written: no space is left\. Nothing was left behind\.$/m) as string });
    expect(readdirSync(testFolder())).toEqual([]);
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
