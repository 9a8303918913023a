import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { csvParse, csvParseRows } from "d3-dsv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvNumber } from "../../src/exporters/csv/axis-texts.ts";
import { cellCount, type SweepSpec } from "../../src/sweep/spec.ts";
import { itInPython, runPython } from "./python.ts";
import { parametersOf } from "../support/reference-sweep.ts";
import { cellValue, exporterOf, exportToMemory, sourceOf, specOf } from "./sweep-by-model.ts";

const SPEC = specOf({
  axes: [
    { name: "beta", min: 0, max: 0.9, count: 4 },
    { name: "alpha", values: [0.35, 0.9] },
    { name: "wr", min: 0.1, max: 10, count: 5, spacing: "log" },
  ],
  fields: ["growth", "class", "status"],
});

async function table(spec: SweepSpec, tileCells: number): Promise<string> {
  return new TextDecoder().decode(await exportToMemory(exporterOf("csv"), spec, tileCells, "a grid.csv"));
}

function expectedRow(spec: SweepSpec, cell: number): number[] {
  const narrow = spec.precision === "f32" ? Math.fround : (value: number): number => value;
  const parameters = parametersOf(spec)(cell);
  return [...spec.axes.map(({ name }) => parameters[name]), ...spec.fields.map((field) => narrow(cellValue(spec, field, cell)))];
}

describe("csvNumber", () => {
  it("is the shortest text that reads back to the same bits", () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const text = csvNumber(value);
      expect(Object.is(Number(text), value)).toBe(true);
      const digits = text.replace(/e.*$/, "").replace(/[-.]/g, "").replace(/^0+|0+$/g, "");
      if (digits.length > 1) expect(Number(value.toPrecision(digits.length - 1))).not.toBe(value);
    }), { numRuns: 2000 });
  });

  it("is empty for NaN and keeps the sign of zero", () => {
    expect(csvNumber(NaN)).toBe("");
    expect(csvNumber(-0)).toBe("-0");
  });
});

describe("csv, read by d3-dsv", () => {
  it.each([["float64", SPEC], ["float32", { ...SPEC, precision: "f32" }]] as const)("has a row a point, the last axis fastest: %s", async (_, spec) => {
    const [header, ...rows] = csvParseRows(await table(spec, 7));
    expect(header).toEqual(["beta", "alpha", "wr", "growth", "class", "status"]);
    expect(rows).toHaveLength(cellCount(spec));
    rows.forEach((row, cell) => expect(row.map((text) => (text === "" ? NaN : Number(text)))).toEqual(expectedRow(spec, cell)));
  });

  it("leaves infeasible values empty, and says so in class and status", async () => {
    const [first] = csvParse(await table(SPEC, 100));
    expect(first).toMatchObject({ beta: "0", growth: "", class: "-128", status: "1" });
  });

  it("has the same bytes whatever the tiles", async () => {
    expect(await table(SPEC, 1)).toBe(await table(SPEC, 1000));
  });
});

describe("the metadata beside it", () => {
  it("describes every column by the W3C's vocabulary", async () => {
    const [sidecar] = (await exporterOf("csv").load()).sidecars(await sourceOf(SPEC, "a grid.csv"));
    expect(sidecar.suffix).toBe("-metadata.json");
    const metadata = JSON.parse(sidecar.text) as { tableSchema: { columns: Record<string, unknown>[] }; [key: string]: unknown };
    expect(metadata).toMatchObject({ url: "a%20grid.csv", "dc:identifier": expect.stringMatching(/^sha256-[0-9a-f]{64}$/) as string });
    expect(JSON.parse(String(metadata["dc:provenance"]))).toEqual(SPEC);
    const { columns } = metadata.tableSchema;
    expect(columns.map(({ name }) => name)).toEqual(["beta", "alpha", "wr", "growth", "class", "status"]);
    expect(columns.map(({ datatype }) => datatype)).toEqual(["double", "double", "double", "double", "byte", "unsignedByte"]);
    expect(columns[3]).toMatchObject({ "skos:notation": "g", "schema:unitText": "1/year", "dc:source": "R12", null: "" });
  });
});

const BITS = `
import csv, json, struct, sys
with open(sys.argv[1], newline="", encoding="utf-8") as file:
    rows = list(csv.reader(file))
print(json.dumps([rows[0]] + [[struct.pack(">d", float(text)).hex() if text else None for text in row] for row in rows[1:]]))`;

function bitsOf(value: number): string | null {
  if (Number.isNaN(value)) return null;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return Buffer.from(view.buffer).toString("hex");
}

describe("csv, read by Python", () => {
  itInPython(["csv"], "gives the same bits", async (python) => {
    const folder = mkdtempSync(join(tmpdir(), "tauscape-csv-"));
    try {
      const path = join(folder, "grid.csv");
      writeFileSync(path, await table(SPEC, 7));
      const [, ...rows] = runPython(python, BITS, path) as (string | null)[][];
      expect(rows).toEqual(Array.from({ length: cellCount(SPEC) }, (_, cell) => expectedRow(SPEC, cell).map(bitsOf)));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
