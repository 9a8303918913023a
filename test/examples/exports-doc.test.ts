import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, it } from "vitest";
import { EXIT_DONE, EXIT_FAILED, EXIT_INTERRUPTED, EXIT_REFUSED } from "../../src/cli/command-error.ts";
import type { SweepSummary } from "../../src/sweep/summary.ts";
import { command, testFolder } from "../cli/test-io.ts";
import { pythonWith, runPython } from "../exporters/python.ts";
import { juliaWith, rscriptWith } from "./interpreters.ts";

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
  for (const name of names) {
    // A file of one field.
    const input = name.endsWith(".npy") ? JSON.stringify({ ...JSON.parse(SPEC) as object, fields: ["growth"] }) : SPEC;
    summary = (await command(["sweep", "-", "--out", name, "--json"], { input })).stdout;
  }
  return JSON.parse(summary) as SweepSummary;
}

describe("docs/exports.md", () => {
  it("lists the exit statuses of the command", () => {
    const [, after = ""] = DOCUMENT.split("\n## Exit statuses\n");
    const statuses = [...after.split("\n## ")[0].matchAll(/^\| (\d+) \|/gm)].map(([, status]) => Number(status));
    expect(statuses).toEqual([EXIT_DONE, EXIT_FAILED, EXIT_REFUSED, EXIT_INTERRUPTED]);
  });

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
    ["numpy.load(\"region.npy\"", "region.npy", "numpy"],
    ["xarray.open_dataset", "region.nc", "xarray", "netCDF4"],
    ["xarray.open_zarr(\"region.zarr\")", "region.zarr", "xarray", "zarr.api"],
    ["xarray.open_zarr(\"region.v2.zarr\")", "region.v2.zarr", "xarray", "zarr"],
    ["pandas.read_parquet", "region.parquet", "pandas", "pyarrow"],
    ["pandas.read_feather", "region.arrow", "pandas", "pyarrow"],
    ["pandas.read_csv", "region.csv.gz", "pandas"],
  ];
  for (const [start, file, ...needed] of modules) {
    const python = pythonWith(...needed);
    it.skipIf(python === null)(python === null ? `${start} is not run: no python3 here that has ${needed.join(" and ")}` : `opens in Python by ${start}`, async () => {
      await write(file);
      const program = `import os, sys, json, ${needed.join(", ")}\nos.chdir(sys.argv[1])\nprint(json.dumps(int((${lineThat("Python", start, "#")})${start.startsWith("xarray.open_zarr") ? ".growth" : ""}.size)))`;
      expect(runPython(python ?? "", program, testFolder())).toBeGreaterThan(1000);
    });
  }

  const inR: readonly (readonly [start: string, file: string, ...packages: string[]])[] = [
    ["read.csv", "region.csv.gz"], ["arrow::read_parquet", "region.parquet", "arrow"], ["arrow::read_feather", "region.arrow", "arrow"], ["ncdf4::ncvar_get", "region.nc", "ncdf4"],
  ];
  for (const [start, file, ...packages] of inR) {
    const rscript = rscriptWith(...packages);
    it.skipIf(rscript === null)(rscript === null ? `${start} is not run: no Rscript here${packages.map((name) => ` that has ${name}`).join("")}` : `opens in R by ${start}`, async () => {
      await write(file);
      expect(printed(rscript ?? "", "-e", `cat(prod(dim(${lineThat("R", start, "#")})))`)).toBeGreaterThan(1000);
    });
  }

  for (const [start, file, name] of [["NPZ.npzread", "region.npz", "NPZ"], ["NCDatasets.NCDataset", "region.nc", "NCDatasets"]] as const) {
    const julia = juliaWith(name);
    it.skipIf(julia === null)(julia === null ? `${start} is not run: no julia here that has ${name}` : `opens in Julia by ${start}`, async () => {
      await write(file);
      expect(printed(julia ?? "", "-e", `import ${name}; print(length(${lineThat("Julia", start, "#")}))`)).toBeGreaterThan(1000);
    });
  }
});

/** The line under a heading that starts so, without its comment. */
function lineThat(heading: string, start: string, comment: string): string {
  const line = linesUnder(heading).find((one) => one.startsWith(start));
  if (line === undefined) throw new Error(`No line of ${heading} starts with ${start}`);
  return line.split(` ${comment}`)[0].trim();
}

/** The number that a program prints, run in the folder of the test. */
function printed(program: string, ...args: readonly string[]): number {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: testFolder(), encoding: "utf8" });
  expect(status, stderr).toBe(0);
  return Number(stdout);
}
