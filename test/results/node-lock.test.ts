import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { lockFile } from "../../src/results/node/node-lock.ts";
import { processSpace, processStart } from "../../src/results/node/process-identity.ts";

const BEAT_MS = 100;

let path = "";
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tauscape-lock-"));
  path = join(folder, "grid.npz.lock");
});
afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

/** A lock that process `pid` of this machine holds. */
async function holder(pid: number, others: Readonly<Record<string, unknown>> = {}): Promise<void> {
  writeFileSync(path, JSON.stringify({ id: "another", host: hostname(), space: await processSpace(), pid, start: await processStart(pid), beat: 3, ...others }));
}

it("is taken, and gone when it is released", async () => {
  const lock = await lockFile(path, BEAT_MS);
  expect(existsSync(path)).toBe(true);
  await lock.release();
  expect(existsSync(path)).toBe(false);
});

it("of a process that runs is respected, and says who holds it", async () => {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  try {
    await holder(child.pid ?? 0);
    await expect(lockFile(path, BEAT_MS)).rejects.toMatchObject({ kind: "locked", holder: { en: `process ${child.pid ?? 0} on ${hostname()}`, zh: `${hostname()} 上的进程 ${child.pid ?? 0}` } });
  } finally {
    child.kill();
  }
});

it("of a process that has ended is no obstacle", async () => {
  const child = spawn(process.execPath, ["-e", ""]);
  await new Promise((resolve) => child.once("close", resolve));
  await holder(child.pid ?? 0);
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
  await expect(lockFile(path, BEAT_MS)).rejects.toMatchObject({ holder: { en: "process 1 on node-17" } });
  clearInterval(timer);
  await (await lockFile(path, BEAT_MS)).release();
});

it.runIf(process.platform === "linux")("of a process whose number another has now, as after a container's restart, is no obstacle", async () => {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  try {
    await holder(child.pid ?? 0, { start: "1" });
    await (await lockFile(path, BEAT_MS)).release();
  } finally {
    child.kill();
  }
});

it.runIf(process.platform === "linux")("of a process in another container, of the host's name and with a number that runs here or not, is judged by its signs of life", async () => {
  let beat = 0;
  const write = () => holder(2 ** 30, { space: `${hostname()} boot pid:[1]`, start: "1", beat: beat++ });
  await write();
  const timer = setInterval(() => void write(), BEAT_MS / 4);
  await expect(lockFile(path, BEAT_MS)).rejects.toMatchObject({ kind: "locked" });
  clearInterval(timer);
  await write();
  await (await lockFile(path, BEAT_MS)).release();
});

it("that another took in a long silence is left to it", async () => {
  const lock = await lockFile(path, BEAT_MS);
  await holder(process.pid);
  const theirs = readFileSync(path, "utf8");
  await new Promise((resolve) => setTimeout(resolve, 2 * BEAT_MS));
  await lock.release();
  expect(readFileSync(path, "utf8")).toBe(theirs);
});

it("is confirmed also while its own sign of life is half written", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  try {
    const lock = await lockFile(path, 1);
    for (let k = 0; k < 150; k++) {
      vi.setSystemTime(Date.now() + 1);
      await lock.confirm();
    }
    await lock.release();
  } finally {
    vi.useRealTimers();
  }
});

it("half written by a holder on another machine is waited for, and names it", async () => {
  writeFileSync(path, '{"id":"another');
  const timer = setTimeout(() => { writeFileSync(path, JSON.stringify({ id: "another", host: "node-17", pid: 1, beat: 4 })); }, BEAT_MS);
  await expect(lockFile(path, BEAT_MS)).rejects.toMatchObject({ holder: { en: "process 1 on node-17" } });
  clearTimeout(timer);
});

it("is confirmed while it is held, and not once another has taken it or it is gone", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  try {
    const lock = await lockFile(path, BEAT_MS);
    vi.setSystemTime(Date.now() + BEAT_MS);
    await lock.confirm();
    await holder(process.pid);
    await lock.confirm();
    vi.setSystemTime(Date.now() + BEAT_MS);
    await expect(lock.confirm()).rejects.toMatchObject({ kind: "locked", holder: { en: `process ${process.pid} on ${hostname()}` } });
    writeFileSync(path, "");
    await expect(lock.confirm()).rejects.toMatchObject({ kind: "locked", holder: { en: "another process", zh: "另一个进程" } });
    rmSync(path);
    await lock.confirm();
    expect(existsSync(path)).toBe(true);
    await lock.release();
    expect(existsSync(path)).toBe(false);
  } finally {
    vi.useRealTimers();
  }
});

it("that is a folder is refused, not waited for", async () => {
  mkdirSync(path);
  await expect(lockFile(path, BEAT_MS)).rejects.toMatchObject({ code: "EISDIR" });
});
