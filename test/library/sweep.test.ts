import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from "vitest";
import { cellCount, exportSweep, MemorySink, SpecError, startWorkers, summarize, sweep, TILE_CELLS, type SweepWorkers } from "../../src/library/index.ts";
import { DEFAULT_PARAMETERS, evaluatePoint } from "../../src/library/model.ts";
import { specOf } from "../../src/library/input.ts";
import { exportToMemory, exporterOf } from "../exporters/sweep-by-model.ts";
import { evaluateCells, expectedBytes } from "../support/reference-sweep.ts";

const SMALL = {
  axes: [{ name: "alpha", min: 0.05, max: 0.95, count: 17 }, { name: "tau", values: [0.1, 0.7] }, { name: "wr", min: 0.1, max: 10, count: 11, spacing: "log" }],
  fields: ["class", "growth", "status", "margin"],
} as const;
/** Nine tiles and a bit: more than workers run ahead. */
const LARGE = { axes: [{ name: "tau", min: 0, max: 1, count: 3200 }, { name: "wr", min: 0.1, max: 10, count: 3000 }], fields: ["growth"] } as const;

let workers: SweepWorkers;
beforeAll(async () => { workers = await startWorkers({ threads: 1 }); });
afterAll(() => workers.dispose());

describe("sweep", () => {
  it("hands over the model's values in typed arrays, and then the summary", async () => {
    const spec = specOf(SMALL);
    const cells = evaluateCells(spec);
    const tiles = sweep(SMALL, { workers, checksum: true });
    const seen = [];
    for await (const tile of tiles) seen.push(tile);
    expect(seen.map(({ start, count }) => [start, count])).toEqual([[0, cellCount(spec)]]);
    const [{ fields }] = seen;
    expectTypeOf(fields.growth).toEqualTypeOf<Float64Array<ArrayBuffer>>();
    expectTypeOf(fields.class).toEqualTypeOf<Int8Array<ArrayBuffer>>();
    expectTypeOf(fields.status).toEqualTypeOf<Uint8Array<ArrayBuffer>>();
    // @ts-expect-error -- a field that was not asked for
    expect(fields.threshold).toBeUndefined();
    for (const field of SMALL.fields) expect(Buffer.from(fields[field].buffer).equals(expectedBytes(spec, field, cells)), field).toBe(true);
    expect(await tiles.summary).toMatchObject({ schema: "tauscape/summary@1", points: cellCount(spec), fields: { growth: { checksum: expect.stringMatching(/^xxh128t-/) as unknown } } });
  });

  it("gives float32 where that is asked for, and growth and its slope where nothing is", async () => {
    for await (const { fields } of sweep({ axes: [{ name: "tau", values: [0.2, 0.4] }], precision: "f32" }, { workers })) {
      expectTypeOf(fields.growthSlope).toEqualTypeOf<Float32Array<ArrayBuffer>>();
      expect(Object.keys(fields)).toEqual(["growth", "growthSlope"]);
      const { growth } = evaluatePoint({ ...DEFAULT_PARAMETERS, tau: 0.2 }, "report", "given").fields;
      expect([...fields.growth][0]).toBe(Math.fround(growth ?? NaN));
    }
  });

  it("waits to be asked, and is at most a few tiles ahead", async () => {
    let done = 0;
    const tiles = sweep(LARGE, { workers, onProgress: (progress) => { done = progress.done; } });
    const first = await tiles.next();
    expect(first).toMatchObject({ done: false, value: { start: 0, count: TILE_CELLS } });
    await new Promise((resolve) => setTimeout(resolve));
    expect(done).toBe(0);
    await tiles.next();
    expect(done).toBe(TILE_CELLS);
    await tiles.return?.();
    await expect(tiles.summary).rejects.toMatchObject({ name: "AbortError" });
    expect(await tiles.next()).toEqual({ done: true, value: undefined });
  });

  it("gives arrays that stay as they are", async () => {
    const kept = [];
    for await (const { fields } of sweep(LARGE, { workers })) kept.push([fields.growth, fields.growth.at(-1)] as const);
    for (const [values, last] of kept) expect(values.at(-1)).toBe(last);
    expect(new Set(kept.map(([, last]) => last)).size).toBe(kept.length);
  });

  it("takes whole tiles of a sweep, and refuses to cut one", async () => {
    const starts = [];
    for await (const { start } of sweep(LARGE, { workers, range: { from: 2 * TILE_CELLS, to: 4 * TILE_CELLS } })) starts.push(start / TILE_CELLS);
    expect(starts).toEqual([2, 3]);
    await expect(sweep(LARGE, { workers, range: { from: 1, to: TILE_CELLS } }).next()).rejects.toThrow(RangeError);
  });

  it("rejects with the signal's reason, ends at a break, and leaves the workers fit", async () => {
    const controller = new AbortController();
    const tiles = sweep(LARGE, { workers, signal: controller.signal });
    await tiles.next();
    controller.abort(new Error("enough"));
    await expect(tiles.next()).rejects.toThrow("enough");
    await expect(tiles.summary).rejects.toThrow("enough");
    for await (const { start } of sweep(LARGE, { workers })) if (start > 0) break;
    expect((await summarize(SMALL, { workers })).points).toBe(374);
    const unused = sweep(LARGE, { workers });
    await unused.return?.();
    await expect(unused.summary).rejects.toMatchObject({ name: "AbortError" });
  });

  it("starts workers of its own where none are given, of the engine asked for", async () => {
    const tiles = sweep(SMALL, { engine: "js", threads: 1 });
    for await (const { count } of tiles) expect(count).toBe(374);
    expect(await tiles.summary).toMatchObject({ engine: "js", threads: 1 });
    await expect(sweep(SMALL, { threads: 0 }).next()).rejects.toMatchObject({ kind: "thread-count" });
    await expect(summarize(SMALL, { engine: "cuda" as "js" })).rejects.toThrow(/engine: found "cuda"; allowed: auto, wasm-threads/);
    await expect(summarize(SMALL, { method: "row" as "rows" })).rejects.toThrow(/method: found "row" \(did you mean rows\?\); allowed: auto, cells, rows/);
    await expect(startWorkers({ engine: "wasm-simt" as "js" })).rejects.toThrow(/engine: found "wasm-simt" \(did you mean wasm-simd\?\); allowed: auto, wasm-threads/);
    await expect(summarize(SMALL, { engine: "webgpu" })).rejects.toMatchObject({ kind: "engine-unavailable" });
    await expect(summarize(SMALL, { workers: { ...workers } })).rejects.toThrow("startWorkers");
  });

  it("refuses a bad spec at once, with all that is wrong", () => {
    const bad = { axes: [{ name: "tau", min: 0.5, max: 0.2, count: 4 }], fixed: { alpha: 2 } } as const;
    expect(() => sweep(bad)).toThrow(SpecError);
    expect(() => sweep(bad)).toThrow(/axes\[0\].*fixed\.alpha/s);
  });
});

describe("exportSweep", () => {
  it.each(["npz", "csv"])("writes what the exporter writes: %s", async (id) => {
    const spec = specOf(SMALL);
    const sink = new MemorySink();
    const outcome = await exportSweep(SMALL, { format: id, sink, workers, fileName: "grid" });
    const expected = await exportToMemory(exporterOf(id), spec, 50, "grid");
    expect(Buffer.from(sink.bytes()).equals(expected)).toBe(true);
    expect(outcome).toMatchObject({ bytes: sink.bytes().length, fileName: "grid" });
  });

  it("refuses a format that is not there, and a missing sink", async () => {
    await expect(exportSweep(SMALL, { format: "xls", sink: new MemorySink(), workers })).rejects.toThrow(/found "xls"; allowed: npz/);
    await expect(exportSweep(SMALL, { workers })).rejects.toThrow(/sink/);
  });
});
