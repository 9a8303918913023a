import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { userInfo } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { Daemons, end, until } from "./daemons.js";

const run = promisify(execFile);
const EXAMPLES = resolve("examples/slurm");
/** Longer than the time between two lines of a journal. */
const STOPPED_MS = 250;
const RUNNING_MS = 15;
export const NODES = /** @type {const} */ (["tau1", "tau2"]);

/** @typedef {{ id: string, task: number, state: string, restarts: number, node: string, exit: string }} Task One task of an array, as the controller knows it. */

/** What a person does with a cluster: submits, looks, requeues. The example's scripts run as they stand. */
export class Cluster {
  /** @param {string} folder */
  constructor(folder) {
    this.folder = folder;
    this.daemons = new Daemons(folder, NODES);
    const programs = join(folder, "bin");
    mkdirSync(programs);
    symlinkSync(resolve("bin/tauscape.js"), join(programs, "tauscape"));
    this.env = { ...this.daemons.env, LC_ALL: "C.UTF-8", PATH: `${programs}${delimiter}${this.daemons.env.PATH}` };
  }

  async start() {
    await this.daemons.start();
    await this.untilIdle();
  }

  /** Waits until every node is ready for tasks. */
  async untilIdle() {
    await until(async () => (await this.try("sinfo", ["-h", "-N", "-o", "%t"])).split("\n").filter((state) => state === "idle").length === NODES.length, "all nodes are idle");
  }

  /** Waits until the controller knows its nodes. */
  async untilAnswering() {
    await until(async () => (await this.try("sinfo", ["-h", "-N", "-o", "%N"])).split("\n").filter((name) => NODES.some((node) => node === name)).length === NODES.length, "the controller answers");
  }

  /** Submits the example's sweep. @param {string} folder @param {string} spec @param {string} tasks @param {readonly string[]} more @returns {Promise<string>} the array's number */
  sweep(folder, spec, tasks, more) {
    return this.#sbatch([`--array=${tasks}`, "sweep.sbatch", spec, join(folder, "grid.npz"), ...more], folder);
  }

  /** Submits the example's merge and waits for it; returns what it said. @param {string} folder */
  async merge(folder) {
    const job = await this.#sbatch(["merge.sbatch", join(folder, "grid.npz")], folder);
    await this.untilEnded(job);
    return readFileSync(join(folder, `tauscape-merge-${job}.log`), "utf8");
  }

  /** @param {readonly string[]} args @param {string} folder where logs go */
  async #sbatch(args, folder) {
    const script = args.findIndex((arg) => arg.endsWith(".sbatch"));
    const out = await this.run("sbatch", ["--parsable", "--cpus-per-task=1", ...args.slice(0, script), join(EXAMPLES, args[script]), ...args.slice(script + 1)], folder);
    return out.trim();
  }

  /** The example's own way to submit all. @param {string} folder @param {string} spec @param {number} shards */
  async submit(folder, spec, shards) {
    const said = await this.run(join(EXAMPLES, "submit.sh"), [spec, join(folder, "grid.npz"), String(shards), "--cpus-per-task=1"], folder);
    const [, sweep = "", merge = ""] = /^sweep (\d+), merge (\d+)$/m.exec(said) ?? [];
    return { sweep, merge };
  }

  /** @param {string} job @returns {Promise<Task[]>} */
  async tasks(job) {
    const said = await this.try("scontrol", ["show", "job", "-o", job]);
    return said.split("\n").filter((line) => line.startsWith("JobId=")).map((line) => {
      const value = (/** @type {string} */ name) => new RegExp(`\\b${name}=(\\S*)`).exec(line)?.[1] ?? "";
      return { id: value("JobId"), task: Number(value("ArrayTaskId")), state: value("JobState"), restarts: Number(value("Restarts")), node: value("NodeList"), exit: value("ExitCode") };
    });
  }

  /** Waits until nothing of a job is queued or runs, the two minutes included that Slurm holds a requeued task back; a controller that does not answer says nothing about that. @param {string} job */
  async untilEnded(job) {
    await until(async () => {
      const said = (await this.try("squeue", ["-h", "-j", job])).trim();
      return said === "" || said.includes("Invalid job id");
    }, `job ${job} ends`, 600_000);
  }

  /**
   * Freezes a task that has written some of its part, and not all, so that what happens next happens in the middle. It is stopped when it begins, and then runs
   * for a moment at a time: the journal's next line is due after each stop, however fast the machine.
   * @param {string} folder @param {() => Promise<number>} which @returns {Promise<{ task: number, thaw: () => void }>} its part
   */
  async freezeHalfDone(folder, which) {
    for (let missed = NaN; ;) {
      const task = await which();
      if (task === missed) throw new Error(`Task ${task} ended before it could be stopped in the middle`);
      await until(async () => progressOf(folder, task) !== "none" || await which() !== task, "a task has begun its shard");
      const work = this.#workOf(task);
      const signal = (/** @type {NodeJS.Signals} */ name) => { for (const { pid } of work) end(pid, name); };
      while (progressOf(folder, task) === "begun") {
        signal("SIGSTOP");
        await wait(STOPPED_MS);
        if (progressOf(folder, task) !== "begun") break;
        signal("SIGCONT");
        await wait(RUNNING_MS);
      }
      signal("SIGSTOP");
      if (progressOf(folder, task) === "half") return { task, thaw: () => signal("SIGCONT") };
      signal("SIGCONT");
      missed = task;
    }
  }

  /** @param {number} task */
  #workOf(task) {
    return this.daemons.processes().filter(({ env, command }) => env.includes(`SLURM_ARRAY_TASK_ID=${task}`) && command.includes("tauscape sweep"));
  }

  /** @param {string} program @param {readonly string[]} args @param {string} [cwd] */
  async run(program, args, cwd = this.folder) {
    return (await run(program, args, { cwd, env: this.env, maxBuffer: 2 ** 26 })).stdout;
  }

  /** As `run`; what fails says what it printed. @param {string} program @param {readonly string[]} args */
  async try(program, args) {
    try {
      return await this.run(program, args);
    } catch (cause) {
      const { stdout = "", stderr = "" } = /** @type {{ stdout?: string, stderr?: string }} */ (cause);
      return stdout + stderr;
    }
  }

  /** What a person would look at where something went wrong. */
  async describe() {
    const log = readFileSync(join(this.folder, "slurmctld.log"), "utf8").split("\n").slice(-30).join("\n");
    return `${await this.try("squeue", [])}${await this.try("sinfo", ["-N", "-l"])}${log}`;
  }

  async stop() {
    await this.try("scancel", ["--user", userInfo().username]);
    await this.daemons.stop();
    const left = this.daemons.processes();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
    return { processes: left.length, folder: existsSync(this.folder) };
  }
}

/** How far a part has come, by what lies in the folder. @param {string} folder @param {number} task @returns {"none" | "begun" | "half" | "done"} */
function progressOf(folder, task) {
  const names = readdirSync(folder).filter((name) => name.includes(`.shard-${task}-of-`));
  if (names.some((name) => name.endsWith(".manifest.json"))) return "done";
  const journal = names.find((name) => name.endsWith(".journal"));
  if (journal === undefined) return "none";
  try {
    const text = readFileSync(join(folder, journal), "utf8");
    return text.includes('"kind":"assembled"') ? "done" : text.split("\n").length > 3 ? "half" : "begun";
  } catch {
    return "done";
  }
}
