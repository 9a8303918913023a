import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, watch, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const LAUNCHER = fileURLToPath(new URL("../../bin/tauscape.js", import.meta.url));
/** Of each command; a run takes longer than a test does otherwise. */
const KILLS = 4;
const PATIENCE_MS = 180_000;
/** File events after which a run is killed: beginnings, tiles, the end and its renames are all among them. */
const MOST_EVENTS = 40;
const SPEC = {
  schema: "tauscape/sweep@1", fields: ["growth", "class"],
  axes: ["alpha", "beta", "tau", "wr"].map((name) => ({ name, min: 0.05, max: 0.9, count: 40 })),
};

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tauscape-kills-"));
  writeFileSync(join(folder, "spec.json"), JSON.stringify(SPEC));
});
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

const hash = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");

/** How a command ended: `code` is null where it was killed. */
interface End {
  readonly code: number | null;
  readonly stderr: string;
}

/** Runs the built command, and kills it with SIGKILL at the n-th event in `where`. */
async function run(args: readonly string[], where: string, killAt = Infinity): Promise<End> {
  const child = spawn(process.execPath, [LAUNCHER, ...args, "--quiet"], { cwd: where, stdio: ["ignore", "ignore", "pipe"] });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => { stderr += text; });
  let events = 0;
  const watcher = watch(where, () => {
    if (++events === killAt) child.kill("SIGKILL");
  });
  const code = await new Promise<number | null>((resolve) => { child.once("close", resolve); });
  watcher.close();
  return { code, stderr };
}

/** Runs the built command to its good end. */
async function runWell(args: readonly string[], where: string): Promise<void> {
  expectGoodEnd(await run(args, where));
}

function expectGoodEnd({ code, stderr }: End): void {
  expect(code, stderr).toBe(0);
}

/** Kills a command over and over, seeded, then lets it end. */
async function survive(seed: number, args: readonly string[], where: string, finished: string): Promise<void> {
  for (const moment of fc.sample(fc.integer({ min: 1, max: MOST_EVENTS }), { numRuns: KILLS, seed })) await killAt(moment, args, where, finished);
  await runWell(args, where);
}

/** A run that goes on needs fewer events, and a busy machine tells several as one: what ends before its moment begins anew, for half of it. */
async function killAt(moment: number, args: readonly string[], where: string, finished: string): Promise<void> {
  for (let at = moment; ; at = Math.ceil(at / 2)) {
    const end = await run(args, where, at);
    if (end.code === null) return;
    expectGoodEnd(end);
    expect(at, "events after which a run was not killed").toBeGreaterThan(1);
    for (const suffix of ["", ".manifest.json", ".manifest.json.partial", ".journal"]) rmSync(finished + suffix, { force: true });
  }
}

describe("the built command, killed by kill -9 again and again, ends with the bytes of one run", () => {
  let whole = "";
  beforeAll(async () => {
    const where = join(folder, "whole");
    mkdirSync(where);
    await runWell(["sweep", "../spec.json", "--out", "grid.npz"], where);
    whole = hash(join(where, "grid.npz"));
  });

  it.each([1, 2])("a run, seed %i", async (seed) => {
    const where = join(folder, `run-${seed}`);
    mkdirSync(where);
    await survive(seed, ["sweep", "../spec.json", "--out", "grid.npz", "--resume"], where, join(where, "grid.npz"));
    expect(hash(join(where, "grid.npz"))).toBe(whole);
    await runWell(["verify", "grid.npz"], where);
  }, PATIENCE_MS);

  it("two shards and their merge", async () => {
    const where = join(folder, "shards");
    mkdirSync(where);
    for (const index of [0, 1]) {
      const name = `grid.npz.shard-${index}-of-2`;
      await survive(3 + index, ["sweep", "../spec.json", "--out", "grid.npz", "--shard", `${index}/2`, "--resume"], where, join(where, name));
    }
    await survive(5, ["merge", "."], where, join(where, "grid.npz"));
    expect(hash(join(where, "grid.npz"))).toBe(whole);
    await runWell(["verify", "grid.npz"], where);
  }, PATIENCE_MS);
});
