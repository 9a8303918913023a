import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { ExportWriter } from "../../src/exporters/exporter.ts";
import { axisPoints } from "../../src/sweep/axes.ts";
import { cellCount, type SweepSpec } from "../../src/sweep/spec.ts";
import { MemoryTarget } from "./memory-target.ts";
import { itInPython, runPython } from "./python.ts";
import { cellValue, exporterOf, exportToMemory, sourceOf, specOf, tilesByModel } from "./sweep-by-model.ts";

const GIVEN = specOf({
  axes: [
    { name: "alpha", min: 0, max: 0.9, count: 5 },
    { name: "tau", values: [0.1, 0.5] },
    { name: "wr", min: 0.1, max: 10, count: 7, spacing: "log" },
  ],
  fields: ["growth", "class", "status", "margin"],
});
const EQUILIBRIUM = specOf({
  prices: "equilibrium", precision: "f32", rule: "planner",
  axes: [{ name: "A", min: 0.5, max: 1, count: 4 }, { name: "beta", min: 0.1, max: 0.9, count: 3 }],
  fields: ["wr", "r", "status", "class"],
});

const TYPES = { "<f8": Float64Array, "<f4": Float32Array, "|i1": Int8Array, "|u1": Uint8Array } as const;

/** Reads an .npy file by NEP 1. */
function readNpy(bytes: Uint8Array): { descriptor: string; shape: number[]; data: Uint8Array<ArrayBuffer> } {
  expect([...bytes.subarray(0, 8)]).toEqual([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0]);
  const length = 10 + bytes[8] + 256 * bytes[9];
  expect(length % 64).toBe(0);
  const header = new TextDecoder().decode(bytes.subarray(10, length));
  const match = /^\{'descr': '([^']+)', 'fortran_order': False, 'shape': \(([^)]*)\), \} *\n$/.exec(header);
  if (match === null) throw new Error(`No header: ${header}`);
  return { descriptor: match[1], shape: match[2].split(",").filter((size) => size.trim() !== "").map(Number), data: bytes.slice(length) };
}

function readArray(bytes: Uint8Array): { descriptor: string; shape: number[]; values: number[] } {
  const { descriptor, shape, data } = readNpy(bytes);
  const type = TYPES[descriptor as keyof typeof TYPES];
  return { descriptor, shape, values: Array.from(new type(data.buffer)) };
}

function expectedValues(spec: SweepSpec, field: SweepSpec["fields"][number]): number[] {
  const narrow = spec.precision === "f32" ? Math.fround : (value: number): number => value;
  return Array.from({ length: cellCount(spec) }, (_, cell) => narrow(cellValue(spec, field, cell)));
}

describe("npz, read by another ZIP reader", () => {
  it.each([["prices given, float64", GIVEN, "<f8"], ["equilibrium, float32", EQUILIBRIUM, "<f4"]] as const)(
    "holds axes, fields and metadata: %s", async (_, spec, floats) => {
      const members = unzipSync(await exportToMemory(exporterOf("npz"), spec, 16));
      expect(Object.keys(members)).toEqual([...["metadata", ...spec.axes.map(({ name }) => name), ...spec.fields].map((name) => `${name}.npy`)]);
      for (const axis of spec.axes) {
        expect(readArray(members[`${axis.name}.npy`])).toEqual({ descriptor: "<f8", shape: [axisPoints(axis).length], values: [...axisPoints(axis)] });
      }
      for (const field of spec.fields) {
        const descriptor = field === "class" ? "|i1" : field === "status" ? "|u1" : floats;
        const array = readArray(members[`${field}.npy`]);
        expect(array).toEqual({ descriptor, shape: spec.axes.map((axis) => axisPoints(axis).length), values: expectedValues(spec, field) });
      }
    },
  );

  it("carries names, symbols, units, equations and the spec in both languages", async () => {
    const { descriptor, shape, data } = readNpy(unzipSync(await exportToMemory(exporterOf("npz"), GIVEN, 16))["metadata.npy"]);
    expect(shape).toEqual([]);
    expect(descriptor).toBe(`<U${data.length / 4}`);
    const text = String.fromCodePoint(...new Uint32Array(data.buffer));
    const metadata: unknown = JSON.parse(text);
    expect(metadata).toMatchObject({
      spec: GIVEN,
      axes: [{ name: "alpha", symbol: "α", unit: "1" }, { name: "tau" }, { name: "wr" }],
      fields: [{ name: "growth", symbol: "g", unit: "1/year", equation: "R12", label: { zh: "稳态增长率" } }, {}, {}, {}],
    });
  });
});

