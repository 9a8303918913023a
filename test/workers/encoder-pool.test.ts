import { createHash } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { ENCODE_HERE } from "../../src/exporters/blocks/encode-here.ts";
import type { Encoders } from "../../src/exporters/blocks/encoders.ts";
import type { FilledTile } from "../../src/sweep/tile.ts";
import type { EncodeWorkerApi } from "../../src/workers/encode-protocol.ts";
import { EncoderPool, type SpawnEncoder } from "../../src/workers/encoder-pool.ts";
import { WorkerLostError, type Lane } from "../../src/workers/lane.ts";
import { nodeLane } from "../../src/workers/node-lane.ts";
import { MemoryTarget } from "../exporters/memory-target.ts";
import { exporterOf, giveTile, sourceOf, specOf } from "../exporters/sweep-by-model.ts";

const FORMATS = ["csv", "csv.gz", "parquet"];
const COUNT = 37;
const TILE_CELLS = 30_000;
const SPEC = specOf({
  fields: ["growth", "class"],
  axes: [{ name: "alpha", min: 0.01, max: 0.9, count: COUNT }, { name: "tau", min: 0.02, max: 0.98, count: COUNT }, { name: "wr", min: 0.1, max: 10, count: COUNT, spacing: "log" }],
});

/** Numbers of many lengths, NaN among them; what they mean is nothing to a format. */
const TILES: readonly FilledTile[] = Array.from({ length: Math.ceil(COUNT ** 3 / TILE_CELLS) }, (_, t) => {
  const start = t * TILE_CELLS;
  const count = Math.min(TILE_CELLS, COUNT ** 3 - start);
  const growth = Float64Array.from({ length: count }, (__, i) => ((start + i) % 11 === 0 ? NaN : Math.sin(start + i) * 10 ** ((start + i) % 9 - 4)));
  return { start, count, fields: { growth: new Uint8Array(growth.buffer), class: new Uint8Array(Int8Array.from({ length: count }, (__, i) => (i % 3) - 1).buffer) } };
});

const spawn: SpawnEncoder = () => nodeLane<EncodeWorkerApi>("dist/cli/encode-worker.js");
const pools: EncoderPool[] = [];
afterEach(() => { for (const pool of pools.splice(0)) pool.dispose(); });

function poolOf(workers: number, start: SpawnEncoder = spawn): EncoderPool {
  const pool = new EncoderPool(start, workers);
  pools.push(pool);
  return pool;
}

async function digestOf(id: string, encoders: Encoders | undefined): Promise<string> {
  const target = new MemoryTarget();
  const writer = await (await exporterOf(id).load(encoders)).open(await sourceOf(SPEC), target, null);
  for (const tile of TILES) await giveTile(writer, tile);
  await writer.finish();
  const [bytes] = target.files().values();
  return createHash("sha256").update(bytes).digest("hex");
}

/** Workers that die under some of their blocks; counts the blocks that were asked for. */
function mortal(dies: (block: number) => boolean): { readonly spawn: SpawnEncoder; readonly asked: () => number; readonly born: () => number } {
  let asked = 0;
  let born = 0;
  return {
    asked: () => asked,
    born: () => born,
    async spawn(): Promise<Lane<EncodeWorkerApi>> {
      born++;
      const lane = await spawn();
      return {
        ...lane,
        api: {
          open: (table) => lane.api.open(table),
          encode(block, output) {
            if (dies(asked++)) lane.terminate();
            return lane.api.encode(block, output);
          },
        },
      };
    },
  };
}

describe("encoding workers", () => {
  it.each(FORMATS)("give the bytes of %s that this thread gives, one of them or two", async (id) => {
    const here = await digestOf(id, undefined);
    const { spawn: counting, asked } = mortal(() => false);
    for (const workers of [1, 2]) expect(await digestOf(id, poolOf(workers, counting))).toBe(here);
    expect(asked()).toBeGreaterThanOrEqual(2 * 4);
  });

  it("change from table to table", async () => {
    const pool = poolOf(1);
    const digests = await Promise.all(FORMATS.map((id) => digestOf(id, pool)));
    expect(digests).toEqual(await Promise.all(FORMATS.map((id) => digestOf(id, ENCODE_HERE))));
  });

  it.each(FORMATS)("that die are replaced, and %s has the same bytes", async (id) => {
    const { spawn: dying, born } = mortal((block) => block % 3 === 1);
    expect(await digestOf(id, poolOf(2, dying))).toBe(await digestOf(id, undefined));
    expect(born()).toBeGreaterThan(2);
  });

  it("are done without where they die again and again, or cannot start", async () => {
    const here = await digestOf("csv", undefined);
    const { spawn: doomed, born } = mortal(() => true);
    expect(await digestOf("csv", poolOf(1, doomed))).toBe(here);
    expect(born()).toBeLessThanOrEqual(2 * 3);
    expect(await digestOf("csv", poolOf(2, () => Promise.reject(new Error("no more processes"))))).toBe(here);
    expect(await digestOf("csv", poolOf(2, () => { throw new Error("no more processes"); }))).toBe(here);
  });

  it("that fail at a block fail the tile, and say why", async () => {
    const pool = poolOf(1);
    const block = { start: 0, count: 5, columns: ["growth"], fields: {} };
    await expect(pool.encode({ format: "parquet", spec: SPEC }, block)).rejects.toThrow("lacks the field growth");
  });

  it("reject what is under way when they are ended", async () => {
    const pool = poolOf(1);
    const [{ start, count, fields }] = TILES;
    const columns = ["alpha", "tau", "wr", "growth", "class"];
    const underWay = pool.encode({ format: "csv.gz", spec: SPEC }, { start, count, columns, fields });
    pool.dispose();
    await expect(underWay).rejects.toThrow(WorkerLostError);
  });
});
