/**
 * `npm run bench:peers`: Tauscape and other tools on the same work, in turn, on this machine. README.md says how to read it.
 * Exit status: 0 done; 1 a peer counted differently, or Tauscape failed; 2 the arguments were refused.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { availableParallelism, cpus, release, totalmem, type } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { build as buildWithVite } from "vite";
import { disagreements } from "./agreement.js";
import { CHECKED_AFTER, GROUPS, HOLDING, JOBS } from "./jobs.js";
import { describeFlags, OptionError, readOptions } from "./options.js";
import { Peer } from "./peer.js";
import { BUILD, GRID_FILE, makeRoster, PEER_IDS, SURFACE_FILE, SURFACE_SIZE } from "./roster.js";
import { describeSamples } from "./table.js";

/** @typedef {import("./table.js").Sample} Sample */
/** @typedef {import("./serve.js").Findings} Findings */
/** @typedef {{ peer: Peer, job: string, threads: number, sample: Sample }} Entry */

const ROOT = join(import.meta.dirname, "..", "..");
/** Before every run: threads of the one before may still be waiting actively for more work. */
const PAUSE_MS = 20;
const THREADS = [1, 2].filter((count) => count <= availableParallelism());

try {
  process.exitCode = await main(readOptions(process.argv.slice(2), PEER_IDS, JOBS, process.env));
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : cause);
  process.exitCode = cause instanceof OptionError ? 2 : 1;
}

/** @param {import("./options.js").Options} options */
async function main(options) {
  if (options.help) {
    console.log(describeFlags(PEER_IDS));
    return 0;
  }
  const work = { cells: options.size ** 4, bytes: 2 * Float64Array.BYTES_PER_ELEMENT * options.size ** 4 };
  const wanted = options.jobs ?? JOBS;
  await build(options.size);
  const roster = makeRoster(options);
  if (wanted.some((job) => HOLDING.includes(job))) checkMemory(work.bytes, roster.peers.length + 1);
  const peers = await Promise.all([roster.tauscape, ...roster.peers].map((entry) => Peer.start(entry)));
  try {
    const present = peers.filter(({ missing }) => missing === null);
    const missing = [...roster.missing, ...peers.flatMap(({ entry, missing: reason }) => (reason === null ? [] : [{ name: entry.name, reason }]))];
    if (!present.includes(peers[0])) throw new Error(`Tauscape's own part did not start: ${peers[0].missing ?? ""}`);
    const entries = listEntries(present, wanted);
    const wrong = await measure(entries, options.rounds);
    const samples = entries.map(({ sample }) => sample);
    report(options, work, present, missing, samples, wrong);
    return wrong.length === 0 ? 0 : 1;
  } finally {
    await Promise.all(peers.map((peer) => peer.stop()));
  }
}

