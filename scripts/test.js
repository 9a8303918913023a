/** `npm test`: every step, all of them even after a failure, then what failed by name and one line that counts what passed and failed. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { countReport, countStep, describeCount, namesOfFailures, sumCounts } from "./count-tests.js";
import { COUNT_FILE, RESULTS_FOLDER, STAGES } from "./test-steps.js";

/** @typedef {import("./test-steps.js").Step} Step */

rmSync(RESULTS_FOLDER, { recursive: true, force: true });
mkdirSync(RESULTS_FOLDER, { recursive: true });

const outcomes = [];
for (const lanes of STAGES) outcomes.push(...(await Promise.all(lanes.map((steps) => runLane(steps, lanes.length > 1)))).flat());

const total = sumCounts(outcomes.map(({ count }) => count));
console.log("");
for (const { title, succeeded, seconds, count, failures } of outcomes) {
  console.log(`${succeeded ? "passed" : "FAILED"}  ${title.padEnd(14)} ${seconds.padStart(6)} s  ${describeCount(count)}`);
  for (const name of failures) console.log(`        ✗ ${name}`);
}
console.log(describeCount(total));
writeFileSync(COUNT_FILE, `${describeCount(total)}\n`);
process.exitCode = outcomes.every(({ succeeded }) => succeeded) && total.failed === 0 ? 0 : 1;

/** @param {Step[]} steps @param {boolean} isBesideOthers whether the output is kept until a step ends, because another lane prints too */
async function runLane(steps, isBesideOthers) {
  const ended = [];
  for (const step of steps) {
    const heading = `\n── ${step.title} (npm run ${step.script})`;
    if (!isBesideOthers) console.log(heading);
    const started = performance.now();
    const { succeeded, output } = await runStep(step, isBesideOthers);
    if (isBesideOthers) process.stdout.write(`${heading}\n${output}`);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    ended.push({ ...step, succeeded, seconds, ...judge(step, succeeded) });
  }
  return ended;
}

/** @param {Step} step @param {boolean} keepsOutput @returns {Promise<{ succeeded: boolean, output: string }>} */
function runStep({ script, report }, keepsOutput) {
  const reporters = report === undefined ? [] : ["--", "--reporter=default", "--reporter=json", `--outputFile.json=${join(RESULTS_FOLDER, report)}`];
  const child = spawn("npm", ["run", "--silent", script, ...reporters], { stdio: keepsOutput ? ["ignore", "pipe", "pipe"] : "inherit", shell: process.platform === "win32" });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", (text) => { output += String(text); });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => { resolve({ succeeded: status === 0, output }); });
  });
}

/** @param {Step} step @param {boolean} succeeded */
function judge({ report }, succeeded) {
  const path = report === undefined ? undefined : join(RESULTS_FOLDER, report);
  if (path === undefined || !existsSync(path)) return { count: countStep(succeeded && path === undefined), failures: [] };
  const { testResults } = /** @type {{ testResults: import("./count-tests.js").FileReport[] }} */ (JSON.parse(readFileSync(path, "utf8")));
  return { count: countReport(testResults, succeeded), failures: namesOfFailures(testResults) };
}
