import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, watch, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { processSpace, processStart } from "../../src/results/node/process-identity.ts";
import { command, testFolder } from "./test-io.ts";

const LAUNCHER = fileURLToPath(new URL("../../bin/tauscape.js", import.meta.url));
const SPEC = JSON.stringify({ schema: "tauscape/sweep@1", axes: [{ name: "alpha", min: 0.1, max: 0.9, count: 40 }] });

const spaceDigest = async (): Promise<string> => createHash("sha256").update(await processSpace()).digest("hex").slice(0, 16);

/** A process that does nothing until it is killed. */
async function idleProcess(): Promise<{ readonly child: ChildProcess; readonly pid: number; readonly start: string }> {
  const child = spawn(process.execPath, ["-e", "process.stdout.write('.'); setInterval(() => undefined, 1e6)"]);
  await once(child.stdout, "data");
  const pid = child.pid ?? 0;
  return { child, pid, start: await processStart(pid) ?? "" };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill("SIGKILL");
  await exit;
}

/** A folder of samples, as a plan of this process would have left it. */
function leave(pid: number, start: string, space: string): string {
  const name = `.tauscape-plan-${pid}-${start}-${space}-01234567`;
  mkdirSync(join(testFolder(), name, "run"), { recursive: true });
  writeFileSync(join(testFolder(), name, "run", "sample.npz.partial"), "left");
  return name;
}

describe("the folder of a plan's samples", () => {
  it("goes with the next plan where its owner is gone, and stays where the owner lives or cannot be looked at", async () => {
    const [living, dead] = [await idleProcess(), await idleProcess()];
    try {
      await end(dead.child);
      const here = await spaceDigest();
      leave(dead.pid, dead.start, here);
      const stays = [leave(living.pid, living.start, here), leave(dead.pid + 1, dead.start, "0123456789abcdef"), ".tauscape-plan-of-mine"];
      // One that has the number of a process that began at another time, where the system tells.
      if (living.start !== "") leave(living.pid, `${living.start}1`, here);
      mkdirSync(join(testFolder(), ".tauscape-plan-of-mine"));
      expect(await command(["plan", "-", "--format", "npz"], { input: SPEC })).toMatchObject({ code: 0 });
      expect(readdirSync(testFolder()).sort()).toEqual(stays.sort());
    } finally {
      await end(living.child);
    }
  });
});

describe("a plan by the built command that is killed", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "tauscape-killed-plan-"));
    writeFileSync(join(folder, "spec.json"), SPEC);
  });
  afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

  const args = [LAUNCHER, "plan", "spec.json", "--out", "grid.npz", "--format", "npz", "--json"];
  const leftovers = () => readdirSync(folder).filter((name) => name.startsWith(".tauscape-plan-"));

  it("leaves a folder that the next plan there takes away", async () => {
    // A group of its own: what it runs is killed with it.
    const plan = spawn(process.execPath, args, { cwd: folder, stdio: "ignore", detached: true });
    const exit = once(plan, "exit");
    await seen(folder, () => leftovers().length > 0);
    process.kill(-(plan.pid ?? NaN), "SIGKILL");
    await exit;
    expect(leftovers()).toHaveLength(1);
    expect(spawnSync(process.execPath, args, { cwd: folder }).status).toBe(0);
    expect(leftovers()).toEqual([]);
  });

  it("takes its samples away when it is interrupted", async () => {
    const plan = spawn(process.execPath, args, { cwd: folder, stdio: "ignore" });
    const exit = once(plan, "exit");
    await seen(folder, () => leftovers().length > 0);
    plan.kill("SIGINT");
    expect(await exit).toEqual([130, null]);
    expect(leftovers()).toEqual([]);
  });
});

/** Settles when something is so in a folder. */
async function seen(folder: string, isSo: () => boolean): Promise<void> {
  const watcher = watch(folder);
  try {
    while (!isSo()) await once(watcher, "change");
  } finally {
    watcher.close();
  }
}
