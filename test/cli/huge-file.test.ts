import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { AsyncRecordBatchFileReader, RecordBatchReader } from "apache-arrow";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cellCount, type SweepSpec } from "../../src/sweep/spec.ts";
import type { FieldSummary, SweepSummary } from "../../src/sweep/summary.ts";
import { pythonWith, runPython } from "../exporters/python.ts";
import { specOf } from "../exporters/sweep-by-model.ts";
import { evaluateCells, parametersOf } from "../support/reference-sweep.ts";

const LAUNCHER = fileURLToPath(new URL("../../bin/tauscape.js", import.meta.url));
/** Tells the peak of the whole process, its workers' memory included. Kibibytes. */
const TELL_PEAK = 'data:text/javascript,process.on("exit",()=>process.stderr.write(`peak ${process.resourceUsage().maxRSS}\\n`))';
const MOST_KIBIBYTES = 512e6 / 1024;
/** From here on a position takes more than 32 bits. */
const MARK = 2 ** 32;
const PATIENCE_MS = 1_200_000;

/** Feasible all over: NaN would give way to compression. */
const axes = (count: number) => [
  { name: "tau", min: 0.05, max: 0.6, count }, { name: "alpha", min: 0.101, max: 0.399, count },
  { name: "beta", min: 0.103, max: 0.397, count }, { name: "wr", min: 0.1, max: 10, count, spacing: "log" },
];
const PARQUET = specOf({ axes: axes(128), fields: ["growth", "impliedSavingRate", "discountGap", "class"] });
const ARROW = specOf({ axes: axes(102), fields: ["growth", "class"] });

/** What a reader found over all rows. */
interface Found {
  readonly rows: number;
  readonly positive: number;
  readonly min: number;
  readonly max: number;
  readonly mean: number;
}

const isAsked = process.env.TAUSCAPE_BIG === "1";

let folder = "";
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), "tauscape-huge-")); });
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

function written(spec: SweepSpec, name: string): { readonly path: string; readonly summary: SweepSummary } {
  const path = join(folder, name);
  writeFileSync(join(folder, "spec.json"), JSON.stringify(spec));
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", TELL_PEAK, LAUNCHER, "sweep", join(folder, "spec.json"), "--out", path, "--json", "--quiet"], { encoding: "utf8" });
  const seconds = (performance.now() - started) / 1000;
  expect(status, stderr).toBe(0);
  const peak = Number(/^peak (\d+)$/m.exec(stderr)?.[1]);
  const { size } = statSync(path);
  console.info(`${name}: ${(size / 1e9).toFixed(2)} GB in ${seconds.toFixed(1)} s, ${(size / 1e6 / seconds).toFixed(0)} MB/s, peak ${((peak * 1024) / 1e6).toFixed(0)} MB`);
  expect(size).toBeGreaterThan(MARK);
  expect(peak).toBeLessThan(MOST_KIBIBYTES);
  return { path, summary: JSON.parse(stdout) as SweepSummary };
}

function expectSummary({ rows, positive, min, max, mean }: Found, summary: SweepSummary): void {
  const growth = summary.fields.growth as FieldSummary;
  expect({ rows, positive, min, max }).toEqual({ rows: summary.points, positive: summary.positive, min: growth.min, max: growth.max });
  expect(mean / (growth.mean ?? NaN)).toBeCloseTo(1, 12);
}

/** The rows from a cell on, in the columns' order, by the model alone. */
function rowsByModel(spec: SweepSpec, cell: number, count: number): number[][] {
  const at = parametersOf(spec);
  return evaluateCells(spec, cell, count).map((point, k) => [
    ...spec.axes.map(({ name }) => at(cell + k)[name]), ...spec.fields.map((field) => (field === "class" ? point.class : point.fields[field as "growth"] ?? NaN)),
  ]);
}

