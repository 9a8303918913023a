import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { ResultFileSystem } from "../../src/results/file-system.ts";
import { NODE_FILES } from "../../src/results/node/node-files.ts";
import { command, testFolder } from "../cli/test-io.ts";

const SPEC = { schema: "tauscape/sweep@1", fields: ["growth", "class"], axes: [{ name: "alpha", min: 0.1, max: 0.9, count: 9 }, { name: "wr", min: 0.5, max: 4, count: 14 }] };
const at = (name: string) => join(testFolder(), name);
const write = (out: string) => command(["sweep", "-", "--out", out], { input: JSON.stringify(SPEC) });

it("files in a folder that its manifest does not list are counted and the first of them named: no damage, and no part of it either", async () => {
  await write("grid.zarr");
  expect((await command(["verify", "grid.zarr"])).stdout).toMatch(/^grid\.zarr matches its manifest, [^\n]*\n$/);
  mkdirSync(at("grid.zarr/growth/old"));
  writeFileSync(at("grid.zarr/growth/old/0"), "theirs");
  writeFileSync(at("grid.zarr/.DS_Store"), "");
  const { code, stdout } = await command(["verify", "grid.zarr/"]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^grid\.zarr matches its manifest, .*\ngrid\.zarr holds 2 files that its manifest does not list: grid\.zarr\/\.DS_Store, grid\.zarr\/growth\/old\/0\. They are no part/);
  for (let k = 0; k < 9; k++) writeFileSync(at(`grid.zarr/stray-${k}`), "");
  expect(JSON.parse((await command(["verify", "grid.zarr", "--json"])).stdout)).toMatchObject({
    sound: true, problems: [], unknownFiles: { count: 11, named: [".DS_Store", "growth/old/0", "stray-0", "stray-1", "stray-2"].map((name) => `grid.zarr/${name}`) },
  });
  rmSync(at("grid.zarr/zarr.json"));
  expect(await command(["verify", "grid.zarr", "--lang", "zh"])).toMatchObject({
    code: 1, stderr: expect.stringMatching(/缺少 grid\.zarr\/zarr\.json。[^]*grid\.zarr 中有 11 个文件未列入其清单：grid\.zarr\/\.DS_Store、.*……/) as string,
  });
});

it("beside a result that is one file nothing is looked for", async () => {
  await write("grid.npz");
  writeFileSync(at("other"), "");
  expect(JSON.parse((await command(["verify", "grid.npz", "--json"])).stdout)).toMatchObject({ sound: true, unknownFiles: { count: 0, named: [] } });
});

const verify = async (files: ResultFileSystem = NODE_FILES) => {
  const { code, stdout } = await command(["verify", "grid.zarr", "--json"], { files });
  return { code, ...JSON.parse(stdout) as { sound: boolean; unknownFiles: unknown } };
};

it("a link is one file and is not followed, to its own folder, to another or to nothing", async () => {
  await write("grid.zarr");
  mkdirSync(at("others"));
  writeFileSync(at("others/theirs"), "");
  symlinkSync(".", at("grid.zarr/loop"));
  symlinkSync("../others", at("grid.zarr/others"));
  symlinkSync("nowhere", at("grid.zarr/void"));
  expect(await verify()).toMatchObject({ code: 0, sound: true, unknownFiles: { count: 3, named: ["loop", "others", "void"].map((name) => `grid.zarr/${name}`) } });
});

it("a folder of the result that is a link to another place is none of the unknown", async () => {
  await write("grid.zarr");
  renameSync(at("grid.zarr/growth"), at("elsewhere"));
  symlinkSync("../elsewhere", at("grid.zarr/growth"));
  expect(await verify()).toMatchObject({ code: 0, sound: true, unknownFiles: { count: 0 } });
});

/** The disk, where what is in some folders cannot be listed. */
function unlistable(name: RegExp): ResultFileSystem {
  return { ...NODE_FILES, entries: (folder) => (name.test(folder) ? Promise.reject(new Error(`EACCES: ${folder}`)) : NODE_FILES.entries(folder)) };
}

it("a folder that cannot be read is one of the unknown, and the verdict stands", async () => {
  await write("grid.zarr");
  mkdirSync(at("grid.zarr/locked"));
  expect(await verify(unlistable(/locked$/))).toMatchObject({ code: 0, sound: true, unknownFiles: { count: 1, named: ["grid.zarr/locked"] } });
  expect(await verify(unlistable(/grid\.zarr$/))).toMatchObject({ code: 0, sound: true, unknownFiles: null });
  const { code, stdout } = await command(["verify", "grid.zarr"], { files: unlistable(/grid\.zarr$/) });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^grid\.zarr matches its manifest, [^\n]*\n$/);
});

it("an interruption ends the search as it ends the rest", async () => {
  await write("grid.zarr");
  const interruption = new AbortController();
  const files: ResultFileSystem = {
    ...NODE_FILES,
    entries: (folder) => {
      interruption.abort();
      return NODE_FILES.entries(folder);
    },
  };
  expect(await command(["verify", "grid.zarr"], { files, signal: interruption.signal })).toMatchObject({ code: 130, stdout: "" });
});
