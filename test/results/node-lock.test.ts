import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { lockFile } from "../../src/results/node/node-lock.ts";

const BEAT_MS = 100;

let path = "";
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tauscape-lock-"));
  path = join(folder, "grid.npz.lock");
});
afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

const holder = (host: string, pid: number) => writeFileSync(path, JSON.stringify({ id: "another", host, pid, beat: 3 }));

it("is taken, and gone when it is released", async () => {
  const lock = await lockFile(path, BEAT_MS);
  expect(existsSync(path)).toBe(true);
  await lock.release();
  expect(existsSync(path)).toBe(false);
});

it("of a process that runs is respected, and says who holds it", async () => {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  try {
    holder(hostname(), child.pid ?? 0);
    await expect(lockFile(path, BEAT_MS)).rejects.toMatchObject({ kind: "locked", holder: `process ${child.pid ?? 0} on ${hostname()}` });
  } finally {
    child.kill();
  }
});

it("of a process that has ended is no obstacle", async () => {
  const child = spawn(process.execPath, ["-e", ""]);
  await new Promise((resolve) => child.once("close", resolve));
  holder(hostname(), child.pid ?? 0);
  await (await lockFile(path, BEAT_MS)).release();
});

it("that holds something else is no obstacle, after the silence", async () => {
  writeFileSync(path, "");
  await (await lockFile(path, BEAT_MS)).release();
});

it("of another machine is respected while it gives signs of life, and no obstacle after some silence", async () => {
  let beat = 0;
  const write = () => writeFileSync(path, JSON.stringify({ id: "another", host: "node-17", pid: 1, beat: beat++ }));
  write();
  const timer = setInterval(write, BEAT_MS / 4);
  await expect(lockFile(path, BEAT_MS)).rejects.toMatchObject({ holder: "process 1 on node-17" });
  clearInterval(timer);
  await (await lockFile(path, BEAT_MS)).release();
});
