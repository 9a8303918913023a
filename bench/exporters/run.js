/**
 * `npm run bench:exporters [-- POINTS … --rounds=N --formats=ID,…]`: every format on a sweep of POINTS⁴ cells (40 unless told otherwise) with two
 * float64 fields, in turns with a plain stream of as many bytes, Parquet also with DuckDB's COPY and NetCDF with netCDF4 for Python, where they
 * are here. Prints a table for docs/performance.md.
 */
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "vite";

const ROOT = join(import.meta.dirname, "..", "..");
const BUILD = join(ROOT, "dist", "bench-exporters");

const { positionals, values: { rounds, formats } } = parseArgs({
  allowPositionals: true, options: { rounds: { type: "string", default: "7" }, formats: { type: "string", default: "" } },
});
const sizes = positionals.length === 0 ? [40] : positionals.map(Number);
if (!sizes.every((points) => Number.isSafeInteger(points) && points > 1)) throw new RangeError(`Points an axis: found ${positionals.join(" ")}; allowed: whole numbers above 1.`);

await build({
  configFile: false, root: ROOT, logLevel: "warn", ssr: { noExternal: ["assemblyscript"] },
  build: { ssr: true, target: "node20", outDir: BUILD, rolldownOptions: { input: { measure: join(import.meta.dirname, "measure.ts") }, output: { entryFileNames: "[name].js" } } },
});
const { measure } = /** @type {typeof import("./measure.ts")} */ (await import(pathToFileURL(join(BUILD, "measure.js")).href));

/** @param {import("./alternate.ts").Spread} spread */
const inWords = ({ median, deviation }) => `${median.toFixed(2)} ± ${deviation.toFixed(2)}`;
/** @param {number} bytes */
const megabytes = (bytes) => (bytes / 1e6).toPrecision(3);

console.log(`${cpus()[0].model}, ${availableParallelism()} threads, Node ${process.versions.node}; medians of ${rounds} rounds ± half of what the middle half spans.`);
console.log("Quotients above 1: this is the quicker one. netCDF4's are without starting Python and its imports.\n");
console.log("| Format | Values, MB | File, MB | Seconds | MB/s of values | Plain stream ÷ format | Peer ÷ format |");
console.log("|---|--:|--:|--:|--:|--:|--:|");
for (const points of sizes) {
  for await (const { format, values, bytes, seconds, stream, peer } of measure({
    points, rounds: Number(rounds), formats: formats === "" ? [] : formats.split(","), script: join(import.meta.dirname, "netcdf4.py"),
  })) {
    const theirs = peer === undefined ? "" : `${peer.name}: ${peer.ratio === null ? "not here" : inWords(peer.ratio)}`;
    const speed = (values / 1e6 / seconds.median).toFixed(0);
    console.log(`| ${format} | ${megabytes(values)} | ${megabytes(bytes)} | ${seconds.median.toPrecision(3)} | ${speed} | ${inWords(stream)} | ${theirs} |`);
  }
}
