import { tableFromIPC } from "@uwdata/flechette";
import { describe, expect, it } from "vitest";
import { cellCount } from "../../src/sweep/spec.ts";
import { EXAMPLES, hex, tableColumns } from "./examples.ts";
import { exporterOf, exportToMemory, sourceOf, tilesByModel } from "./sweep-by-model.ts";

const ARROW = exporterOf("arrow");

describe("arrow's writer", () => {
  const [[, spec]] = EXAMPLES;

  it.each([0, 1, 3, 7])("rejects where the disk refuses a write, and not behind anyone's back: number %i of a tile", async (refused) => {
    let writes = -1;
    const sink = {
      async write() {
        if (writes++ === refused) throw new Error("full");
        await new Promise((resolve) => setImmediate(resolve));
      },
    };
    const writer = await (await ARROW.load()).open(await sourceOf(spec), { file: () => Promise.resolve(sink) }, null);
    const [tile] = tilesByModel(spec, 9);
    await expect(writer.writeTile(tile)).rejects.toThrow("full");
  });

  it("gives the digests that come with a tile along with its fields, and takes no column's memory before it is written", async () => {
    const digests = spec.fields.map((_, k) => Uint8Array.of(k));
    const given: (readonly [string, Uint8Array | undefined])[] = [];
    const sink = {
      async write(bytes: Uint8Array, _position: number, pieces?: Uint8Array) {
        const before = hex(bytes);
        await new Promise((resolve) => setImmediate(resolve));
        expect(hex(bytes)).toBe(before);
        given.push([before, pieces]);
      },
    };
    const writer = await (await ARROW.load()).open(await sourceOf(spec), { file: () => Promise.resolve(sink) }, null);
    const [tile] = tilesByModel(spec, 9);
    await writer.writeTile({ ...tile, digests });
    for (const [k, field] of spec.fields.entries()) {
      expect(given).toContainEqual([hex(tile.fields[field] ?? new Uint8Array(0)), digests[k]]);
    }
    expect(given.filter(([, pieces]) => pieces !== undefined).length).toBe(spec.fields.length);
  });
});

describe("arrow, read by flechette", () => {
  it.each(EXAMPLES)("has a column an axis and a field, bit for bit, and no nulls: %s", async (_, spec) => {
    const table = tableFromIPC(await exportToMemory(ARROW, spec, 9));
    expect(table.numRows).toBe(cellCount(spec));
    const columns = tableColumns(spec);
    expect(table.names).toEqual([...columns.keys()]);
    for (const [name, values] of columns) {
      const column = table.getChild(name);
      expect(column.nullCount).toBe(0);
      expect(column.data).toHaveLength(Math.ceil(cellCount(spec) / 9));
      const read = column.toArray() as typeof values;
      expect(read.constructor).toBe(values.constructor);
      expect(hex(read)).toBe(hex(values));
    }
  });

  it("describes the sweep and every column", async () => {
    const [[, spec]] = EXAMPLES;
    const { schema } = tableFromIPC(await exportToMemory(ARROW, spec, 9));
    expect(JSON.parse(schema.metadata?.get("tauscape") ?? "")).toMatchObject({ spec, software: { name: "Tauscape" } });
    const growth = schema.fields.find(({ name }) => name === "growth");
    expect(growth?.nullable).toBe(false);
    expect(Object.fromEntries(growth?.metadata ?? [])).toMatchObject({ symbol: "g", unit: "1/year", equation: "R12", "label:zh": "稳态增长率" });
  });
});
