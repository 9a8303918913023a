import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** @typedef {{ id: string, name: string, command: readonly string[], strict: boolean, env?: Record<string, string> }} PeerEntry */
/** @typedef {import("./serve.js").Findings & { seconds: number }} Answer */
/** @typedef {Answer & { error?: string, missing?: string }} Line What a peer writes. */

/** A peer that runs as a process of its own, started once, so that every run finds it warm. */
export class Peer {
  /** Why the tool is not here, or `null`. @type {string | null} */
  missing = null;
  version = "";
  /** Most threads of each job. @type {Record<string, number>} */
  jobs = {};
  #errors = "";

  /** Starts the process. @param {PeerEntry} entry @returns {Promise<Peer>} once it has said what it is */
  static async start(entry) {
    const peer = new Peer(entry);
    try {
      Object.assign(peer, await peer.#read());
    } catch (cause) {
      peer.missing = cause instanceof Error ? cause.message : String(cause);
    }
    return peer;
  }

  /** @param {PeerEntry} entry */
  constructor(entry) {
    this.entry = entry;
    const [command, ...args] = entry.command;
    this.process = spawn(command, args, { stdio: ["pipe", "pipe", "pipe"], env: { ...process.env, ...entry.env } });
    this.process.stderr.on("data", (/** @type {Buffer} */ chunk) => (this.#errors = `${this.#errors}${chunk.toString()}`.slice(-4000)));
    // Told by the answer that does not come.
    this.process.stdin.on("error", () => undefined);
    this.process.on("error", (cause) => (this.#errors += cause.message));
    this.closed = new Promise((resolve) => this.process.once("close", resolve));
    this.lines = createInterface({ input: this.process.stdout })[Symbol.asyncIterator]();
  }

  /** One run of a job. @param {string} job @param {number} threads @returns {Promise<Answer>} */
  run(job, threads) {
    return this.#ask(`run ${job} ${threads}`);
  }

  /** What the last fill left in memory. @param {string} job @param {number} threads @returns {Promise<import("./serve.js").Findings>} */
  check(job, threads) {
    return this.#ask(`check ${job} ${threads}`);
  }

  async stop() {
    this.process.stdin.end();
    const timer = setTimeout(() => this.process.kill(), 5000);
    await this.closed;
    clearTimeout(timer);
  }

  /** @param {string} line */
  async #ask(line) {
    this.process.stdin.write(`${line}\n`);
    const answer = await this.#read().catch((/** @type {unknown} */ cause) => {
      throw new Error(`${this.entry.name} at "${line}": ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    });
    if (typeof answer.error === "string") throw new Error(`${this.entry.name} refused "${line}": ${answer.error}.`);
    return answer;
  }

  /** @returns {Promise<Line>} */
  async #read() {
    const line = await this.lines.next();
    if (line.done === true) {
      await this.closed;
      const lines = this.#errors.trim().split("\n");
      throw new Error(lines.findLast((text) => text.includes("Error")) || lines.at(-1) || "ended without an answer");
    }
    /** @type {Line} */
    const content = JSON.parse(line.value);
    return content;
  }
}
