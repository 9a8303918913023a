import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { parseSpec } from "../../src/sweep/parse-spec.ts";
import { MOST_SHARDS } from "../../src/results/shards.ts";
import { planSweep, tileAt } from "../../src/sweep/plan.ts";
import type { SweepSpec } from "../../src/sweep/spec.ts";
import { shardRange } from "../../src/results/shards.ts";
import { TileFailedError } from "../../src/workers/tile-failed.ts";
import { WorkerLostError } from "../../src/workers/lane.ts";
import type { SweepOptions } from "../../src/workers/sweep-client.ts";
import { command, modelClient, testFolder } from "./test-io.ts";

function specOf(counts: readonly number[]): SweepSpec {
  const axes = counts.map((count, k) => ({ name: ["alpha", "beta", "tau", "wr"][k], min: 0.1, max: 0.9, count }));
  const parsed = parseSpec({ schema: "tauscape/sweep@1", axes });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.spec;
}

const failing = (failure: TileFailedError) => () => Promise.resolve({ ...modelClient(), sweep: () => Promise.reject(failure) });

it("says in one paragraph which cells failed and what to run: the spec, and the shard that has the tile", async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 9000 }), { minLength: 1, maxLength: 4 }), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), async (counts, at) => {
    const spec = specOf(counts);
    const plan = planSweep(spec);
    const { start, count } = tileAt(plan, Math.floor(at * plan.tiles));
    const range = { from: start, to: start + count };
    const failure = new TileFailedError({ spec, range, method: "cells", engine: "wasm-simd", failures: 3 }, new WorkerLostError("exit 1"));
    const { code, stderr } = await command(["sweep", "-"], { input: JSON.stringify(spec), createClient: failing(failure) });
    expect(code).toBe(1);
    const match = /^tauscape: The points ([\d,]+)–([\d,]+) failed 3 times with the engine wasm-simd, .*\(exit 1\).* This reproduces it: echo '(\{.*\})' \| tauscape sweep - --engine wasm-simd --threads 1 --shard (\d+)\/(\d+) --out failed\n$/.exec(stderr);
    expect(match).not.toBeNull();
    const [, from, last, json, index, shards] = match ?? [];
    expect([from, last]).toEqual([range.from, range.to - 1].map((cell) => cell.toLocaleString("en")));
    expect(parseSpec(JSON.parse(json))).toEqual({ ok: true, spec });
    const shard = shardRange(spec, { index: Number(index), count: Number(shards) });
    expect(shard.from).toBeLessThanOrEqual(range.from);
    expect(shard.to).toBeGreaterThanOrEqual(range.to);
    if (plan.tiles <= MOST_SHARDS) expect(shard).toEqual(range);
  }));
});

it("says that what is done is kept and how to go on, and the same command with --resume and another engine ends with the same bytes", async () => {
  const spec = specOf([20, 10]);
  const input = JSON.stringify(spec);
  const failure = new TileFailedError({ spec, range: { from: 100, to: 150 }, method: "cells", engine: "wasm-simd", failures: 3 }, new WorkerLostError("exit 1"));
  const model = modelClient();
  const createClient = () => Promise.resolve({
    ...model,
    sweep: (given: SweepSpec, options: SweepOptions = {}) => model.sweep(given, {
      ...options,
      onTile: async (tile) => {
        if (tile.start === 100) throw failure;
        await options.onTile?.(tile);
      },
    }),
  });
  const args = ["sweep", "-", "--out", "grid.npz"];
  const { code, stderr } = await command(args, { input, createClient });
  expect(code).toBe(1);
  expect(stderr).toMatch(/ This reproduces it: echo .* --out failed\nWhat was done of grid\.npz is kept: run the same command with --resume to go on; add --engine js, which gives the same bytes, should wasm-simd fail again\.\n$/);
  expect((await command([...args, "--resume", "--lang", "zh"], { input, createClient })).stderr).toContain("加 --resume 继续；若 wasm-simd 再次失败，可再加 --engine js");
  expect(await command([...args, "--resume", "--engine", "js"], { input })).toMatchObject({ code: 0 });
  expect((await command(["sweep", "-", "--out", "whole.npz"], { input })).code).toBe(0);
  expect(readFileSync(join(testFolder(), "grid.npz"))).toEqual(readFileSync(join(testFolder(), "whole.npz")));
});

it("asks for the rows again where rows were followed, and speaks Chinese", async () => {
  const spec = specOf([9, 9]);
  const failure = new TileFailedError({ spec, range: { from: 0, to: 81 }, method: "rows", engine: "js", failures: 3 }, new WorkerLostError("exit 1"));
  const { stderr } = await command(["--lang", "zh", "sweep", "-"], { input: JSON.stringify(spec), createClient: failing(failure) });
  expect(stderr).toMatch(/^tauscape: 引擎 js 在第 0–80 个点上失败了 3 次.*tauscape sweep - --engine js --threads 1 --method rows\n$/);
});
