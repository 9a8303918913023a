import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chartCsv } from "../../src/state/chart-table.ts";
import { growthFigure, growthTable } from "../../src/state/growth-figure.ts";
import { DEFAULT_PARAMETERS } from "../../src/model/index.ts";
import { pythonWith, runPython } from "../exporters/python.ts";

const python = pythonWith("csv");

/** Rows as Python's csv module reads them. */
function readByPython(text: string): string[][] {
  if (python === null) throw new Error("no python");
  return runPython(python, "import csv, io, json, sys; print(json.dumps(list(csv.reader(io.StringIO(sys.argv[1], newline='')))))", text) as string[][];
}

describe.skipIf(python === null)(python === null ? "chartCsv, left out: no python3 here" : "chartCsv", () => {
  it("is read by Python as what was written: every number exactly, no value as nothing, any text in one cell", () => {
    const headings = ["τ", 'g (1/year), "rule": report', "line\nbreak"];
    const rows = fc.sample(fc.tuple(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(NaN), fc.double({ noNaN: true, noDefaultInfinity: true })), 50);
    const [first, ...read] = readByPython(chartCsv({ headings, rows }));
    expect(first).toEqual(headings);
    expect(read.map((row) => row.map((cell) => (cell === "" ? NaN : Number(cell))))).toEqual(rows.map((row) => row.map((value) => value + 0)));
  });

  it("holds Figure 7: a row a compute share, a column a curve, named with its unit", () => {
    const figure = growthFigure(DEFAULT_PARAMETERS);
    if (figure === null) throw new Error("not feasible");
    const [headings, ...rows] = readByPython(chartCsv(growthTable(figure, "en")));
    expect(headings.slice(0, 2)).toEqual(["τ", "g (1/year), rule: Report, prices: Given"]);
    expect(rows.length).toBe(figure.taus.length);
    expect(Number(rows[30][1])).toBe(figure.curves[0].growth[30]);
  });
});
