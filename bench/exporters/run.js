/**
 * `npm run bench:exporters [POINTS]`: every format on a sweep of POINTS⁴ cells with two float64 fields, beside a plain stream of as many
 * bytes; Parquet beside DuckDB's COPY, NetCDF beside netCDF4 for Python, where they are here. All on this machine, in one run.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";

const ROOT = join(import.meta.dirname, "..", "..");
const BUILD = join(ROOT, "dist", "bench-exporters");
const POINTS = Number(process.argv[2] ?? 40);

/** As `measure.ts` measures: the quickest of three runs, in seconds. */
const NETCDF = `
import numpy, os, sys, tempfile, time, netCDF4
n = int(sys.argv[1])
values = numpy.random.default_rng(1).random((n, n, n, n))
best = float("inf")
for _ in range(3):
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        with netCDF4.Dataset(os.path.join(folder, "a.nc"), "w") as data:
            for name in "abcd":
                data.createDimension(name, n)
            for name in ("growth", "growthSlope"):
                data.createVariable(name, "f8", tuple("abcd"), contiguous=True)[:] = values
        best = min(best, time.perf_counter() - start)
print(best)`;

await build({
  configFile: false, root: ROOT, logLevel: "warn", ssr: { noExternal: ["assemblyscript"] },
  build: { ssr: true, target: "node20", outDir: BUILD, rolldownOptions: { input: { measure: join(import.meta.dirname, "measure.ts"), "sweep-worker": join(ROOT, "src/workers/node-sweep-worker.ts") }, output: { entryFileNames: "[name].js" } } },
});
const { copyByDuckDB, formatsFor, quickest, sampleSweep, writeResult, writeStream } = /** @type {typeof import("./measure.ts")} */ (
  await import(pathToFileURL(join(BUILD, "measure.js")).href)
);

const sweep = await sampleSweep(POINTS);
const valueBytes = 2 * 8 * POINTS ** 4;
console.log(`${POINTS}^4 points, ${(valueBytes / 1e6).toFixed(0)} MB of values`);
console.log("format     seconds      MB    MB/s of values    of a plain stream of as many bytes");
/** @type {Record<string, number>} */
const seconds = {};
for (const exporter of formatsFor(sweep)) {
  const ours = await quickest((folder) => writeResult(exporter, sweep, folder));
  const stream = await quickest((folder) => writeStream(ours.bytes, folder));
  seconds[exporter.id] = ours.seconds;
  console.log([
    exporter.id.padEnd(8), ours.seconds.toFixed(3).padStart(9), (ours.bytes / 1e6).toFixed(0).padStart(7),
    (valueBytes / 1e6 / ours.seconds).toFixed(0).padStart(17), (stream.seconds / ours.seconds).toFixed(2).padStart(12),
  ].join(" "));
}

const duckdb = await copyByDuckDB(sweep);
console.log(typeof duckdb === "string" ? `DuckDB's COPY is left out: ${duckdb}`
  : `DuckDB's COPY: ${duckdb.seconds.toFixed(3)} s, ${(duckdb.bytes / 1e6).toFixed(0)} MB; it takes ${(duckdb.seconds / seconds.parquet).toFixed(2)} of parquet's time`);
const python = spawnSync("/usr/bin/python3", ["-c", NETCDF, String(POINTS)], { encoding: "utf8" });
console.log(python.status !== 0 ? "netCDF4 for Python is left out: it is not here"
  : `netCDF4 for Python: ${Number(python.stdout).toFixed(3)} s; it takes ${(Number(python.stdout) / seconds.netcdf).toFixed(2)} of netcdf's time`);
