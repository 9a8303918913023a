import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, it } from "vitest";
import type { SweepSummary } from "../../src/sweep/summary.ts";
import { command, testFolder } from "../cli/test-io.ts";
import { pythonWith, runPython } from "../exporters/python.ts";

const ROOT = new URL("../../", import.meta.url);
const DOCUMENT = readFileSync(new URL("docs/exports.md", ROOT), "utf8");
const SPEC = readFileSync(new URL("examples/open/region.json", ROOT), "utf8");

/** Lines of code under a heading in bold. */
function linesUnder(heading: string): string[] {
  const [, after = ""] = DOCUMENT.split(`**${heading}**\n`);
  return after.split("\n**")[0].split("\n## ")[0].split("\n").filter((line) => line.startsWith("    ")).map((line) => line.trim());
}

async function write(...names: readonly string[]): Promise<SweepSummary> {
  let summary = "";
  for (const name of names) summary = (await command(["sweep", "-", "--out", name, "--json"], { input: SPEC })).stdout;
  return JSON.parse(summary) as SweepSummary;
}

describe("docs/exports.md", () => {
  it("asks DuckDB what DuckDB answers", async () => {
    const { share } = await write("region.parquet", "region.csv");
    const connection = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
    const rows = [];
    for (const line of linesUnder("DuckDB")) rows.push((await connection.runAndReadAll(line.replaceAll(/'(region\.\w+)'/g, (_, name: string) => `'${join(testFolder(), name)}'`))).getRowObjects());
    connection.closeSync();
    expect(rows).toHaveLength(2);
    expect(rows[0]).toHaveLength(3);
    expect(rows[1]).toEqual([{ share }]);
  });

  const modules: readonly (readonly [start: string, file: string, ...modules: string[]])[] = [
    ["numpy.load(\"region.npz\")", "region.npz", "numpy"],
    ["xarray.open_dataset", "region.nc", "xarray", "netCDF4"],
    ["pandas.read_parquet", "region.parquet", "pandas", "pyarrow"],
    ["pandas.read_feather", "region.arrow", "pandas", "pyarrow"],
    ["pandas.read_csv", "region.csv.gz", "pandas"],
  ];
  for (const [start, file, ...needed] of modules) {
    const python = pythonWith(...needed);
    it.skipIf(python === null)(python === null ? `${start} is not run: no python3 here that has ${needed.join(" and ")}` : `opens in Python by ${start}`, async () => {
      const line = linesUnder("Python").find((one) => one.startsWith(start))?.replace(/ #.*$/, "").trim();
      expect(line).toBeDefined();
      await write(file);
      const program = `import os, sys, json, ${needed.join(", ")}\nos.chdir(sys.argv[1])\nprint(json.dumps(int((${line ?? ""}).size)))`;
      expect(runPython(python ?? "", program, testFolder())).toBeGreaterThan(1000);
    });
  }
});
