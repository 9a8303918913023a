import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { SweepSummary } from "../../src/sweep/summary.ts";
import { command, testFolder } from "../cli/test-io.ts";
import { pythonWith } from "../exporters/python.ts";
import { juliaWith, rscriptWith } from "./interpreters.ts";

const EXAMPLES = fileURLToPath(new URL("../../examples/open/", import.meta.url));
const SPEC = readFileSync(join(EXAMPLES, "region.json"), "utf8");
const TAU = 3;
const BETA = 24;

/** Formats that each script opens, and what has to be here for it. */
const OPENED: readonly (readonly [script: string, format: string, needs: string, program: string | null])[] = [
  ...["npz", "csv", "csv.gz"].map((format) => ["region.py", format, "python3 with numpy", pythonWith("numpy")] as const),
  ["region.py", "nc", "python3 with xarray and netCDF4", pythonWith("xarray", "netCDF4")],
  ["region.py", "zarr", "python3 with xarray and zarr 3", pythonWith("xarray", "zarr.api")],
  ["region.py", "v2.zarr", "python3 with xarray and zarr", pythonWith("xarray", "zarr")],
  ["region.py", "parquet", "python3 with pandas and pyarrow", pythonWith("pandas", "pyarrow")],
  ["region.py", "arrow", "python3 with pandas and pyarrow", pythonWith("pandas", "pyarrow")],
  ["region.R", "csv", "Rscript", rscriptWith()],
  ["region.R", "csv.gz", "Rscript", rscriptWith()],
  ["region.R", "nc", "Rscript with ncdf4", rscriptWith("ncdf4")],
  ["region.R", "parquet", "Rscript with arrow", rscriptWith("arrow")],
  ["region.R", "arrow", "Rscript with arrow", rscriptWith("arrow")],
  ["region.jl", "csv", "julia", juliaWith()],
  ["region.jl", "npz", "julia with NPZ", juliaWith("NPZ")],
  ["region.jl", "nc", "julia with NCDatasets", juliaWith("NCDatasets")],
];

describe.each(OPENED)("examples/open/%s on %s", (script, format, needs, program) => {
  it.skipIf(program === null)(program === null ? `is not run: no ${needs} here` : "redraws the region and finds the share of the summary", async () => {
    const swept = await command(["sweep", "-", "--out", `region.${format}`, "--json"], { input: SPEC });
    const { share } = JSON.parse(swept.stdout) as SweepSummary;
    const { status, stdout, stderr } = spawnSync(program ?? "", [join(EXAMPLES, script), join(testFolder(), `region.${format}`)], { encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const lines = stdout.trimEnd().split("\n");
    expect(lines[0]).toMatch(/^.+ upwards, .+ to the right; # more compute raises growth, - lowers it$/);
    expect(Number(/^share (\S+)$/.exec(lines.at(-1)?.trimEnd() ?? "")?.[1])).toBe(share);
    expect(lines.slice(1, -1)).toEqual(await drawnByModel());
  });
});

const MARKS: Readonly<Record<number, string>> = { 1: "#", 0: "0", [-1]: "-", [-128]: " " };

/** The plane of the middle tau, row by row, from the points' own answers. */
async function drawnByModel(): Promise<string[]> {
  const { axes: [tau, beta, alpha] } = JSON.parse(SPEC) as { axes: [{ values: number[] }, Range, Range] };
  const points = pointsOf(beta).flatMap((b) => pointsOf(alpha).map((a) => ({ alpha: a, beta: b, tau: tau.values[TAU >> 1] })));
  const { stdout } = await command(["point", "--params", "-", "--json"], { input: JSON.stringify(points) });
  const classes = (JSON.parse(stdout) as { class: number }[]).map((point) => MARKS[point.class]);
  return Array.from({ length: BETA }, (_, row) => classes.slice(row * alpha.count, (row + 1) * alpha.count).join("").trimEnd()).reverse();
}

interface Range {
  readonly min: number;
  readonly max: number;
  readonly count: number;
}

function pointsOf({ min, max, count }: Range): number[] {
  return Array.from({ length: count }, (_, k) => min + ((max - min) * k) / (count - 1));
}
