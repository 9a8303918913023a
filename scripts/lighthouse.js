/**
 * `npm run lighthouse [-- --without-webgl] [-- PAGE.html …]`: what Lighthouse says of every built page. It fails under the limits for desktops; phones are
 * reported. Lighthouse is no dependency: npx brings it. Run it on a machine that does nothing else, for it measures time; where a processor draws in a
 * graphics card's stead, `--without-webgl` tells what is the page's from what is that drawing's.
 */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runnerImport } from "vite";
import { PAGE_FOLDER } from "./page-files.js";

const LIGHTHOUSE = "lighthouse@12.8.2";
const CATEGORIES = /** @type {const} */ (["performance", "accessibility", "best-practices", "seo"]);
const LIMITS = { performance: 95, accessibility: 100 };
const REPORTS = "build/lighthouse";
const TIMINGS = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift", "speed-index"];
const DEVICES = /** @type {const} */ (["desktop", "mobile"]);

/**
 * @typedef {{ displayValue?: string, errorMessage?: string }} Audit
 * @typedef {{ categories: Record<string, { score: number | null, auditRefs: { id: string, weight: number }[] }>, audits: Record<string, Audit>, runtimeError?: { message: string } }} Report
 */

const { values: { "without-webgl": isWithoutWebGL }, positionals: asked } = parseArgs({ allowPositionals: true, options: { "without-webgl": { type: "boolean", default: false } } });
const pages = readdirSync(PAGE_FOLDER).filter((file) => file.endsWith(".html") && (asked.length === 0 || asked.includes(file)));
if (pages.length === 0) throw new Error(`Of ${asked.join(", ")} none is a page in ${PAGE_FOLDER}.`);
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

/** Node reads no TypeScript by itself. @type {{ module: typeof import("../test/support/find-browser.ts") }} */
const { module: { findBrowser } } = await runnerImport("./test/support/find-browser.ts");
const browser = findBrowser();
await browser.prepare();
const server = spawn(process.execPath, ["bin/tauscape.js", "serve", "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
let isGood = true;
try {
  const [line] = /** @type {[Buffer]} */ (await once(server.stdout, "data"));
  const address = /http:\S+/.exec(line.toString())?.[0] ?? "";
  for (const page of pages) {
    for (const device of DEVICES) isGood = weigh(address, page, device) && isGood;
  }
} finally {
  server.kill();
  await browser.dispose();
}
process.exitCode = isGood ? 0 : 1;

/** @param {string} address @param {string} page @param {typeof DEVICES[number]} device @returns {boolean} whether it is within the limits */
function weigh(address, page, device) {
  let report = measure(address, page, device);
  // A browser that is kept waiting may lose a mark that a score is made of; the second time it has it.
  if (report !== null && missing(report).length > 0) report = measure(address, page, device) ?? report;
  if (report === null) return false;
  const { categories, audits } = report;
  const scores = CATEGORIES.map((name) => `${name} ${scoreOf(categories[name].score) ?? "no score"}`);
  const timings = TIMINGS.map((name) => `${name.replaceAll(/(\w)\w*-?/g, "$1").toUpperCase()} ${audits[name].displayValue ?? "?"}`);
  console.log(`${page.padEnd(14)} ${device.padEnd(7)} ${scores.join("  ")}  (${timings.join(", ")})`);
  for (const reason of missing(report)) console.log(`    ${reason}`);
  return device === "mobile" || Object.entries(LIMITS).every(([name, least]) => (scoreOf(categories[name].score) ?? 0) >= least);
}

/** One run of Lighthouse; null, and said, where it ended without a report. @param {string} address @param {string} page @param {string} device */
function measure(address, page, device) {
  const path = join(REPORTS, `${page}.${device}.json`);
  const { executablePath, args = [], env } = browser.launchOptions;
  const flags = [...args, ...(isWithoutWebGL ? ["--disable-3d-apis"] : [])];
  const { status } = spawnSync("npx", [
    "--yes", LIGHTHOUSE, address + page, "--quiet", "--output=json", `--output-path=${path}`, `--only-categories=${CATEGORIES.join(",")}`,
    `--chrome-flags=--headless=new ${flags.join(" ")}`, ...(device === "desktop" ? ["--preset=desktop"] : []),
  ], { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, ...env, ...(executablePath === undefined ? {} : { CHROME_PATH: executablePath }) }, shell: process.platform === "win32" });
  if (status !== 0) {
    console.log(`${page} ${device}: Lighthouse ended with ${String(status)}`);
    return null;
  }
  const report = /** @type {Report} */ (JSON.parse(readFileSync(path, "utf8")));
  return report;
}

/** Why a category has no score: what Lighthouse says of each audit that failed to run. @param {Report} report @returns {string[]} */
function missing({ categories, audits, runtimeError }) {
  return CATEGORIES.filter((name) => categories[name].score === null).map((name) => {
    const failed = categories[name].auditRefs.filter(({ id, weight }) => weight > 0 && audits[id].errorMessage !== undefined);
    const reasons = failed.map(({ id }) => `${id}: ${String(audits[id].errorMessage)}`);
    return `no score for ${name}: ${runtimeError?.message ?? (reasons.join("; ") || "Lighthouse does not say why")}`;
  });
}

/** In hundredths, as Lighthouse shows it. @param {number | null} score */
function scoreOf(score) {
  return score === null ? null : Math.round(100 * score);
}
