import { createInterface } from "node:readline";

/** @typedef {{ min: number, max: number, sum: number }} Extremes */

/**
 * What a run found; a fill counts only what the written fields show.
 * @typedef {{
 *   counts?: { infeasible: number, positive?: number, negative?: number, boundary?: number },
 *   signs?: { above: number, below: number },
 *   growth?: Extremes, growthSlope?: Extremes, triangles?: number,
 * }} Findings
 */

/**
 * A job of a peer. `run` answers its findings, and its seconds where it takes the time itself; `check` looks at what it left.
 * @typedef {{
 *   maxThreads: number,
 *   run: (threads: number) => Promise<Findings & { seconds?: number }> | (Findings & { seconds?: number }),
 *   check?: (threads: number) => Findings,
 * }} Job
 */

/**
 * A peer's side of the protocol: says what it is and can do, then answers "run JOB THREADS" and "check JOB THREADS" until its
 * input ends.
 * @param {string} version @param {Record<string, Job>} jobs
 */
export async function serve(version, jobs) {
  answer({ version, jobs: Object.fromEntries(Object.entries(jobs).map(([name, { maxThreads }]) => [name, maxThreads])) });
  for await (const line of createInterface({ input: process.stdin })) {
    const [verb, name, threads] = line.split(" ");
    const job = jobs[name];
    if (job === undefined) answer({ error: "no such job" });
    else if (verb === "check") answer(job.check?.(Number(threads)) ?? {});
    else answer(await timed(job, Number(threads)));
  }
}

/** @param {Job} job @param {number} threads */
async function timed(job, threads) {
  const started = performance.now();
  const findings = await job.run(threads);
  return { seconds: (performance.now() - started) / 1000, ...findings };
}

/** @param {object} content */
function answer(content) {
  console.log(JSON.stringify(content));
}
