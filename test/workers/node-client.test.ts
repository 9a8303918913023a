import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ENGINES } from "../../src/engines/engine-table.ts";
import { SlotCache } from "../../src/engines/slot-cache.ts";
import { TileSweeper } from "../../src/engines/tile-sweeper.ts";
import { parseSpec } from "../../src/sweep/parse-spec.ts";
import { TILE_CELLS } from "../../src/sweep/plan.ts";
import { cellCount, type SweepSpec } from "../../src/sweep/spec.ts";
import { createNodeSweepClient } from "../../src/workers/node-client.ts";
import type { SweepClient } from "../../src/workers/sweep-client.ts";
import { arbitrarySpec } from "../support/arbitrary-spec.ts";
import { KERNEL_HOSTS } from "../support/kernel-hosts.ts";
import { evaluateCells, expectedBytes } from "../support/reference-sweep.ts";

function specOf(input: object): SweepSpec {
  const parsed = parseSpec({ schema: "tauscape/sweep@1", ...input });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.spec;
}

/** Three tiles and a bit, so that tiles begin and end within rows. */
const LARGE = specOf({
  axes: [
    { name: "tau", min: 0.02, max: 0.98, count: 31 }, { name: "alpha", min: 0.01, max: 0.99, count: 47 },
    { name: "beta", min: 0.01, max: 0.99, count: 47 }, { name: "wr", min: 0.1, max: 10, count: 51, spacing: "log" },
  ],
  fields: ["growth", "class", "status", "growthSlope"],
});

describe.each([1, 2])("a pool of %i worker threads", (threads) => {
  let client: SweepClient;
  beforeAll(async () => {
    client = await createNodeSweepClient({ threads });
  });
  afterAll(() => client.dispose());

  it("returns the model's bytes for random specs", async () => {
    await fc.assert(fc.asyncProperty(arbitrarySpec, async (spec) => {
      fc.pre(cellCount(spec) <= 3000);
      const expected = evaluateCells(spec);
      const seen: string[] = [];
      await client.sweep(spec, {
        onTile: ({ fields }) => {
          for (const field of spec.fields) {
            expect(Buffer.from(fields[field] ?? []).equals(expectedBytes(spec, field, expected)), field).toBe(true);
            seen.push(field);
          }
        },
      });
      expect(seen).toEqual(spec.fields);
    }), { numRuns: 60 });
  });

  it("equals a plain call of the kernels, tile by tile, in order", async () => {
    const plain = new TileSweeper(KERNEL_HOSTS[0].create(), new SlotCache(), LARGE, { cells: TILE_CELLS, slots: 1 });
    let next = 0;
    const progress: number[] = [];
    const summary = await client.sweep(LARGE, {
      onProgress: ({ done }) => progress.push(done),
      onTile: ({ start, count, fields }) => {
        expect(start).toBe(next);
        next += count;
        plain.sweep({ start, count }, false);
        const bytes = plain.bytes(count);
        for (const field of LARGE.fields) expect(Buffer.compare(Buffer.from(fields[field] ?? []), Buffer.from(bytes[field] ?? []))).toBe(0);
      },
    });
    expect(next).toBe(cellCount(LARGE));
    expect(next).toBeGreaterThan(3 * TILE_CELLS);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress.at(-1)).toBe(next);
    expect(summary.points).toBe(next);
  });

  it("runs one sweep at a time, in the order of the calls", async () => {
    const small = specOf({ axes: [{ name: "tau", min: 0.1, max: 0.9, count: 9 }] });
    const ended: string[] = [];
    await Promise.all([
      client.sweep(LARGE).then(() => ended.push("large")),
      client.sweep(small).then(() => ended.push("small")),
    ]);
    expect(ended).toEqual(["large", "small"]);
  });

  it("stops on the signal with its reason, and sweeps again afterwards", async () => {
    const controller = new AbortController();
    const run = client.sweep(LARGE, { signal: controller.signal, onTile: () => controller.abort(new Error("changed my mind")) });
    await expect(run).rejects.toThrow("changed my mind");
    await expect(client.sweep(LARGE, { signal: controller.signal })).rejects.toThrow("changed my mind");
    expect((await client.sweep(LARGE)).points).toBe(cellCount(LARGE));
  });
});

describe("the summary of a sweep", () => {
  it("is the same from every engine and any number of threads: counts, extremes, means and checksums", async () => {
    const summaries = [];
    for (const { id } of ENGINES.filter((engine) => engine.id !== "webgpu")) {
      for (const threads of [1, 2]) {
        const client = await createNodeSweepClient({ engine: id, threads });
        const { engine, seconds, threads: used, ...found } = await client.sweep(LARGE, { checksum: true });
        client.dispose();
        expect([engine, used]).toEqual([id, threads]);
        expect(seconds).toBeGreaterThan(0);
        summaries.push(found);
      }
    }
    for (const found of summaries) expect(found).toEqual(summaries[0]);
    expect(summaries[0].positive + summaries[0].negative + summaries[0].boundary).toBe(summaries[0].feasible);
    expect(summaries[0].fields.class).toEqual({ checksum: expect.stringMatching(/^xxh128t-[0-9a-f]{32}$/) as string });
  });

  it("has null where no cell is feasible, and no flags where status was not asked for", async () => {
    const client = await createNodeSweepClient({ threads: 1 });
    const summary = await client.sweep(specOf({ axes: [{ name: "alpha", values: [0.8, 0.9] }], fixed: { beta: 0.3 } }));
    client.dispose();
    expect(summary).toMatchObject({ feasible: 0, infeasible: 2, share: null, flags: null, fields: { growth: { min: null, max: null, mean: null, checksum: null } } });
  });
});

describe("options that ask for what is not here", () => {
  it("are refused with the list of engines and the range of threads", async () => {
    await expect(createNodeSweepClient({ engine: "webgpu" })).rejects.toThrow(/"webgpu" is not available.*Engines here: auto, wasm-threads, wasm-simd, wasm-scalar, js/);
    await expect(createNodeSweepClient({ threads: 0 })).rejects.toThrow(/Found 0 threads; allowed: a whole number from 1 to \d+/);
    await expect(createNodeSweepClient({ threads: 100_000 })).rejects.toThrow(/allowed: a whole number from 1/);
  });
});
