import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { mungeSocket, slurmConfiguration } from "./configuration.js";
import { SEARCH_PATH } from "./programs.js";

/** @typedef {import("node:child_process").ChildProcess} ChildProcess */

/** More jobs than a controller starts before it is killed. */
const JOBS_A_LIFE = 1000;

/** Starts and ends the daemons of a private cluster: munge, a controller, and nodes by name. */
export class Daemons {
  /** @type {Map<string, ChildProcess>} */
  #running = new Map();
  #firstJob = 1 - JOBS_A_LIFE;
  /** @type {{ controller: number, nodes: ReadonlyMap<string, number> }} */
  #ports = { controller: 0, nodes: new Map() };

  /** @param {string} folder @param {readonly string[]} nodes */
  constructor(folder, nodes) {
    this.folder = folder;
    this.nodes = nodes;
    this.configuration = join(folder, "slurm.conf");
    /** What programs of the cluster must find in their environment. */
    this.env = { ...process.env, PATH: SEARCH_PATH, SLURM_CONF: this.configuration };
  }

  async start() {
    const [controller, ...ports] = await freePorts(1 + this.nodes.length);
    this.#ports = { controller, nodes: new Map(this.nodes.map((name, k) => [name, ports[k]])) };
    mkdirSync(join(this.folder, "state"));
    writeFileSync(join(this.folder, "munge.key"), randomBytes(128), { mode: 0o600 });
    const at = (/** @type {string} */ name) => join(this.folder, name);
    this.#spawn("munged", [
      "--foreground", "--force", "--socket", mungeSocket(this.folder), "--key-file", at("munge.key"), "--pid-file", at("munge.pid"),
      "--log-file", at("munge.log"), "--seed-file", at("munge.seed"),
    ]);
    await until(() => readdirSync(this.folder).includes("munge.socket"), "munged opens its socket");
    this.startController();
    for (const node of this.nodes) this.startNode(node);
  }

  /** @param {boolean} [keepsState] whether it goes on from what it saved, if it did */
  startController(keepsState = true) {
    // One that was killed may give out a number again that it gave a task before, and nodes drain themselves over such a task.
    this.#firstJob += JOBS_A_LIFE;
    writeFileSync(this.configuration, slurmConfiguration(this.folder, this.#ports, this.#firstJob));
    this.#spawn("slurmctld", ["-D", ...(keepsState ? [] : ["-c"])]);
  }

  /** @param {string} node */
  startNode(node) {
    this.#spawn("slurmd", ["-D", "-N", node], node);
  }

  /** As a crash would: nothing is saved. */
  async killController() {
    await this.#end("slurmctld", "SIGKILL");
  }

  /** As a power failure would: the daemon, what watches its tasks, and the tasks. @param {string} node */
  async killNode(node) {
    await this.#end(node, "SIGKILL");
    const tasks = this.processes().filter(({ env }) => env.includes(`SLURMD_NODENAME=${node}`));
    const watchers = this.watchersOf(tasks.map(({ parent }) => parent));
    for (const pid of [...watchers, ...tasks.map(({ pid: task }) => task)]) end(pid, "SIGKILL");
  }

  /** @param {number[]} parents */
  watchersOf(parents) {
    return [...new Set(parents)].filter((pid) => readProcess(pid)?.command.startsWith("slurmstepd"));
  }

  /** Ends everything that was started, and waits until it is gone. */
  async stop() {
    for (const name of [...this.nodes, "slurmctld"]) await this.#end(name, "SIGTERM");
    const left = this.processes();
    for (const pid of [...this.watchersOf(left.map(({ parent }) => parent)), ...left.map(({ pid: task }) => task)]) end(pid, "SIGKILL");
    await this.#end("munged", "SIGTERM");
  }

  /** The processes of this cluster's tasks, told by their environment. */
  processes() {
    return readdirSync("/proc").flatMap((name) => {
      const found = /^\d+$/.test(name) ? readProcess(Number(name)) : null;
      return found !== null && found.env.includes(`SLURM_CONF=${this.configuration}`) && found.env.some((text) => text.startsWith("SLURM_JOB_ID=")) ? [found] : [];
    });
  }

  /** @param {string} program @param {readonly string[]} args @param {string} [name] */
  #spawn(program, args, name = program) {
    const log = openSync(join(this.folder, `${name}.out`), "a");
    const child = spawn(program, args, { env: this.env, stdio: ["ignore", log, log] });
    this.#running.set(name, child);
  }

  /** @param {string} name @param {NodeJS.Signals} signal */
  async #end(name, signal) {
    const child = this.#running.get(name);
    this.#running.delete(name);
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => { child.once("exit", resolve); });
    child.kill(signal);
    const waited = await Promise.race([ended.then(() => "ended"), wait(15_000, "waited", { ref: false })]);
    if (waited === "ended") return;
    child.kill("SIGKILL");
    await ended;
  }
}

/** @param {number} pid @returns {{ pid: number, parent: number, command: string, env: string[] } | null} */
function readProcess(pid) {
  try {
    const [, parent = "0"] = /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return {
      pid, parent: Number(parent), command: readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").join(" "),
      env: readFileSync(`/proc/${pid}/environ`, "utf8").split("\0"),
    };
  } catch {
    return null;
  }
}

/** @param {number} pid @param {NodeJS.Signals} signal */
export function end(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended by itself.
  }
}

/** @param {number} count @returns {Promise<number[]>} */
async function freePorts(count) {
  const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  await Promise.all(servers.map((server) => new Promise((resolve) => { server.once("listening", resolve); })));
  const ports = servers.map((server) => /** @type {import("node:net").AddressInfo} */ (server.address()).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => { server.close(resolve); })));
  return ports;
}

/**
 * Waits for something that can be looked at, and gives up with its name.
 * @template T @param {() => T | Promise<T>} look @param {string} what @param {number} [patienceMs] @returns {Promise<NonNullable<T>>}
 */
export async function until(look, what, patienceMs = 180_000) {
  const end = performance.now() + patienceMs;
  while (performance.now() < end) {
    const seen = await look();
    if (seen) return seen;
    await wait(50);
  }
  throw new Error(`Waited ${patienceMs / 1000} s in vain: ${what}`);
}
