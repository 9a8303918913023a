import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const LAUNCHER = fileURLToPath(new URL("../../bin/tauscape.js", import.meta.url));
/** Tells the peak of the whole process, its workers' memory included. Kibibytes. */
const TELL_PEAK = 'data:text/javascript,process.on("exit",()=>process.stderr.write(`peak ${process.resourceUsage().maxRSS}\\n`))';
const MOST_KIBIBYTES = 512e6 / 1024;
const LEAST_BYTES = 2e9;
const PATIENCE_MS = 900_000;

const axes = (count: number) => [
  { name: "alpha", min: 0.05, max: 0.9, count }, { name: "beta", min: 0.05, max: 0.9, count },
  { name: "tau", min: 0.05, max: 0.9, count }, { name: "wr", min: 0.1, max: 10, count, spacing: "log" },
];
/** Points an axis, so that there are over 2 GB: of the file, of Parquet of the values that it holds compressed. */
const FORMATS = [["npz", 108], ["arrow", 84], ["parquet", 108]] as const;

const isAsked = process.env.TAUSCAPE_BIG === "1";

let folder = "";
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), "tauscape-big-")); });
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

describe(isAsked ? "a result of over 2 GB" : "a result of over 2 GB: left out unless TAUSCAPE_BIG=1, for it takes minutes and 3 GB of disk", () => {
  it.skipIf(!isAsked).each(FORMATS)("in %s takes less than 512 MB of memory, and its progress in a log is whole lines", (format, count) => {
    const out = join(folder, `big.${format}`);
    const spec = join(folder, `${format}.json`);
    writeFileSync(spec, JSON.stringify({ schema: "tauscape/sweep@1", axes: axes(count) }));
    const started = performance.now();
    const { status, stderr } = spawnSync(process.execPath, ["--import", TELL_PEAK, LAUNCHER, "sweep", spec, "--out", out, "--lang", "en"], { encoding: "utf8" });
    const seconds = (performance.now() - started) / 1000;
    expect(status).toBe(0);
    const values = 2 * 8 * count ** 4;
    const { size } = statSync(out);
    const peak = Math.max(...[...stderr.matchAll(/^peak (\d+)$/gm)].map(([, kibibytes]) => Number(kibibytes)));
    console.info(`${format}: ${(size / 1e9).toFixed(2)} GB in ${seconds.toFixed(1)} s, ${(values / 1e6 / seconds).toFixed(0)} MB/s of values, ${(size / 1e6 / seconds).toFixed(0)} MB/s of the file, peak ${(peak * 1024 / 1e6).toFixed(0)} MB`);
    expect(format === "parquet" ? values : size).toBeGreaterThan(LEAST_BYTES);
    expect(peak).toBeLessThan(MOST_KIBIBYTES);
    expect(stderr).not.toMatch(/[\r\u001b]/);
    const lines = stderr.split("\n").filter((line) => line.includes(" %, "));
    // A line every ten seconds, none before.
    expect(lines.length).toBeGreaterThanOrEqual(Math.floor(seconds / 15));
    expect(lines.length).toBeLessThanOrEqual(Math.floor(seconds / 10));
    for (const line of lines) expect(line).toMatch(/^\d+ %, [\d,]+ of [\d,]+ points(, [\d.]+ [kMG]B of [\d.]+ GB)?, [\d.]+ Mpoints\/s, about [\d.]+ (s|min) left$/);
    rmSync(out);
  }, PATIENCE_MS);
});
