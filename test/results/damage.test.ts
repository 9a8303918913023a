import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { LockedError } from "../../src/results/file-system.ts";
import { NODE_FILES } from "../../src/results/node/node-files.ts";
import { command, modelClient, testFolder, type TestIoOptions } from "../cli/test-io.ts";
import { forgeManifest, readWholeManifest } from "../support/manifests.ts";
import { MortalFiles } from "./mortal-files.ts";

const SPEC = {
  schema: "tauscape/sweep@1", fields: ["growth", "class"],
  axes: [{ name: "alpha", min: 0.1, max: 0.9, count: 9 }, { name: "wr", min: 0.5, max: 4, count: 14, spacing: "log" }],
};
/** Of a lock that another process holds. */
const HOLDER = { en: "process 7 on node-17", zh: "node-17 上的进程 7" };
const OUT = ["sweep", "-", "--out", "grid.npz"];

const at = (name: string) => join(testFolder(), name);
const sweep = (args: readonly string[], options: TestIoOptions = {}) => command([...OUT, ...args], { input: JSON.stringify(SPEC), ...options });

/** Every tile has its line in the journal. */
function clock(): () => Date {
  let time = 0;
  return () => new Date(time += 1000);
}

function flip(name: string, position: number): void {
  const bytes = readFileSync(at(name));
  bytes[position] ^= 1;
  writeFileSync(at(name), bytes);
}

/** Leaves a run that was killed when two of its three tiles were done. */
async function begun(): Promise<void> {
  for (let killAt = 1; !existsSync(at("grid.npz")); killAt++) {
    for (const name of ["grid.npz.partial", "grid.npz.journal"]) rmSync(at(name), { force: true });
    await sweep([], { files: new MortalFiles(killAt).files, now: clock() });
    if (existsSync(at("grid.npz.journal")) && readFileSync(at("grid.npz.journal"), "utf8").split("\n").length === 4) return;
  }
  throw new Error("no kill left two tiles done");
}

