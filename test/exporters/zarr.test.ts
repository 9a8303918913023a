import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as zarr from "zarrita";
import { chunkGrid, chunkParts } from "../../src/exporters/zarr/chunk-grid.ts";
import { axisPoints } from "../../src/sweep/axes.ts";
import { axisCount, type SweepSpec } from "../../src/sweep/spec.ts";
import { EXAMPLES, fieldColumn, hex, type Column } from "./examples.ts";
import { itInPython, runPython } from "./python.ts";
import { exporterOf, exportFiles, sourceOf, specOf } from "./sweep-by-model.ts";

const VERSIONS = [["zarr", 3], ["zarr2", 2]] as const;

async function openedStore(id: string, spec: SweepSpec): Promise<zarr.Group<Map<string, Uint8Array>>> {
  const files = await exportFiles(exporterOf(id), spec, 9);
  return zarr.open(new Map([...files].map(([path, bytes]) => [`/${path}`, bytes])), { kind: "group" });
}

describe.each(VERSIONS)("%s, read by zarrita", (id, version) => {
  it.each(EXAMPLES)("has every axis and field, bit for bit: %s", async (_, spec) => {
    const root = await openedStore(id, spec);
    for (const axis of spec.axes) {
      const { data } = await zarr.get(await zarr.open(root.resolve(axis.name), { kind: "array" }));
      expect(hex(data as Column)).toBe(hex(axisPoints(axis)));
    }
    for (const field of spec.fields) {
      const array = await zarr.open(root.resolve(field), { kind: "array" });
      const { data, shape } = await zarr.get(array);
      expect(shape).toEqual(spec.axes.map(axisCount));
      expect(hex(data as Column)).toBe(hex(fieldColumn(spec, field)));
      const names = spec.axes.map(({ name }) => name);
      expect(version === 3 ? array.dimensionNames : array.attrs._ARRAY_DIMENSIONS).toEqual(names);
    }
  });

  it("describes the sweep and its fields, and once more in one document", async () => {
    const [[, spec]] = EXAMPLES;
    const root = await openedStore(id, spec);
    expect(root.attrs).toMatchObject({ Conventions: "CF-1.11", tauscape: { spec, software: { name: "Tauscape" } } });
    const { attrs } = await zarr.open(root.resolve("growth"), { kind: "array" });
    expect(attrs).toMatchObject({ units: "1/year", symbol: "g", equation: "R12", long_name_zh: "稳态增长率" });
    const consolidated = await zarr.withConsolidatedMetadata({ get: (key) => Promise.resolve(root.store.get(key)) }, { format: version === 3 ? "v3" : "v2" });
    expect(consolidated.contents().map(({ path }) => path)).toEqual(expect.arrayContaining(["/", "/growth", "/class", "/alpha"]));
  });

  it("plans the length that it has", async () => {
    for (const [, spec] of EXAMPLES) {
      const files = await exportFiles(exporterOf(id), spec, 100);
      const length = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
      expect((await exporterOf(id).load()).plannedBytes(await sourceOf(spec))).toBe(length);
    }
  });
});

describe("chunkGrid", () => {
  const shapes = fc.array(fc.oneof(fc.constantFrom(1, 2, 3, 1000), fc.integer({ min: 1, max: 3000 })), { minLength: 1, maxLength: 4 })
    .filter((lengths) => lengths.reduce((product, count) => product * count, 1) < 2 ** 40);

  it("gives chunks of at most 2^20 cells that are ranges of cells, and parts that fill each once", () => {
    fc.assert(fc.property(shapes, fc.integer({ min: 2 ** 16, max: 2 ** 22 }), (lengths, tileCells) => {
      const grid = chunkGrid(lengths);
      expect(grid.cells).toBeLessThanOrEqual(2 ** 20);
      expect(grid.shape.reduce((product, count) => product * count, 1)).toBe(grid.cells);
      const total = lengths.reduce((product, count) => product * count, 1);
      const filled = new Map<string, number>();
      for (let start = 0; start < Math.min(total, 30 * tileCells); start += tileCells) {
        for (const { index, at, count, padding } of chunkParts(grid, start, Math.min(tileCells, total - start))) {
          const path = index.join("/");
          expect(at).toBe(filled.get(path) ?? 0);
          filled.set(path, at + count + padding);
          index.forEach((position, axis) => { expect(position).toBeLessThan(grid.counts[axis]); });
        }
      }
      for (const [, cells] of [...filled].slice(0, -1)) expect(cells).toBe(grid.cells);
    }), { numRuns: 60 });
  });

  it("cuts a long axis with what is left over padded, and read back whole", async () => {
    const spec = specOf({ axes: [{ name: "tau", min: 0.001, max: 0.999, count: 3 }, { name: "wr", min: 0.1, max: 10, count: 2 ** 20 + 5 }], fields: ["class"] });
    const grid = chunkGrid(spec.axes.map(axisCount));
    expect(grid).toMatchObject({ shape: [1, 2 ** 20], counts: [3, 2] });
    expect([...chunkParts(grid, 2 ** 20 + 3, 4)]).toEqual([
      { index: [0, 1], at: 3, count: 2, padding: 2 ** 20 - 5 },
      { index: [1, 0], at: 0, count: 2, padding: 0 },
    ]);
    expect((await exporterOf("zarr").load()).plannedBytes(await sourceOf(spec))).toBeGreaterThan(6 * 2 ** 20 + 16 * 2 ** 20);
  });
});

const DUMP = `
import json, sys, xarray
print(json.dumps([{name: {"dimensions": v.dims, "hex": v.values.tobytes().hex()} for name, v in
  xarray.open_zarr(path, mask_and_scale=False).variables.items()} for path in sys.argv[1:]]))`;

describe("zarr2, read by xarray", () => {
  itInPython(["zarr", "xarray"], "gives the same bits and dimensions", async (python) => {
    const folder = mkdtempSync(join(tmpdir(), "tauscape-zarr-"));
    try {
      const stores = EXAMPLES.map((_, i) => join(folder, `${i}.v2.zarr`));
      for (const [i, [, spec]] of EXAMPLES.entries()) {
        const { [i]: store } = stores;
        for (const [path, bytes] of await exportFiles(exporterOf("zarr2"), spec, 16)) {
          mkdirSync(dirname(join(store, path)), { recursive: true });
          writeFileSync(join(store, path), bytes);
        }
      }
      const dumps = runPython(python, DUMP, ...stores) as Record<string, object>[];
      for (const [i, [, spec]] of EXAMPLES.entries()) {
        const { [i]: dump } = dumps;
        const dimensions = spec.axes.map(({ name }) => name);
        for (const axis of spec.axes) expect(dump[axis.name]).toMatchObject({ dimensions: [axis.name], hex: hex(axisPoints(axis)) });
        for (const field of spec.fields) expect(dump[field]).toMatchObject({ dimensions, hex: hex(fieldColumn(spec, field)) });
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
