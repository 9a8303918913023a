import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { xxhash128 } from "hash-wasm";
import { describe, expect, it } from "vitest";
import { LockedError } from "../../src/results/file-system.ts";
import { NODE_FILES } from "../../src/results/node/node-files.ts";
import { command, modelClient } from "../cli/test-io.ts";
import { at, begun, flip, SPEC, sweep } from "./small-result.ts";

/** Of a lock that another process holds. */
const HOLDER = { en: "process 7 on node-17", zh: "node-17 上的进程 7" };

describe("a run that was begun", () => {
  it("is neither begun again nor taken for another's: --resume or --force must say so", async () => {
    await begun();
    expect(await sweep([])).toMatchObject({ code: 2, stderr: expect.stringContaining("was begun and not finished. Go on with --resume") as string });
    const other = { ...SPEC, fixed: { sigma: 2 } };
    const spec = await sweep(["--resume"], { input: JSON.stringify(other) });
    expect(spec).toMatchObject({ code: 2, stderr: expect.stringContaining("is of another spec: found sha256-") as string });
    expect(await sweep(["--resume", "--format", "csv"])).toMatchObject({ code: 2, stderr: expect.stringContaining("is of another format: found npz, this run has csv") as string });
    expect((await sweep(["--force"])).code).toBe(0);
  });

  it("by a build that laid the file out otherwise is not gone on with, and stays", async () => {
    await begun();
    const lines = readFileSync(at("grid.npz.journal"), "utf8").split("\n");
    const forged = lines[2].slice(33).replace(/"totalBytes":\d+/, '"totalBytes":1');
    expect(forged).not.toBe(lines[2].slice(33));
    const journal = [lines[0], lines[1], `${await xxhash128(forged)} ${forged}`, ""].join("\n");
    writeFileSync(at("grid.npz.journal"), journal);
    expect(await sweep(["--resume"])).toMatchObject({ code: 2, stderr: expect.stringMatching(/grid\.npz\.journal was begun by another build.* --force/) as string });
    expect(readFileSync(at("grid.npz.journal"), "utf8")).toBe(journal);
    expect((await sweep(["--resume", "--lang", "zh"])).stderr).toContain("另一个构建版本");
    const freeBytes = () => Promise.reject(new RangeError("Array buffer allocation failed"));
    expect((await sweep(["--resume"], { files: { ...NODE_FILES, freeBytes } })).stderr).not.toContain("another build");
    expect((await sweep(["--force"])).code).toBe(0);
  });

  it("goes on, says from where, and sums up the whole", async () => {
    const whole = JSON.parse((await command(["sweep", "-", "--json"], { input: JSON.stringify(SPEC) })).stdout) as object;
    await begun();
    const { stdout, stderr } = await sweep(["--resume", "--json"]);
    expect(stderr).toContain("Going on with grid.npz from cell 100: 100 of 126 points were done.");
    expect(JSON.parse(stdout)).toMatchObject({ ...whole, seconds: expect.any(Number) as number, fields: expect.anything() as object });
  });

  it("whose bytes were changed meanwhile is done again from there, and says so", async () => {
    await sweep([]);
    const whole = readFileSync(at("grid.npz"));
    for (const name of ["grid.npz", "grid.npz.manifest.json"]) rmSync(at(name));
    await begun();
    const lines = readFileSync(at("grid.npz.journal"), "utf8").split("\n");
    const { parts } = JSON.parse(lines[2].slice(33)) as { parts: { position: number }[] };
    flip("grid.npz.partial", parts[0].position);
    const { code, stderr } = await sweep(["--resume"]);
    expect(stderr).toContain("grid.npz.partial is damaged: cells 50 to 99 are not what was written, and are done again from there.");
    expect(code).toBe(0);
    expect(readFileSync(at("grid.npz"))).toEqual(whole);
  });

  it("whose journal was changed is refused; one whose last line was cut off goes on", async () => {
    await begun();
    const journal = readFileSync(at("grid.npz.journal"), "utf8");
    writeFileSync(at("grid.npz.journal"), journal.slice(0, -20));
    expect((await sweep(["--resume"])).stderr).toContain("from cell 50");
    rmSync(at("grid.npz"));
    rmSync(at("grid.npz.manifest.json"));
    await begun();
    writeFileSync(at("grid.npz.journal"), journal.replace('"start":0', '"start":1'));
    expect(await sweep(["--resume"])).toMatchObject({ code: 1, stderr: expect.stringContaining("grid.npz.journal is damaged: line 2") as string });
  });

  it("is not gone on with by an engine of other bits, and stays", async () => {
    await begun();
    const createClient = () => Promise.resolve({ ...modelClient(), engine: { id: "webgpu", skipped: [] } } as const);
    expect(await sweep(["--resume"], { createClient })).toMatchObject({ code: 2, stderr: expect.stringContaining("was begun by the engine js, and webgpu, which goes on, gives other bits. Go on with --engine js") as string });
    expect(existsSync(at("grid.npz"))).toBe(false);
    expect((await sweep(["--resume"])).code).toBe(0);
  });

  it("that is finished is verified by --resume, and not computed again", async () => {
    await sweep([]);
    const createClient = () => Promise.reject(new Error("no workers are needed"));
    expect(await sweep(["--resume"])).toMatchObject({ code: 0, stderr: expect.stringContaining("grid.npz is finished, and every byte is as it was written.") as string });
    expect((await sweep(["--resume"], { createClient })).code).toBe(0);
  });
});

it("a result that another process writes is left to it", async () => {
  const lock = () => Promise.reject(new LockedError("grid.npz.lock", HOLDER));
  expect(await sweep([], { files: { ...NODE_FILES, lock } })).toMatchObject({
    code: 1, stderr: expect.stringContaining("grid.npz is being written by process 7 on node-17. Wait for it, or choose another name") as string,
  });
  expect(await sweep(["--lang", "zh"], { files: { ...NODE_FILES, lock } })).toMatchObject({
    code: 1, stderr: expect.stringContaining("grid.npz 正在写入中（写入者：node-17 上的进程 7）。请等待其完成，或换一个名称") as string,
  });
});

it("a result whose lock another took in a long silence is left to it, with all that it has written", async () => {
  let asked = 0;
  const theirs = "theirs";
  const lock = () => Promise.resolve({
    release: () => Promise.resolve(),
    confirm: () => {
      if (++asked < 2) return Promise.resolve();
      writeFileSync(at("grid.npz.journal"), theirs);
      return Promise.reject(new LockedError("grid.npz.lock", HOLDER));
    },
  });
  expect(await sweep([], { files: { ...NODE_FILES, lock } })).toMatchObject({ code: 1, stderr: expect.stringContaining("grid.npz is being written by process 7 on node-17") as string });
  expect(readFileSync(at("grid.npz.journal"), "utf8")).toBe(theirs);
  expect(existsSync(at("grid.npz"))).toBe(false);
});