describe("a damaged result", () => {
  it("is found by verify, which names the cells or the frame, and is made anew with --force alone", async () => {
    await sweep([]);
    const { parts } = readWholeManifest(at("grid.npz.manifest.json"));
    const second = parts.find(({ cells }) => cells?.from === 0 && cells.to === 126) ?? parts[0];
    expect((await command(["verify", "grid.npz"])).stdout).toMatch(/^grid\.npz matches its manifest, every byte of/);
    flip("grid.npz", second.position);
    const { code, stderr } = await command(["verify", "grid.npz"]);
    expect(code).toBe(1);
    expect(stderr).toContain(`grid.npz: cells 0 to 125 (bytes ${second.position} to`);
    expect((await command(["verify", "grid.npz", "--lang", "zh"])).stderr).toContain("第 0 至 125 个格点");
    const json = JSON.parse((await command(["verify", "grid.npz", "--json"])).stdout) as { sound: boolean; problems: string[] };
    expect(json).toMatchObject({ schema: "tauscape/verify@1", sound: false });
    expect(json.problems).toHaveLength(1);
    expect(await sweep(["--resume"])).toMatchObject({ code: 1, stderr: expect.stringContaining("Make it anew with --force") as string });
    expect((await sweep(["--force"])).code).toBe(0);
    expect((await command(["verify", "grid.npz"])).code).toBe(0);
  });

  it("is found where it is too short, too long, or has lost a file that stands beside it", async () => {
    await command([...OUT.slice(0, 3), "grid.csv"], { input: JSON.stringify(SPEC) });
    const whole = readFileSync(at("grid.csv"));
    writeFileSync(at("grid.csv"), whole.subarray(0, -1));
    expect((await command(["verify", "grid.csv"])).stderr).toContain(`grid.csv has ${(whole.length - 1).toLocaleString("en")} bytes in place of ${whole.length.toLocaleString("en")}`);
    writeFileSync(at("grid.csv"), Buffer.concat([whole, Buffer.from("\n")]));
    expect((await command(["verify", "grid.csv"])).stderr).toContain(`grid.csv has ${(whole.length + 1).toLocaleString("en")} bytes`);
    writeFileSync(at("grid.csv"), whole);
    rmSync(at("grid.csv-metadata.json"));
    expect((await command(["verify", "grid.csv"])).stderr).toContain("grid.csv-metadata.json is missing");
    rmSync(at("grid.csv"));
    expect((await command(["verify", "grid.csv"])).stderr).toContain("grid.csv is missing");
  });

  it("without a manifest, unfinished, or with one that was changed: says what to do", async () => {
    expect(await command(["verify", "grid.npz"])).toMatchObject({ code: 2, stderr: expect.stringContaining("There is no grid.npz.manifest.json") as string });
    await begun();
    expect(await command(["verify", "grid.npz"])).toMatchObject({ code: 1, stderr: expect.stringContaining("grid.npz is not finished: 100 of 126 points were done.") as string });
    await sweep(["--resume"]);
    const manifest = readFileSync(at("grid.npz.manifest.json"), "utf8");
    const changes: readonly ((text: string) => string)[] = [
      () => "{", (text) => text.slice(0, -20), (text) => text.replace('"count": 9', '"count": 10'), (text) => text.replace(/"positive":\d/, '"positive":9'),
      (text) => text.replace(/\n {4}\{"start":50[^\n]*/, ""), (text) => JSON.stringify(JSON.parse(text)), (text) => text.replace("[\n", "[\n\n"),
      (text) => `${text}garbage\n`, (text) => text.slice(0, -2), (text) => text.slice(0, -1),
    ];
    for (const change of changes) {
      writeFileSync(at("grid.npz.manifest.json"), change(manifest));
      expect(await command(["verify", "grid.npz"])).toMatchObject({ code: 2, stderr: expect.stringContaining("is no manifest that can be used: it was cut off or changed after it was written.") as string });
    }
  });

  it("whose manifest was forged, with a digest that fits, is refused where it contradicts itself", async () => {
    await sweep([]);
    const path = at("grid.npz.manifest.json");
    const manifest = readFileSync(path, "utf8");
    const forgeries: readonly (readonly [change: (text: string) => string, says: string])[] = [
      [(text) => text.replace('"count": 9', '"count": 10'), "specHash is not the hash of its spec"],
      [(text) => text.replace('"state": "done"', '"state": "begun"'), "state"],
      [(text) => text.replace(/("path":"","position":)\d+/, "$1-1"), "position"],
    ];
    for (const [change, says] of forgeries) {
      writeFileSync(path, manifest);
      await forgeManifest(path, change);
      expect(await command(["verify", "grid.npz"])).toMatchObject({ code: 2, stderr: expect.stringContaining(says) as string });
    }
    writeFileSync(path, manifest);
    await forgeManifest(path, (text) => text.replace(/"digests":\["[0-9a-f]+",/, '"digests":['));
    expect(await sweep(["--resume"])).toMatchObject({ code: 2, stderr: expect.stringContaining("the chunk at cell 0 is not of the spec's fields") as string });
  });
});

it("a result with very many faults names a hundred of them, and how many more there are", async () => {
  const points = { ...SPEC, axes: [{ name: "alpha", min: 0.1, max: 0.9, count: 120 }, { name: "wr", min: 0.5, max: 4, count: 50 }], fields: ["growth"] };
  expect((await command([...OUT], { input: JSON.stringify(points), now: clock() })).code).toBe(0);
  const length = readFileSync(at("grid.npz")).length;
  writeFileSync(at("grid.npz"), new Uint8Array(length));
  const { stderr } = await command(["verify", "grid.npz"]);
  expect(stderr.match(/are not what was written\./g)?.length).toBe(101);
  expect(stderr).toMatch(/\d+ more places are not what was written/);
});

describe("a run that was begun", () => {
  it("is neither begun again nor taken for another's: --resume or --force must say so", async () => {
    await begun();
    expect(await sweep([])).toMatchObject({ code: 2, stderr: expect.stringContaining("was begun and not finished. Go on with --resume") as string });
    const other = { ...SPEC, fixed: { sigma: 2 } };
    const spec = await command([...OUT, "--resume"], { input: JSON.stringify(other) });
    expect(spec).toMatchObject({ code: 2, stderr: expect.stringContaining("is of another spec: found sha256-") as string });
    expect(await sweep(["--resume", "--format", "csv"])).toMatchObject({ code: 2, stderr: expect.stringContaining("is of another format: found npz, this run has csv") as string });
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

describe("shards", () => {
  const shard = (index: number, count: number, spec: object = SPEC, out = "grid.npz") =>
    command(["sweep", "-", "--out", out, "--shard", `${index}/${count}`], { input: JSON.stringify(spec) });

  it("are merged into what one run writes, also where there are more of them than tiles, and stay", async () => {
    await sweep([]);
    const whole = readFileSync(at("grid.npz"));
    for (const name of ["grid.npz", "grid.npz.manifest.json"]) rmSync(at(name));
    for (let index = 0; index < 3; index++) expect((await shard(index, 3)).code).toBe(0);
    const { code, stdout } = await command(["merge", ".", "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ schema: "tauscape/summary@1", points: 126 });
    expect(readFileSync(at("grid.npz"))).toEqual(whole);
    expect(existsSync(at("grid.npz.shard-0-of-3"))).toBe(true);
    expect((await command(["verify", "grid.npz.shard-2-of-3"])).code).toBe(0);
    const { shards } = readWholeManifest(at("grid.npz.manifest.json"));
    expect(shards.map(({ index, range }) => [index, range.to - range.from])).toEqual([[0, 0], [1, 0], [2, 126]]);
    expect((await command(["merge", "."])).stderr).toContain("is finished, and every byte is as it was written");
  });

  it("go on being merged by the same command again, which says so when it is interrupted", async () => {
    await shard(0, 1);
    const controller = new AbortController();
    const files = { ...NODE_FILES, open: async (path: string, mode: "read" | "update") => {
      if (path.endsWith("shard-0-of-1")) controller.abort();
      return NODE_FILES.open(path, mode);
    } };
    expect(await command(["merge", "."], { files, signal: controller.signal })).toMatchObject({ code: 130, stderr: expect.stringContaining("run the same command again to go on") as string });
    expect((await command(["merge", "."])).code).toBe(0);
  });

  it("that are missing, damaged, of another sweep or another number are named, and never merged", async () => {
    await shard(0, 2);
    expect(await command(["merge", "."])).toMatchObject({ code: 2, stderr: expect.stringContaining("1 of 2 shards have not been finished: 1.") as string });
    expect(await shard(0, 3)).toMatchObject({ code: 2, stderr: expect.stringContaining("is a shard of 2, and this run asks for 3") as string });
    await shard(1, 2, { ...SPEC, fixed: { sigma: 2 } });
    expect(await command(["merge", "."])).toMatchObject({ code: 2, stderr: expect.stringContaining("grid.npz.shard-1-of-2.manifest.json is of another spec") as string });
    rmSync(at("grid.npz.shard-1-of-2"));
    rmSync(at("grid.npz.shard-1-of-2.manifest.json"));
    await shard(1, 2);
    flip("grid.npz.shard-1-of-2", 60 * 8);
    expect(await command(["merge", "."])).toMatchObject({ code: 1, stderr: expect.stringContaining("grid.npz.shard-1-of-2 is damaged: growth at cells 50 to 99") as string });
    expect(existsSync(at("grid.npz"))).toBe(false);
    expect((await command(["verify", "grid.npz.shard-1-of-2"])).code).toBe(1);
  });

  it("whose engine gives no digests are checked by what was written", async () => {
    await shard(0, 1);
    await forgeManifest(at("grid.npz.shard-0-of-1.manifest.json"), (text) =>
      text.replaceAll(/"digests":\["[0-9a-f]+"/g, '"digests":[null').replaceAll(/"growth": "xxh128t-\w+"/g, '"growth": null'));
    flip("grid.npz.shard-0-of-1", 60 * 8);
    expect(await command(["merge", "."])).toMatchObject({ code: 1, stderr: expect.stringContaining("grid.npz.shard-0-of-1 is damaged: cells 0 to 125") as string });
  });

  it("are not merged where the disk has no room for the whole, also if its length depends on the values", async () => {
    await shard(0, 1, SPEC, "grid.csv");
    const files = { ...NODE_FILES, freeBytes: () => Promise.resolve(2000) };
    expect(await command(["merge", "."], { files })).toMatchObject({ code: 2, stderr: expect.stringMatching(/grid\.csv needs about 1\.\d\d MB, and 2 kB are free/) as string });
    expect((await command(["merge", "."])).code).toBe(0);
  });

  it("of two sweeps in one folder, or none, are refused", async () => {
    mkdirSync(at("empty"));
    expect(await command(["merge", "empty"])).toMatchObject({ code: 2, stderr: expect.stringContaining("empty holds no shards. Give the folder that sweep --shard wrote into.") as string });
    expect(await command(["merge", "nowhere"])).toMatchObject({ code: 2, stderr: expect.stringContaining("nowhere is no folder") as string });
    await shard(0, 1);
    await shard(0, 1, SPEC, "other.csv");
    expect(await command(["merge", "."])).toMatchObject({ code: 2, stderr: expect.stringContaining("found shards of grid.npz (1), other.csv (1)") as string });
    copyFileSync(at("grid.npz.shard-0-of-1"), at("keep"));
  });
});

describe("what is no result is never replaced", () => {
  it("also beside the result: folders not even with --force, a file that no journal tells of not without", async () => {
    for (const name of ["grid.npz.partial", "grid.npz.journal", "grid.npz.manifest.json"]) {
      mkdirSync(at(name));
      writeFileSync(at(`${name}/mine`), "years of work");
      for (const option of ["--force", "--resume"]) {
        expect(await sweep([option])).toMatchObject({ code: 2, stderr: expect.stringContaining(`${name} is a folder, and a file of the result would go there`) as string });
      }
      expect(readFileSync(at(`${name}/mine`), "utf8")).toBe("years of work");
      rmSync(at(name), { recursive: true });
    }
    writeFileSync(at("grid.npz.partial"), "mine");
    for (const options of [[], ["--resume"]]) expect(await sweep(options)).toMatchObject({ code: 2, stderr: expect.stringContaining("grid.npz.partial exists, and no grid.npz.journal tells what it is") as string });
    expect(readFileSync(at("grid.npz.partial"), "utf8")).toBe("mine");
    expect((await sweep(["--force"])).code).toBe(0);
  });
});

describe("what is no result is never replaced, not even with --force", () => {
  const write = (out: string, format: string) => command(["sweep", "-", "--out", out, "--format", format, "--force"], { input: JSON.stringify(SPEC) });

  it("a folder of other people's, the one that is worked in, a file where a folder would go and a folder where a file would", async () => {
    mkdirSync(at("precious"));
    writeFileSync(at("precious/thesis.txt"), "years of work");
    for (const out of ["precious", "precious/", ".", ".."]) expect(await write(out, "zarr")).toMatchObject({ code: 2 });
    expect(await write("precious", "npz")).toMatchObject({ code: 2, stderr: expect.stringContaining("precious is a folder. Give the name of a file in it.") as string });
    expect(readFileSync(at("precious/thesis.txt"), "utf8")).toBe("years of work");
    writeFileSync(at("file.zarr"), "mine");
    expect(await write("file.zarr", "zarr")).toMatchObject({ code: 2, stderr: expect.stringContaining("file.zarr is a file, and the result is a folder") as string });
    expect(readFileSync(at("file.zarr"), "utf8")).toBe("mine");
  });

  it("a result that is a folder is, also where the shell ends its name with a slash", async () => {
    expect((await write("grid.zarr", "zarr")).code).toBe(0);
    expect((await write("grid.zarr/", "zarr")).code).toBe(0);
    expect(await command(["verify", "grid.zarr/"])).toMatchObject({ code: 0, stdout: expect.not.stringContaining("does not know") as string });
    expect(await sweep(["--resume", "--force"])).toMatchObject({ code: 2, stderr: expect.stringContaining("--resume and --force cannot be used together") as string });
  });
});
