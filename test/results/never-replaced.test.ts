import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { command } from "../cli/test-io.ts";
import { at, SPEC, sweep } from "./small-result.ts";

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
