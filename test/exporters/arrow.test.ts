import { tableFromIPC } from "@uwdata/flechette";
import { describe, expect, it } from "vitest";
import { cellCount } from "../../src/sweep/spec.ts";
import { EXAMPLES, hex, tableColumns } from "./examples.ts";
import { exporterOf, exportToMemory } from "./sweep-by-model.ts";

const ARROW = exporterOf("arrow");

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
