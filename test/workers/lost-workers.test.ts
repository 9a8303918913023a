import { crc32 } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { parseSpec } from "../../src/sweep/parse-spec.ts";
import { TILE_CELLS } from "../../src/sweep/plan.ts";
import { cellCount, type SweepSpec } from "../../src/sweep/spec.ts";
import type { SweepSummary } from "../../src/sweep/summary.ts";
import { createClient } from "../../src/workers/create-client.ts";
import type { SpawnLane, WorkerLane } from "../../src/workers/lane.ts";
import { nodePlatform } from "../../src/workers/node-client.ts";
import type { TileOrder } from "../../src/workers/protocol.ts";
import type { SweepClient } from "../../src/workers/sweep-client.ts";

function specOf(input: object): SweepSpec {
  const parsed = parseSpec({ schema: "tauscape/sweep@1", ...input });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.spec;
}

/** Six tiles and a bit. */
const SPEC = specOf({
  fields: ["growth", "class", "status"],
  axes: [{ name: "alpha", min: 0.01, max: 0.9, count: 130 }, { name: "tau", min: 0.02, max: 0.98, count: 200 }, { name: "wr", min: 0.1, max: 10, count: 250, spacing: "log" }],
});

/** Says at which of a worker's orders of sweeps it is to be killed. */
type Fate = (order: TileOrder, which: number) => boolean;

/** Real worker threads, some of which are ended from outside while they compute. */
function mortal(fate: Fate, spawned: WorkerLane[] = []): SpawnLane {
  const { spawn } = nodePlatform();
  let orders = 0;
  return async (parts) => {
    const lane = await spawn(parts);
    spawned.push(lane);
    return {
      ...lane,
      api: {
        start: (again) => lane.api.start(again), close: () => lane.api.close(), surface: (request) => lane.api.surface(request),
        memory: (work, bytes, repeats) => lane.api.memory(work, bytes, repeats),
        sweep: (order) => {
          if (!fate(order, orders++)) return lane.api.sweep(order);
          void lane.api.sweep(order);
          setTimeout(() => lane.terminate(), 2);
          return new Promise(() => undefined);
        },
      },
    };
  };
}

const openClient = (engine: "wasm-threads" | "wasm-simd" | "js", spawn: SpawnLane): Promise<SweepClient> =>
  createClient({ ...nodePlatform(), availableThreads: 2, spawn }, { engine, threads: 2 });

/** What a sweep finds, but for its time; with `cells`, a digest of every byte that was handed over. */
async function findings(client: SweepClient, cells: boolean): Promise<SweepSummary & { readonly bytes: number }> {
  let bytes = 0;
  let next = 0;
  const summary = await client.sweep(SPEC, {
    checksum: true,
    ...(cells ? {
      onTile: ({ start, count, fields }) => {
        expect(start).toBe(next);
        next += count;
        for (const field of SPEC.fields) bytes = crc32(fields[field] ?? new Uint8Array(0), bytes);
      },
    } : {}),
  });
  if (cells) expect(next).toBe(cellCount(SPEC));
  return { ...summary, seconds: 0, engine: "js", bytes };
}

describe("a worker that is killed", () => {
  const expected = new Map<boolean, Awaited<ReturnType<typeof findings>>>();
  beforeAll(async () => {
    const client = await openClient("wasm-simd", nodePlatform().spawn);
    for (const cells of [true, false]) expected.set(cells, await findings(client, cells));
    client.dispose();
  });

  it.each(["wasm-threads", "wasm-simd", "js"] as const)("on %s is followed by another, and the sweep finds the same, with cells handed over and without", async (engine) => {
    const spawned: WorkerLane[] = [];
    const deaths = [1, 4];
    const client = await openClient(engine, mortal((_, which) => deaths.includes(which), spawned));
    expect(await findings(client, true)).toEqual(expected.get(true));
    expect(spawned.length).toBe(4);
    deaths.push(12, 14);
    expect(await findings(client, false)).toEqual(expected.get(false));
    expect(client.engine).toMatchObject({ id: engine, skipped: [] });
    client.dispose();
  });
});

describe("a tile that kills its worker whenever it is tried", () => {
  it.each([
    ["wasm-simd", true], ["wasm-simd", false], ["wasm-threads", true],
  ] as const)("ends the run after three times with what reproduces it: %s, cells handed over: %s", async (engine, cells) => {
    const deadly = 4;
    let deaths = 0;
    const client = await openClient(engine, mortal(({ from, to }) => {
      const dies = from <= deadly && deadly < to;
      if (dies) deaths++;
      return dies;
    }));
    const failure = await findings(client, cells).catch((cause: unknown) => cause);
    expect(failure).toMatchObject({
      kind: "tile-failed", spec: SPEC, range: { from: deadly * TILE_CELLS, to: (deadly + 1) * TILE_CELLS }, method: "cells", engine, failures: 3,
      message: expect.stringContaining(JSON.stringify(SPEC)) as unknown,
    });
    expect(deaths).toBe(3);
    client.dispose();
  });

  it("is not another engine's business, and the client sweeps again", async () => {
    let isDeadly = true;
    const client = await openClient("wasm-threads", mortal(() => isDeadly));
    await expect(findings(client, false)).rejects.toMatchObject({ kind: "tile-failed", engine: "wasm-threads", failures: 3 });
    isDeadly = false;
    expect((await client.sweep(SPEC)).points).toBe(cellCount(SPEC));
    expect(client.engine.id).toBe("wasm-threads");
    client.dispose();
  });

  it("names the whole sweep where rows were followed", async () => {
    const client = await openClient("wasm-simd", mortal(() => true));
    await expect(client.sweep(SPEC, { method: "rows" })).rejects.toMatchObject({ spec: SPEC, range: { from: 0, to: cellCount(SPEC) }, method: "rows" });
    client.dispose();
  });
});

describe("a surface", () => {
  it("is extracted by the next worker where one dies", async () => {
    const grid = specOf({ fields: ["margin", "growth"], axes: ["alpha", "beta", "tau"].map((name) => ({ name, min: 0.1, max: 0.6, count: 40 })) });
    const spawned: WorkerLane[] = [];
    const client = await openClient("wasm-simd", mortal(() => false, spawned));
    const request = { spec: grid, field: "growth", level: 0.05, colour: "margin" } as const;
    const expected = await client.surface(request);
    for (const lane of spawned) lane.terminate();
    await Promise.allSettled(spawned.map(({ lost }) => lost));
    expect((await client.surface(request)).mesh).toEqual(expected.mesh);
    expect(spawned.length).toBe(3);
    client.dispose();
  });
});

it("does not come back when its client is disposed of", async () => {
  const spawned: WorkerLane[] = [];
  const client = await openClient("wasm-simd", mortal(() => false, spawned));
  const run = client.sweep(SPEC, { onTile: () => client.dispose() });
  await expect(run).rejects.toMatchObject({ kind: "worker-lost" });
  await expect(client.sweep(SPEC)).rejects.toMatchObject({ kind: "worker-lost" });
  expect(spawned.length).toBeLessThanOrEqual(4);
});
