import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tableFromIPC } from "@uwdata/flechette";
import { describe, expect, it } from "vitest";
import { cellCount } from "../../src/sweep/spec.ts";
import { EXAMPLES, hex, tableColumns } from "./examples.ts";
import { itInPython, runPython } from "./python.ts";
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

/** Mapped into memory, as people open what they could not load. */
const DUMP = `
import json, sys, pyarrow
def dump(path):
    with pyarrow.memory_map(path) as source, pyarrow.ipc.open_file(source) as reader:
        table = reader.read_all()
        table.validate(full=True)
        return {"rows": table.num_rows, "batches": reader.num_record_batches, "spec": json.loads(table.schema.metadata[b"tauscape"])["spec"],
          "columns": {name: {"type": str(table[name].type), "nulls": table[name].null_count, "hex": table[name].to_numpy().tobytes().hex()} for name in table.column_names}}
print(json.dumps([dump(path) for path in sys.argv[1:]]))`;
const TYPES: Readonly<Record<string, string>> = { Float64Array: "double", Float32Array: "float", Int8Array: "int8", Uint8Array: "uint8" };

describe("arrow, read by Arrow's own library", () => {
  itInPython(["numpy", "pyarrow"], "gives the same types and bits, mapped into memory", async (python) => {
    const folder = mkdtempSync(join(tmpdir(), "tauscape-arrow-"));
    try {
      const paths = EXAMPLES.map((_, i) => join(folder, `${i}.arrow`));
      for (const [i, [, spec]] of EXAMPLES.entries()) writeFileSync(paths[i], await exportToMemory(ARROW, spec, 9));
      expect(runPython(python, DUMP, ...paths)).toEqual(EXAMPLES.map(([, spec]) => ({
        rows: cellCount(spec), batches: Math.ceil(cellCount(spec) / 9), spec: JSON.parse(JSON.stringify(spec)) as unknown,
        columns: Object.fromEntries([...tableColumns(spec)].map(([name, values]) => [name, { type: TYPES[values.constructor.name], nulls: 0, hex: hex(values) }])),
      })));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
