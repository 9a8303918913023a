import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { end, until } from "./daemons.js";

/** @typedef {import("./cluster.js").Cluster} Cluster */
/** @typedef {{ cluster: Cluster, spec: string, reference: string, shards: number, say: (text: string) => void }} Scene */

/** Slow on purpose, so that there is a middle to be killed in; the bits are those of every engine. */
const SLOWLY = ["--engine", "js"];

/** @type {readonly { title: string, play: (scene: Scene, folder: string) => Promise<void> }[]} */
export const SCENARIOS = [
  { title: "an array and its merge, by submit.sh", play: undisturbed },
  { title: "a task killed with SIGKILL, and requeued by hand", play: killedTask },
  { title: "a task told that its time is up", play: timeIsUp },
  { title: "a node that fails", play: failedNode },
  { title: "the controller killed a second after submission, and started again", play: (scene, folder) => killedController(scene, folder, { keepsState: true }) },
  { title: "the same, and its memory lost", play: (scene, folder) => killedController(scene, folder, { keepsState: false }) },
];

/** Plays one, by its number from 1, in a folder of its own; its result must be what one run writes. @param {Scene} scene @param {number} number */
export async function play(scene, number) {
  const { title, play: act } = SCENARIOS[number - 1];
  const folder = join(scene.cluster.folder, `results-${number}`);
  mkdirSync(folder);
  scene.say(`${number}. ${title}`);
  await act(scene, folder);
  const whole = join(folder, "grid.npz");
  await scene.cluster.run("cmp", [whole, scene.reference]);
  const sound = await scene.cluster.run("tauscape", ["verify", whole]);
  scene.say(`   cmp with one run: equal; ${sound.trim().replace(whole, "grid.npz")}`);
  rmSync(folder, { recursive: true, force: true });
}

/** @param {Scene} scene @param {string} folder */
async function undisturbed({ cluster, spec, shards, say }, folder) {
  const { sweep, merge } = await cluster.submit(folder, spec, shards);
  await cluster.untilEnded(merge);
  say(`   ${await tellTasks(cluster, sweep)}`);
}

/** @param {Scene} scene @param {string} folder */
async function killedTask({ cluster, spec, shards, say }, folder) {
  const job = await cluster.sweep(folder, spec, `0-${shards - 1}`, [String(shards), ...SLOWLY]);
  const { task } = await cluster.freezeHalfDone(folder, async () => 3);
  for (const { pid, env } of cluster.daemons.processes()) if (env.includes(`SLURM_ARRAY_TASK_ID=${task}`)) end(pid, "SIGKILL");
  const killed = await until(async () => (await cluster.tasks(job)).find((one) => one.task === task && one.state === "FAILED"), `task ${task} has failed`);
  say(`   task ${task} killed in the middle: ${killed.state}, exit ${killed.exit}; scontrol requeue ${job}_${task}`);
  await cluster.run("scontrol", ["requeue", `${job}_${task}`]);
  await goOnAndMerge({ cluster, say }, folder, job, task);
}

/** @param {Scene} scene @param {string} folder */
async function timeIsUp({ cluster, spec, shards, say }, folder) {
  const job = await cluster.sweep(folder, spec, `0-${shards - 1}`, [String(shards), ...SLOWLY]);
  const { task, thaw } = await cluster.freezeHalfDone(folder, async () => 2);
  await cluster.run("scancel", ["--batch", "--signal=USR1", `${job}_${task}`]);
  thaw();
  say(`   task ${task} got the signal of --signal=B:USR1@120 in the middle`);
  await goOnAndMerge({ cluster, say }, folder, job, task);
}

/** @param {Scene} scene @param {string} folder */
async function failedNode({ cluster, spec, shards, say }, folder) {
  const node = "tau2";
  const job = await cluster.sweep(folder, spec, `0-${shards - 1}`, [String(shards), ...SLOWLY]);
  const { task } = await cluster.freezeHalfDone(folder, async () => (await cluster.tasks(job)).find((one) => one.node === node && one.state === "RUNNING")?.task ?? -1);
  await cluster.daemons.killNode(node);
  await cluster.run("scontrol", ["update", `NodeName=${node}`, "State=DOWN", "Reason=failed"]);
  say(`   ${node} killed with task ${task} in the middle, and down`);
  await goOnAndMerge({ cluster, say }, folder, job, task);
  cluster.daemons.startNode(node);
  await cluster.try("scontrol", ["update", `NodeName=${node}`, "State=RESUME"]);
  await cluster.untilIdle();
}

/** @param {Scene} scene @param {string} folder @param {{ keepsState: boolean }} how whether what it had saved by then is still there */
async function killedController({ cluster, spec, shards, say }, folder, { keepsState }) {
  const job = await cluster.sweep(folder, spec, `0-${shards - 1}`, [String(shards), ...SLOWLY]);
  await wait(1000);
  await cluster.daemons.killController();
  cluster.daemons.startController(keepsState);
  await cluster.untilAnswering();
  const known = await cluster.tasks(job);
  await cluster.untilEnded(job);
  // Tasks that the controller has forgotten are ended by it.
  await until(() => cluster.daemons.processes().length === 0, "no task runs");
  const missing = await missingShards(cluster, folder, shards);
  const begun = readdirSync(folder).filter((name) => name.endsWith(".journal")).length;
  say(`   it ${known.length === 0 ? "has forgotten the array" : "remembers the array"}; by the manifests ${missing.length} of ${shards} shards are missing, ${begun} of them begun`);
  if (missing.length > 0) {
    say(`   sbatch --array=${missing.join(",")} sweep.sbatch … ${shards}`);
    await cluster.untilEnded(await cluster.sweep(folder, spec, missing.join(","), [String(shards)]));
  }
  await cluster.merge(folder);
}

/** What `merge` itself names. @param {Cluster} cluster @param {string} folder @param {number} shards */
async function missingShards(cluster, folder, shards) {
  const said = await cluster.try("tauscape", ["merge", folder]);
  const [, list] = /have not been finished: ([\d, ]+)\./.exec(said) ?? [];
  if (list !== undefined) return list.split(", ").map(Number);
  return said.includes("found no shards") ? Array.from({ length: shards }, (_, k) => k) : [];
}

/** @param {Pick<Scene, "cluster" | "say">} scene @param {string} folder @param {string} job @param {number} task the one that was disturbed */
async function goOnAndMerge({ cluster, say }, folder, job, task) {
  await cluster.untilEnded(job);
  const log = readFileSync(join(folder, `tauscape-${job}_${task}.log`), "utf8");
  const resumed = /^Going on with .+$/m.exec(log)?.[0];
  if (resumed === undefined) throw new Error(`Task ${task} did not go on from its journal; its log:\n${log}`);
  say(`   its log: ${resumed.replace(`${folder}/`, "")}`);
  say(`   ${await tellTasks(cluster, job)}`);
  await cluster.merge(folder);
}

/** @param {Cluster} cluster @param {string} job */
async function tellTasks(cluster, job) {
  const tasks = await cluster.tasks(job);
  const restarted = tasks.filter(({ restarts }) => restarts > 0).map(({ task, restarts, node }) => `task ${task} started ${restarts + 1} times, the last on ${node}`);
  return [`${tasks.filter(({ state }) => state === "COMPLETED").length} tasks completed on ${[...new Set(tasks.map(({ node }) => node))].sort().join(" and ")}`, ...restarted].join("; ");
}
