/**
 * `npm run test:slurm`: the example of examples/slurm on a real Slurm, which this brings up on this host alone (munge, a controller, two nodes) and takes down
 * again. Installs nothing; says what it lacks. `npm run test:slurm -- 2 4` plays two of the scenarios.
 */
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Cluster, NODES } from "./cluster.js";
import { whatIsMissing } from "./programs.js";
import { play, SCENARIOS } from "./scenarios.js";

const SHARDS = 8;
const SPEC = {
  schema: "tauscape/sweep@1", prices: "equilibrium", rule: "household",
  axes: [
    { name: "alpha", min: 0.05, max: 0.9, count: 320 }, { name: "beta", min: 0.05, max: 0.9, count: 250 },
    { name: "tau", min: 0.05, max: 0.95, count: 400 },
  ],
  fields: ["growth", "class"],
};

const asked = process.argv.slice(2).map(Number);
/** Numbers of the scenarios, from 1. */
const CHOSEN = SCENARIOS.map((_, k) => k + 1).filter((number) => asked.length === 0 || asked.includes(number));

const lack = whatIsMissing() ?? (existsSync("dist/cli/tauscape.js") ? null : "The command is not built: npm run build:kernels && npm run build:cli.");
if (lack === null) await main();
else {
  console.error(`test:slurm was not run. ${lack}`);
  process.exitCode = 1;
}

async function main() {
  const cluster = new Cluster(mkdtempSync(join(tmpdir(), "tauscape-slurm-")));
  const interrupted = new Promise((_, reject) => {
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => { reject(new Error(`Ended by ${signal}`)); });
  });
  const started = performance.now();
  const say = (/** @type {string} */ text) => { console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${text}`); };
  try {
    await Promise.race([interrupted, playAll(cluster, say)]);
    say(`${CHOSEN.length} of ${CHOSEN.length} passed.`);
  } catch (cause) {
    process.exitCode = 1;
    say(`FAILED  ${cause instanceof Error ? cause.message : String(cause)}`);
    console.log(await cluster.describe());
  } finally {
    const left = await cluster.stop();
    say(`Taken down: ${left.processes} processes left, folder ${left.folder ? "left" : "removed"}.`);
  }
}

/** @param {Cluster} cluster @param {(text: string) => void} say */
async function playAll(cluster, say) {
  await cluster.start();
  const version = (await cluster.run("scontrol", ["--version"])).trim();
  const spec = join(cluster.folder, "region.json");
  const reference = join(cluster.folder, "one-run.npz");
  writeFileSync(spec, JSON.stringify(SPEC));
  await cluster.run("tauscape", ["sweep", spec, "--out", reference, "--quiet"]);
  const points = SPEC.axes.reduce((product, { count }) => product * count, 1);
  say(`${version}, munge and ${NODES.length} nodes on this host; ${points / 1e6} million points in ${SHARDS} shards; one run written to compare with`);
  for (const number of CHOSEN) await play({ cluster, spec, reference, shards: SHARDS, say }, number);
}
