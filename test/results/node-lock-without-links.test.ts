import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type * as promises from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { lockFile } from "../../src/results/node/node-lock.ts";
import { processSpace, processStart } from "../../src/results/node/process-identity.ts";

/** What another process does just before a dead holder's lock is renamed. */
const disk = vi.hoisted(() => ({ beforeRename: () => undefined }));

vi.mock("node:fs/promises", async (load) => {
  const real = await load<typeof promises>();
  return {
    ...real,
    link: () => Promise.reject(Object.assign(new Error("no second names here"), { code: "EPERM" })),
    rename: (from: string, to: string) => {
      disk.beforeRename();
      return real.rename(from, to);
    },
  };
});

let path = "";
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tauscape-lock-"));
  path = join(folder, "grid.npz.lock");
  disk.beforeRename = () => undefined;
});
afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

it("where files have no second names, a lock is taken, respected and released", async () => {
  const lock = await lockFile(path, 100);
  await expect(lockFile(path, 100)).rejects.toMatchObject({ holder: { en: `process ${process.pid} on ${hostname()}` } });
  await lock.release();
  await (await lockFile(path, 100)).release();
});

it("of two that find the same dead holder, the later gives back what it took from the earlier", async () => {
  const living = JSON.stringify({ id: "earlier", host: hostname(), space: await processSpace(), pid: process.pid, start: await processStart(process.pid), beat: 0 });
  writeFileSync(path, JSON.stringify({ id: "dead", host: hostname(), space: await processSpace(), pid: 2 ** 30, start: "1", beat: 0 }));
  disk.beforeRename = () => { writeFileSync(path, living); };
  await expect(lockFile(path, 100)).rejects.toMatchObject({ kind: "locked", holder: { en: `process ${process.pid} on ${hostname()}` } });
  expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({ id: "earlier" });
});
