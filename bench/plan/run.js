/**
 * `npm run check:plan`: what the built command plans for a sweep beside what the sweep then takes, by format, on this machine. Each plan stands beside its sweep, for
 * machines and disks are not always as quick; the medians over the rounds count. Give --folder a folder of the disk that is meant. Exit status: 0 every median
 * is within a fifth; 1 one is not, or the command failed; 2 the arguments were refused.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { specOf } from "./cases.js";
import { OptionError, readOptions } from "./options.js";

/** @typedef {import("./cases.js").Case} Case */
/** @typedef {{ seconds: number, bytes: number }} Cost */
/** @typedef {{ one: string, format: string, planned: Cost[], happened: Cost[] }} Entry */

const LAUNCHER = join(import.meta.dirname, "..", "..", "bin", "tauscape.js");
const TOLERANCE = 0.2;

try {
  process.exitCode = main(readOptions(process.argv.slice(2)));
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : cause);
  process.exitCode = cause instanceof OptionError ? 2 : 1;
}

/** @param {import("./options.js").Options} options */
function main({ rounds, cases, formats, folder, json }) {
  /** @type {Entry[]} */
  const entries = cases.flatMap((one) => one.formats.filter((format) => formats?.includes(format) ?? true).map((format) => ({ one: one.name, format, planned: [], happened: [] })));
  for (let round = 1; round <= rounds; round++) {
    for (const one of cases) {
      console.error(`round ${round} of ${rounds}: ${one.name}, ${one.meaning}`);
      measure(one, entries.filter((entry) => entry.one === one.name), mkdtempSync(join(folder, "tauscape-check-")));
    }
  }
  const rows = entries.map((entry) => ({ ...entry, time: ratioOf(entry, "seconds"), bytes: ratioOf(entry, "bytes") }));
  console.log(json ? JSON.stringify(rows, null, 2) : tableOf(rows));
  return rows.every(({ time, bytes }) => [time.median, bytes.median].every((ratio) => Math.abs(ratio - 1) <= TOLERANCE)) ? 0 : 1;
}

/** Plans and runs a sweep in every format. @param {Case} one @param {Entry[]} entries of the case @param {string} folder is removed */
function measure(one, entries, folder) {
  try {
    const spec = join(folder, "spec.json");
    writeFileSync(spec, JSON.stringify(specOf(one)));
    for (const { format, planned, happened } of entries) {
      /** @type {{ formats: Cost[] }} */
      const { formats: [{ seconds, bytes }] } = JSON.parse(tauscape("plan", spec, "--out", join(folder, "planned"), "--format", format, "--json").output);
      planned.push({ seconds, bytes });
      const out = join(folder, `result-${format}`);
      const run = tauscape("sweep", spec, "--out", out, "--format", format, "--quiet");
      happened.push({ seconds: run.seconds, bytes: lengthOf(out) });
      rmSync(out, { recursive: true });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param {...string} args */
function tauscape(...args) {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [LAUNCHER, ...args], { encoding: "utf8" });
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`tauscape ${args.join(" ")} failed: ${stderr}`);
  return { output: stdout, seconds };
}

/** @param {string} path of a file, or a folder with all its files */
function lengthOf(path) {
  if (statSync(path).isFile()) return statSync(path).size;
  return readdirSync(path, { recursive: true, encoding: "utf8" }).map((name) => statSync(join(path, name))).reduce((sum, found) => sum + (found.isFile() ? found.size : 0), 0);
}

/** Planned ÷ happened, round by round. @param {Entry} entry @param {"seconds" | "bytes"} what */
function ratioOf({ planned, happened }, what) {
  const ratios = planned.map((plan, k) => plan[what] / happened[k][what]).sort((a, b) => a - b);
  return { median: medianOf(ratios), least: ratios[0], most: ratios[ratios.length - 1] };
}

/** @param {number[]} sorted */
function medianOf(sorted) {
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

/** @param {(Entry & Record<"time" | "bytes", ReturnType<typeof ratioOf>>)[]} rows */
function tableOf(rows) {
  const median = (/** @type {Cost[]} */ costs) => medianOf(costs.map(({ seconds }) => seconds).sort((a, b) => a - b));
  const line = (/** @type {string[]} */ cells) => cells.map((cell, k) => (k < 2 ? cell.padEnd(9) : cell.padStart(14))).join(" ");
  return [
    line(["sweep", "format", "planned s", "happened s", "time ratio", "least", "most", "bytes ratio"]),
    ...rows.map(({ one, format, planned, happened, time, bytes }) => line([
      one, format, median(planned).toFixed(2), median(happened).toFixed(2), mark(time.median), time.least.toFixed(2), time.most.toFixed(2), mark(bytes.median),
    ])),
    "The ratio is what was planned divided by what happened, the median of the rounds; ! is beyond a fifth.",
  ].join("\n");
}

/** @param {number} ratio */
function mark(ratio) {
  return `${Math.abs(ratio - 1) <= TOLERANCE ? "" : "! "}${ratio.toFixed(3)}`;
}
