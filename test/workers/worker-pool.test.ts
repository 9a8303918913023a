import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EngineParts } from "../../src/engines/engine-table.ts";
import type { EngineId } from "../../src/engines/engine.ts";
import { createSharedMemory } from "../../src/engines/wasm/shared-memory.ts";
import { parseSpec } from "../../src/sweep/parse-spec.ts";
import { TILE_CELLS } from "../../src/sweep/plan.ts";
import { claimTile, createClaimQueues, undoneTiles } from "../../src/workers/claim-queue.ts";
import { WorkerLostError, type SpawnLane } from "../../src/workers/lane.ts";
import type { SweepJob, TileAnswer, TileOrder, TilesAnswer } from "../../src/workers/protocol.ts";
import { SweepRun } from "../../src/workers/sweep-run.ts";
import { WorkerPool } from "../../src/workers/worker-pool.ts";

const TILES = 24;
const parsed = parseSpec({ schema: "tauscape/sweep@1", axes: [{ name: "tau", min: 0, max: 1, count: TILES }, { name: "wr", min: 0.1, max: 10, count: TILE_CELLS }], fields: ["growth"] });
if (!parsed.ok) throw new Error("the spec is valid");
const { spec } = parsed;

/** What becomes of an order: it is answered, its worker dies (of claims, after some), or its work fails in a worker that lives. */
type Fate = "answer" | "die" | "fail";
type Fates = (tile: number) => Fate;

/** Workers that compute nothing: the one cell of a tile holds the tile's number. */
function fakeLanes(fates: Fates, spawned: { count: number }): SpawnLane {
  return () => {
    spawned.count++;
    let die: (reason: Error) => void = () => undefined;
    const lost = new Promise<never>((_, reject) => { die = reject; });
    lost.catch(() => undefined);
    let isDead = false;
    let open: SweepJob | null = null;
    let turn: Promise<unknown> = Promise.resolve();
    const terminate = () => {
      isDead = true;
      die(new WorkerLostError("it was closed"));
    };
    const sweep = async ({ job, from, to, output, queue }: TileOrder): Promise<TilesAnswer> => {
      open = job ?? open;
      if (open === null) throw new Error("No sweep is open in this worker.");
      const tiles: TilesAnswer["tiles"][number][] = [];
      const next = (last: number) => (queue === null ? last + 1 : claimTile(queue, to) ?? to);
      for (let index = next(from - 1); index < to; index = next(index)) {
        await Promise.resolve();
        const fate = isDead ? "die" : fates(index);
        if (fate === "fail") throw new Error(`tile ${index} does not work`);
        if (fate === "die") {
          terminate();
          return new Promise(() => undefined);
        }
        tiles.push({ index, result: answerFor(index, open, output) });
        if (queue !== null && tiles.length === 3) break;
      }
      return { tiles, milliseconds: 1 };
    };
    const api = {
      start: () => Promise.resolve(), close: () => Promise.resolve(), memory: () => Promise.resolve([1]), surface: () => new Promise<never>(() => undefined),
      sweep: (order: TileOrder) => {
        const answer = turn.then(() => sweep(order));
        turn = answer.catch(() => undefined);
        return answer;
      },
    };
    return Promise.resolve({ api, lost, terminate });
  };
}

function answerFor(index: number, { transfer }: SweepJob, output: TileOrder["output"]): TileAnswer {
  if (output instanceof ArrayBuffer && output.byteLength === 0) throw new Error("a buffer that has gone down with its worker");
  const totals = { cells: TILE_CELLS, infeasible: 0, positive: 0, negative: 0, boundary: 0, saving: 0, transversality: 0, fields: [null] };
  const buffer = transfer ? Float64Array.of(index).buffer : null;
  return { totals, digests: [], cells: buffer === null ? null : { buffer, sections: [{ field: "growth", offset: 0, length: 8 }] } };
}

