import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import { parquetMetadata } from "hyparquet";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cellCount, type SweepSpec } from "../../src/sweep/spec.ts";
import { EXAMPLES, hex, tableColumns, type Column } from "./examples.ts";
import { exporterOf, exportToMemory } from "./sweep-by-model.ts";

let connection: DuckDBConnection;
const folder = mkdtempSync(join(tmpdir(), "tauscape-duckdb-"));

beforeAll(async () => { connection = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect(); });
afterAll(() => {
  connection.closeSync();
  rmSync(folder, { recursive: true });
});

let files = 0;

/** A file with a name of its own: DuckDB remembers what a path held. */
async function written(format: string, spec: SweepSpec, tileCells: number): Promise<string> {
  const path = join(folder, `${++files}${exporterOf(format).extensions[0]}`);
  writeFileSync(path, await exportToMemory(exporterOf(format), spec, tileCells));
  return path;
}

/** A column read by DuckDB, in the type that it has there. */
async function read(path: string, name: string, like: Column): Promise<Column> {
  const columns = (await connection.runAndReadAll(`SELECT "${name}" FROM '${path}'`)).getColumns();
  return (like.constructor as unknown as { from(values: readonly unknown[]): Column }).from(columns[0].map((value) => value ?? NaN));
}

describe("parquet, read by DuckDB", () => {
  it.each(EXAMPLES)("has a column an axis and a field, bit for bit, and no nulls: %s", async (_, spec) => {
    const path = await written("parquet", spec, 1000);
    const description = await connection.runAndReadAll(`DESCRIBE SELECT * FROM '${path}'`);
    const float = spec.precision === "f32" ? "FLOAT" : "DOUBLE";
    const types = spec.fields.map((field) => (field === "class" ? "TINYINT" : field === "status" ? "UTINYINT" : float));
    expect(description.getRows().map(([name, type]) => [name, type])).toEqual([
      ...spec.axes.map(({ name }) => [name, "DOUBLE"]), ...spec.fields.map((field, i) => [field, types[i]]),
    ]);
    for (const [name, values] of tableColumns(spec)) {
      expect(hex(await read(path, name, values))).toBe(hex(values));
      const [[nulls]] = (await connection.runAndReadAll(`SELECT count(*) FROM '${path}' WHERE "${name}" IS NULL`)).getRows();
      expect(nulls).toBe(0n);
    }
  });

  it("describes the sweep, its columns and the range of each row group", async () => {
    const [[, spec]] = EXAMPLES;
    const path = await written("parquet", spec, 30);
    const [[text]] = (await connection.runAndReadAll(`SELECT decode(value) FROM parquet_kv_metadata('${path}') WHERE decode(key) = 'tauscape'`)).getRows();
    expect(JSON.parse(String(text))).toMatchObject({ spec, software: { name: "Tauscape" } });
    const groups = (await connection.runAndReadAll(
      `SELECT row_group_num_rows, stats_min_value, stats_max_value, compression, encodings FROM parquet_metadata('${path}') WHERE path_in_schema = 'growth' ORDER BY row_group_id`)).getRows();
    const values = [...tableColumns(spec).get("growth") ?? []];
    expect(groups.map(([rows]) => rows)).toEqual([30n, 30n, 10n]);
    groups.forEach(([, min, max, compression, encodings], i) => {
      const finite = values.slice(30 * i, 30 * i + 30).filter((value) => !Number.isNaN(value));
      expect([min, max]).toEqual(finite.length === 0 ? [null, null] : [String(Math.min(...finite)), String(Math.max(...finite))]);
      expect([compression, encodings]).toEqual(["ZSTD", "BYTE_STREAM_SPLIT"]);
    });
    const bytes = await exportToMemory(exporterOf("parquet"), spec, 30);
    const growth = parquetMetadata(bytes.buffer).row_groups[0].columns.find(({ meta_data: data }) => data?.path_in_schema[0] === "growth");
    expect(Object.fromEntries(growth?.meta_data?.key_value_metadata?.map(({ key, value }) => [key, value]) ?? []))
      .toMatchObject({ symbol: "g", unit: "1/year", equation: "R12" });
  });

  it("finds rows by the bounds of row groups, NaN and zeros of both signs among them", async () => {
    const [[, spec]] = EXAMPLES;
    const path = await written("parquet", spec, 9);
    const alpha = [...tableColumns(spec).get("alpha") ?? []];
    const [[zeros, infeasible]] = (await connection.runAndReadAll(
      `SELECT count(*) FILTER (alpha = 0), count(*) FILTER (isnan(growth)) FROM '${path}'`)).getRows();
    expect(zeros).toBe(BigInt(alpha.filter((value) => value === 0).length));
    expect(infeasible).toBe(BigInt([...tableColumns(spec).get("growth") ?? []].filter(Number.isNaN).length));
  });
});

describe("csv.gz, read by DuckDB", () => {
  it.each(EXAMPLES)("has every row of all its gzip members: %s", async (_, spec) => {
    const path = await written("csv.gz", spec, 9);
    const columns = tableColumns(spec);
    const [[rows]] = (await connection.runAndReadAll(`SELECT count(*) FROM '${path}'`)).getRows();
    expect(rows).toBe(BigInt(cellCount(spec)));
    for (const [name, values] of columns) {
      const [column] = (await connection.runAndReadAll(`SELECT "${name}" FROM read_csv('${path}', all_varchar = true)`)).getColumns();
      expect(column.map((text) => (text === null ? NaN : Number(text)))).toEqual([...values]);
    }
  });
});
