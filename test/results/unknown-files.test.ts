import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { command, testFolder } from "../cli/test-io.ts";

const SPEC = { schema: "tauscape/sweep@1", fields: ["growth", "class"], axes: [{ name: "alpha", min: 0.1, max: 0.9, count: 9 }, { name: "wr", min: 0.5, max: 4, count: 14 }] };
const at = (name: string) => join(testFolder(), name);
const write = (out: string) => command(["sweep", "-", "--out", out], { input: JSON.stringify(SPEC) });

it("files in a folder that its manifest does not know are counted and the first of them named: no damage, and no part of it either", async () => {
  await write("grid.zarr");
  expect((await command(["verify", "grid.zarr"])).stdout).toMatch(/^grid\.zarr matches its manifest, [^\n]*\n$/);
  mkdirSync(at("grid.zarr/growth/old"));
  writeFileSync(at("grid.zarr/growth/old/0"), "theirs");
  writeFileSync(at("grid.zarr/.DS_Store"), "");
  const { code, stdout } = await command(["verify", "grid.zarr/"]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^grid\.zarr matches its manifest, .*\nIn grid\.zarr the manifest does not know 2 files: grid\.zarr\/\.DS_Store, grid\.zarr\/growth\/old\/0\. They are no part/);
  for (let k = 0; k < 9; k++) writeFileSync(at(`grid.zarr/stray-${k}`), "");
  expect(JSON.parse((await command(["verify", "grid.zarr", "--json"])).stdout)).toMatchObject({
    sound: true, problems: [], unknownFiles: { count: 11, named: [".DS_Store", "growth/old/0", "stray-0", "stray-1", "stray-2"].map((name) => `grid.zarr/${name}`) },
  });
  rmSync(at("grid.zarr/zarr.json"));
  expect(await command(["verify", "grid.zarr", "--lang", "zh"])).toMatchObject({
    code: 1, stderr: expect.stringMatching(/缺少 grid\.zarr\/zarr\.json。[^]*grid\.zarr 中有 11 个文件不在清单内：grid\.zarr\/\.DS_Store、.*……/) as string,
  });
});

it("beside a result that is one file nothing is looked for", async () => {
  await write("grid.npz");
  writeFileSync(at("other"), "");
  expect(JSON.parse((await command(["verify", "grid.npz", "--json"])).stdout)).toMatchObject({ sound: true, unknownFiles: { count: 0, named: [] } });
});
