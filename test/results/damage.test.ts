import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { command } from "../cli/test-io.ts";
import { forgeManifest, readWholeManifest } from "../support/manifests.ts";
import { at, begun, clock, flip, SPEC, sweep } from "./small-result.ts";

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
    await command(["sweep", "-", "--out", "grid.csv"], { input: JSON.stringify(SPEC) });
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
  expect((await sweep([], { input: JSON.stringify(points), now: clock() })).code).toBe(0);
  const length = readFileSync(at("grid.npz")).length;
  writeFileSync(at("grid.npz"), new Uint8Array(length));
  const { stderr } = await command(["verify", "grid.npz"]);
  expect(stderr.match(/are not what was written\./g)?.length).toBe(101);
  expect(stderr).toMatch(/\d+ more places are not what was written/);
});