const PATHS: readonly (readonly [EngineId, Omit<EngineParts, "id">, number])[] = [
  ["wasm-threads", { module: null, shared: createSharedMemory(), gpu: null }, 3],
  ["wasm-simd", { module: null, shared: null, gpu: null }, 3],
  ["wasm-scalar", { module: null, shared: null, gpu: null }, 2],
  ["js", { module: null, shared: null, gpu: null }, 1],
  ["webgpu", { module: null, shared: null, gpu: { allowSoftware: true } }, 1],
];

/** Runs the sweep; returns the tiles that were handed over and the workers that it took. */
async function runPool([id, parts, workers]: typeof PATHS[number], cells: boolean, fates: Fates) {
  const spawned = { count: 0 };
  const pool = await WorkerPool.start({ id, ...parts }, fakeLanes(fates, spawned), workers);
  const seen: number[] = [];
  const progress: number[] = [];
  const run = new SweepRun(spec, {
    onProgress: ({ done }) => progress.push(done / TILE_CELLS),
    ...(cells ? { onTile: ({ fields }) => { seen.push(new Float64Array((fields.growth ?? new Uint8Array(8)).slice().buffer)[0]); } } : {}),
  });
  await run.on(pool);
  expect(progress).toEqual(Array.from({ length: TILES }, (_, k) => k + 1));
  expect(run.totals.cells).toBe(TILES * TILE_CELLS);
  return { seen, spawned: spawned.count, pool };
}

describe.each(PATHS)("a pool of %s", (...path) => {
  it.each([true, false])("does every tile once in order, whichever tries fail; cells handed over: %s", async (cells) => {
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.nat(TILES - 1), fc.constantFrom<Fate>("die", "fail")), { maxLength: 12 }), async (faults) => {
      const left = new Map<number, Fate[]>();
      for (const [tile, fate] of faults) if ((left.get(tile)?.length ?? 0) < 1) left.set(tile, [...left.get(tile) ?? [], fate]);
      const { seen } = await runPool(path, cells, (tile) => left.get(tile)?.shift() ?? "answer");
      if (cells) expect(seen).toEqual(Array.from({ length: TILES }, (_, k) => k));
    }), { numRuns: 60, examples: [[[[2, "die"], [18, "fail"], [16, "fail"], [8, "die"], [17, "die"]]]] });
  });

  it.each([["die", true], ["die", false], ["fail", true], ["fail", false]] as const)("gives a tile up at its third failure (%s), cells handed over: %s", async (fate, cells) => {
    let tries = 0;
    const run = runPool(path, cells, (tile) => {
      if (tile !== 7) return "answer";
      tries++;
      return fate;
    });
    await expect(run).rejects.toMatchObject({ kind: "tile-failed", range: { from: 7 * TILE_CELLS, to: 8 * TILE_CELLS }, engine: path[0], failures: 3, spec });
    expect(tries).toBe(3);
  });

  it("starts one worker for each that died, and knows whether shared memory went with it", async () => {
    let isDue = true;
    const { spawned, pool } = await runPool(path, true, (tile) => {
      if (tile !== 5 || !isDue) return "answer";
      isDue = false;
      return "die";
    });
    expect(spawned).toBe(path[2] + 1);
    expect(pool.hasLostMemory).toBe(path[0] === "wasm-threads");
  });
});

describe("a claim", () => {
  it("is noted before it is made, so nothing is lost with the worker", () => {
    const [mine, other] = createClaimQueues(4, 2);
    expect(undoneTiles(mine, 6)).toEqual([4]);
    expect([claimTile(mine, 6), claimTile(other, 6), claimTile(mine, 6)]).toEqual([4, 5, null]);
    expect([undoneTiles(mine, 6), undoneTiles(other, 6)]).toEqual([[4], [5]]);
    const [late] = createClaimQueues(6, 1);
    expect(undoneTiles(late, 6)).toEqual([]);
  });
});