/** Builds Tauscape and its part here, and writes the files that tell the peers their work. @param {number} size */
async function build(size) {
  const steps = [
    ["npm", "run", "--silent", "build:kernels"],
    ["npm", "run", "--silent", "build:cli"],
  ];
  for (const [command, ...args] of steps) {
    const { status } = spawnSync(command, args, { cwd: ROOT, stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
    if (status !== 0) throw new Error(`"${[command, ...args].join(" ")}" failed.`);
  }
  await buildWithVite({ root: ROOT, configFile: join(import.meta.dirname, "vite.config.ts"), logLevel: "warn" });
  const inputs = /** @type {typeof import("./inputs.ts")} */ (await import(pathToFileURL(join(BUILD, "inputs.js")).href));
  await inputs.writeGrid(GRID_FILE, size);
  await inputs.writeSurfaceValues(SURFACE_FILE, SURFACE_SIZE);
}

/** @param {number} bytes of one peer's fields @param {number} peers */
function checkMemory(bytes, peers) {
  const needed = bytes * peers;
  if (needed <= totalmem() * 0.8) return;
  const gib = (/** @type {number} */ number) => (number / 2 ** 30).toFixed(1);
  throw new OptionError(`All peers together need ${gib(needed)} GiB of this machine's ${gib(totalmem())} GiB; choose a smaller --size, or fewer peers with --only.`);
}

/** Every wanted job of every peer, those of one job next to each other. @param {readonly Peer[]} peers @param {readonly string[]} wanted @returns {Entry[]} */
function listEntries(peers, wanted) {
  return GROUPS.flatMap(({ jobs }) => jobs.filter(({ job }) => wanted.includes(job)).flatMap(({ job }) => THREADS.flatMap((threads) => peers
    .filter((peer) => (peer.jobs[job] ?? 0) >= threads)
    .map((peer) => ({ peer, job, threads, sample: { peer: peer.entry.id, name: peer.entry.name, job, threads, seconds: [] } })))));
}

/** One round to warm up and to compare what was found, then `rounds` that count. @param {readonly Entry[]} entries @param {number} rounds */
async function measure(entries, rounds) {
  /** @type {Set<string>} */
  const wrong = new Set();
  const tauscape = entries.find(({ peer }) => peer.entry.id === "tauscape")?.peer;
  if (tauscape === undefined) throw new Error("Tauscape has none of the jobs.");
  const [cells, mesh] = [await tauscape.run("reduce", 1), await tauscape.run("surface", 1)];
  const compare = (/** @type {Entry} */ { peer, job, threads }, /** @type {Findings} */ found) => {
    if (!peer.entry.strict) return;
    const problems = disagreements(cells, found);
    if (found.triangles !== undefined && found.triangles !== mesh.triangles) problems.push(`${found.triangles} triangles instead of ${mesh.triangles ?? 0}`);
    for (const problem of problems) wrong.add(`${peer.entry.name}, ${job}, threads: ${threads}: ${problem}`);
  };
  for (let round = 0; round <= rounds; round++) {
    console.error(round === 0 ? "Warming up" : `Round ${round} of ${rounds}`);
    for (const entry of entries) {
      const { peer, job, threads, sample } = entry;
      await setTimeout(PAUSE_MS);
      const found = await peer.run(job, threads);
      compare(entry, found);
      if (round === 0 && peer.entry.strict && CHECKED_AFTER.includes(job)) compare(entry, await peer.check(job, threads));
      if (round > 0) sample.seconds.push(found.seconds);
    }
  }
  return [...wrong];
}

/**
 * @param {import("./options.js").Options} options @param {import("./table.js").Work} work @param {readonly Peer[]} present
 * @param {readonly import("./roster.js").Missing[]} missing @param {readonly Sample[]} samples @param {readonly string[]} wrong
 */
function report({ size, rounds, out }, work, present, missing, samples, wrong) {
  const machine = {
    cpu: cpus().at(0)?.model.trim() ?? "unknown", cores: availableParallelism(), memoryBytes: totalmem(),
    system: `${type()} ${release()} ${process.arch}`, node: process.versions.node,
  };
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  console.log([
    `${machine.cpu}, ${machine.cores} threads, ${memory} GiB, ${machine.system}; ${size}⁴ = ${work.cells} points, ${work.bytes / 2 ** 20} MiB of fields; `
      + `medians of ${rounds} rounds in turn.`,
    "",
    describeSamples(samples, work),
    "Versions:",
    ...present.map(({ entry, version }) => `- ${entry.name}: ${version}`),
    ...missing.map(({ name, reason }) => `- ${name}: not here (${reason})`),
    "",
    wrong.length === 0 ? "All strict peers found the same." : "Found differently:",
    ...wrong.map((line) => `- ${line}`),
  ].join("\n"));
  if (out === null) return;
  const versions = Object.fromEntries(present.map(({ entry, version }) => [entry.id, version]));
  writeFileSync(out, `${JSON.stringify({ machine, size, rounds, ...work, surfaceSize: SURFACE_SIZE, versions, missing, samples, wrong }, null, 2)}\n`);
}
