import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { NODE_FILES } from "../../src/results/node/node-files.ts";
import { command } from "../cli/test-io.ts";
import { forgeManifest, readWholeManifest } from "../support/manifests.ts";
import { at, flip, SPEC, sweep } from "./small-result.ts";

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
  });
});
