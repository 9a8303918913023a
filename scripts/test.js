/** `npm test`: every step in order, all of them even after a failure, then one line that counts what passed and failed. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { countReport, countStep, describeCount, sumCounts } from "./count-tests.js";
import { COUNT_FILE, RESULTS_FOLDER, STEPS } from "./test-steps.js";

rmSync(RESULTS_FOLDER, { recursive: true, force: true });
mkdirSync(RESULTS_FOLDER, { recursive: true });

const outcomes = STEPS.map((step) => {
  console.log(`\n── ${step.title} (npm run ${step.script})`);
  const started = performance.now();
  const succeeded = runStep(step);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  return { ...step, succeeded, seconds, count: countOf(step, succeeded) };
});

const total = sumCounts(outcomes.map(({ count }) => count));
console.log("");
for (const { title, succeeded, seconds, count } of outcomes) {
  console.log(`${succeeded ? "passed" : "FAILED"}  ${title.padEnd(14)} ${seconds.padStart(6)} s  ${describeCount(count)}`);
}
console.log(describeCount(total));
writeFileSync(COUNT_FILE, `${describeCount(total)}\n`);
process.exitCode = outcomes.every(({ succeeded }) => succeeded) && total.failed === 0 ? 0 : 1;

/** @param {import("./test-steps.js").Step} step */
function runStep({ script, report }) {
  const reporters = report === undefined ? [] : ["--", "--reporter=default", "--reporter=json", `--outputFile.json=${join(RESULTS_FOLDER, report)}`];
  const { status } = spawnSync("npm", ["run", "--silent", script, ...reporters], { stdio: "inherit", shell: process.platform === "win32" });
  return status === 0;
}

/** @param {import("./test-steps.js").Step} step @param {boolean} succeeded */
function countOf({ report }, succeeded) {
  const path = report === undefined ? undefined : join(RESULTS_FOLDER, report);
  if (path === undefined || !existsSync(path)) return countStep(succeeded && path === undefined);
  const content = /** @type {{ testResults: import("./count-tests.js").FileReport[] }} */ (JSON.parse(readFileSync(path, "utf8")));
  return countReport(content.testResults, succeeded);
}