describe(isAsked ? "a result of over 4 GiB" : "a result of over 4 GiB: left out unless TAUSCAPE_BIG=1, for it takes minutes and 5 GB of disk", () => {
  it.skipIf(!isAsked)("in Parquet is read by DuckDB, on both sides of the mark", async () => {
    const { path, summary } = written(PARQUET, "huge.parquet");
    const instance = await DuckDBInstance.create(":memory:", { threads: "2", memory_limit: "400MB" });
    const connection = await instance.connect();
    const rowsOf = async (query: string) => (await connection.runAndReadAll(query)).getRows().map((row) => row.map(Number));
    const [[rows, positive, min, max, mean]] = await rowsOf(`SELECT count(*), count(*) FILTER (class = 1), min(growth), max(growth), avg(growth) FROM '${path}'`);
    expectSummary({ rows, positive, min, max, mean }, summary);
    const [[before]] = await rowsOf(
      `SELECT sum(row_group_num_rows) FROM parquet_metadata('${path}') WHERE path_in_schema = 'growth' AND data_page_offset < ${MARK}`);
    expect(before).toBeLessThan(cellCount(PARQUET));
    for (const cell of [before - 3, before, cellCount(PARQUET) - 3]) {
      expect(await rowsOf(`SELECT * EXCLUDE (file_row_number) FROM read_parquet('${path}', file_row_number = true) WHERE file_row_number BETWEEN ${cell} AND ${cell + 2} ORDER BY file_row_number`))
        .toEqual(rowsByModel(PARQUET, cell, 3));
    }
    connection.closeSync();
    rmSync(path);
  }, PATIENCE_MS);

  const python = pythonWith("numpy", "pyarrow");
  const clients = python === null ? "the library that wrote it alone, for no python3 here has pyarrow" : "the library that wrote it and by pyarrow";
  it.skipIf(!isAsked)(`in Arrow is read by ${clients}, on both sides of the mark`, async () => {
    const { path, summary } = written(ARROW, "huge.arrow");
    const handle = await open(path);
    const reader = await RecordBatchReader.from(handle);
    if (!(reader instanceof AsyncRecordBatchFileReader)) throw new Error("Not a file that can be read at any place");
    await reader.open();
    let [rows, positive, min, max, sum] = [0, 0, Infinity, -Infinity, 0];
    const tileCells = 2 ** 20;
    for (let k = 0; k < reader.numRecordBatches; k++) {
      const batch = await reader.readRecordBatch(k);
      if (batch === null) throw new Error(`No batch ${k}`);
      rows += batch.numRows;
      for (const value of batch.getChild("class")?.toArray() as Int8Array) if (value === 1) positive++;
      let part = 0;
      for (const value of batch.getChild("growth")?.toArray() as Float64Array) {
        min = Math.min(min, value);
        max = Math.max(max, value);
        part += value;
      }
      sum += part;
      const names = [...ARROW.axes.map(({ name }) => name), ...ARROW.fields];
      const last = batch.numRows - 1;
      expect(names.map((name) => Number(batch.getChild(name)?.get(last)))).toEqual(rowsByModel(ARROW, k * tileCells + last, 1)[0]);
    }
    expectSummary({ rows, positive, min, max, mean: sum / rows }, summary);
    await handle.close();
    if (python !== null) {
      const found = runPython(python, READ_BY_PYARROW, path, String(MARK)) as { all: Found; from: number; rows: number[][] };
      expectSummary(found.all, summary);
      expect(found.rows).toEqual(rowsByModel(ARROW, found.from, found.rows.length));
    }
    rmSync(path);
  }, PATIENCE_MS);
});

/** All rows, and those around the first batch that begins behind the mark. */
const READ_BY_PYARROW = `
import json, sys, numpy, pyarrow
path, mark = sys.argv[1], int(sys.argv[2])
with pyarrow.memory_map(path) as source, pyarrow.ipc.open_file(source) as reader:
    rows, positive, low, high, total, start = 0, 0, float("inf"), float("-inf"), 0.0, None
    base = None
    for k in range(reader.num_record_batches):
        batch = reader.get_batch(k)
        growth = batch.column("growth").to_numpy()
        if base is None:
            base = batch.column(0).buffers()[1].address
        if start is None and batch.column(0).buffers()[1].address - base > mark:
            start = rows
        positive += int((batch.column("class").to_numpy() == 1).sum())
        low, high, total = min(low, float(growth.min())), max(high, float(growth.max())), total + float(growth.sum())
        rows += batch.num_rows
    table = reader.read_all().slice(start - 3, 6)
    print(json.dumps({"all": {"rows": rows, "positive": positive, "min": low, "max": high, "mean": total / rows},
        "from": start - 3, "rows": [[float(table[name][i].as_py()) for name in table.column_names] for i in range(6)]}))`;