describe("npz, as a file", () => {
  it("has the length that was planned, and the same bytes whatever the tiles", async () => {
    const once = await exportToMemory(exporterOf("npz"), GIVEN, 1000);
    expect(once.length).toBe((await exporterOf("npz").load()).plannedBytes(await sourceOf(GIVEN)));
    expect(await exportToMemory(exporterOf("npz"), GIVEN, 3)).toEqual(once);
  });

  it("gives each member the CRC-32 of its bytes, joined over the tiles", async () => {
    const bytes = await exportToMemory(exporterOf("npz"), GIVEN, 16);
    const view = new DataView(bytes.buffer);
    let at = 0;
    for (const content of Object.values(unzipSync(bytes))) {
      expect(view.getUint32(at + 14, true)).toBe(crc32(content));
      at += 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true) + content.length;
    }
    expect(view.getUint32(at, true)).toBe(0x02014b50);
  });

  it("plans terabytes without making them", async () => {
    const spec = specOf({ axes: ["alpha", "beta", "tau", "wr"].map((name) => ({ name, min: 0.1, max: 0.4, count: 1000 })), fields: ["growth"] });
    const planned = (await exporterOf("npz").load()).plannedBytes(await sourceOf(spec));
    expect(planned).toBeGreaterThan(8e12);
    expect(planned).toBeLessThan(8e12 + 100_000);
  });

  it("refuses tiles out of order, missing tiles and missing fields", async () => {
    const [first, second] = tilesByModel(GIVEN, 35);
    const open = async (): Promise<ExportWriter> => (await exporterOf("npz").load()).open(await sourceOf(GIVEN), new MemoryTarget(), null);
    await expect((await open()).writeTile(second)).rejects.toThrow("cell 35 came where cell 0 was due");
    const short = await open();
    await short.writeTile(first);
    await expect(short.finish()).rejects.toThrow("35 of 70 cells");
    await expect((await open()).writeTile({ ...first, fields: {} })).rejects.toThrow("lacks the field growth");
  });
});

const DUMP = `
import json, sys, numpy
archive = numpy.load(sys.argv[1], allow_pickle=False)
print(json.dumps({name: {"type": archive[name].dtype.str, "shape": archive[name].shape, "C": bool(archive[name].flags.c_contiguous),
  "hex": archive[name].tobytes().hex()} for name in archive.files if name != "metadata"}
  | {"metadata": json.loads(str(archive["metadata"]))}))`;

describe("npz, read by NumPy", () => {
  itInPython(["numpy"], "gives the same types, shapes, bits and metadata", async (python) => {
      const folder = mkdtempSync(join(tmpdir(), "tauscape-npz-"));
      try {
        for (const spec of [GIVEN, EQUILIBRIUM]) {
          const path = join(folder, "grid.npz");
          writeFileSync(path, await exportToMemory(exporterOf("npz"), spec, 16));
          const dump = runPython(python, DUMP, path) as Record<string, unknown>;
          const [tile] = tilesByModel(spec, cellCount(spec));
          const shape = spec.axes.map((axis) => axisPoints(axis).length);
          for (const field of spec.fields) {
            expect(dump[field]).toMatchObject({ shape, C: true, hex: Buffer.from(tile.fields[field] ?? []).toString("hex") });
          }
          for (const axis of spec.axes) {
            expect(dump[axis.name]).toMatchObject({ type: "<f8", hex: Buffer.from(axisPoints(axis).buffer).toString("hex") });
          }
          expect(dump.metadata).toMatchObject({ spec: JSON.parse(JSON.stringify(spec)) as unknown });
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
});
