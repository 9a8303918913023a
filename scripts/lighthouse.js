/**
 * `npm run lighthouse`: what Lighthouse says of every built page. It fails under the limits for desktops; phones are reported. Lighthouse is no
 * dependency: npx brings it. Run it on a machine that does nothing else, for it measures time.
 */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runnerImport } from "vite";
import { PAGE_FOLDER } from "./page-files.js";

const LIGHTHOUSE = "lighthouse@12.8.2";
const CATEGORIES = /** @type {const} */ (["performance", "accessibility", "best-practices", "seo"]);
const LIMITS = { performance: 95, accessibility: 100 };
const REPORTS = "build/lighthouse";
const DEVICES = /** @type {const} */ (["desktop", "mobile"]);

/** @typedef {{ categories: Record<string, { score: number | null }>, audits: Record<string, { displayValue?: string }> }} Report */

const asked = process.argv.slice(2);
const pages = readdirSync(PAGE_FOLDER).filter((file) => file.endsWith(".html") && (asked.length === 0 || asked.includes(file)));
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
  const path = join(REPORTS, `${page}.${device}.json`);
  const { executablePath, args = [], env } = browser.launchOptions;
  const { status } = spawnSync("npx", [
    "--yes", LIGHTHOUSE, address + page, "--quiet", "--output=json", `--output-path=${path}`, `--only-categories=${CATEGORIES.join(",")}`,
    `--chrome-flags=--headless=new ${args.join(" ")}`, ...(device === "desktop" ? ["--preset=desktop"] : []),
  ], { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, ...env, ...(executablePath === undefined ? {} : { CHROME_PATH: executablePath }) }, shell: process.platform === "win32" });
  if (status !== 0) {
    console.log(`${page} ${device}: Lighthouse ended with ${String(status)}`);
    return false;
  }
  const report = /** @type {Report} */ (JSON.parse(readFileSync(path, "utf8")));
  const scores = Object.fromEntries(CATEGORIES.map((name) => [name, Math.round(100 * (report.categories[name].score ?? 0))]));
  const timings = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"]
    .map((name) => `${name.replaceAll(/(\w)\w*-?/g, "$1").toUpperCase()} ${report.audits[name].displayValue ?? "?"}`);
  console.log(`${page.padEnd(16)} ${device.padEnd(8)} ${Object.entries(scores).map(([name, score]) => `${name} ${score}`).join("  ")}  (${timings.join(", ")})`);
  return device === "mobile" || Object.entries(LIMITS).every(([name, least]) => scores[name] >= least);
}
