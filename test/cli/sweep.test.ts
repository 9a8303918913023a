import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { EngineUnavailableError } from "../../src/engines/engine-errors.ts";
import type { ResultFileSystem } from "../../src/results/file-system.ts";
import { NODE_FILES } from "../../src/results/node/node-files.ts";
import { joinDigests, pieceDigests } from "../../src/sweep/checksum.ts";
import type { SweepSummary } from "../../src/sweep/summary.ts";
import { exporterOf, exportToMemory, specOf, tilesByModel } from "../exporters/sweep-by-model.ts";
import { displayWidth } from "../../src/cli/display-width.ts";
import { readWholeManifest } from "../support/manifests.ts";
import { command, modelClient, testFolder, type TestIoOptions } from "./test-io.ts";

const INPUT = {
  schema: "tauscape/sweep@1",
  axes: [{ name: "alpha", min: 0.1, max: 0.9, count: 9 }, { name: "wr", min: 0.5, max: 4, count: 14, spacing: "log" }],
  fields: ["growth", "growthSlope", "class", "status"],
};
const SPEC_TEXT = JSON.stringify(INPUT);
const SPEC = specOf(INPUT);

function sweep(args: readonly string[], options: TestIoOptions = {}): ReturnType<typeof command> {
  return command(["sweep", "-", ...args], { input: SPEC_TEXT, ...options });
}

function file(name: string): string {
  return join(testFolder(), name);
}

describe("sweep without --out", () => {
  it("prints the summary as JSON, with checksums", async () => {
    const { code, stdout } = await sweep(["--json", "--quiet"]);
    expect(code).toBe(0);
    const summary = JSON.parse(stdout) as SweepSummary;
    expect(summary).toMatchObject({ schema: "tauscape/summary@1", points: 126, method: "cells" });
    expect(summary.positive + summary.negative + summary.boundary).toBe(summary.feasible);
    expect(summary.fields.growth?.checksum).toMatch(/^xxh128t-[0-9a-f]{32}$/);
  });

  it("prints a table for people: counts, shares, ranges with units, the engine and why", async () => {
    const { stdout, stderr } = await sweep([]);
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^Points +126$/m);
    expect(stdout).toMatch(/^More compute raises growth +\d+ +[\d.]+ % +of the feasible points$/m);
    expect(stdout).toMatch(/^Saving rate out of range +\d+ +[\d.]+ %/m);
    expect(stdout).toMatch(/^Steady-state growth +g +-?[\d.]+ +-?[\d.]+ +-?[\d.]+ +% a year$/m);
    expect(stdout).toMatch(/^Engine +js \(the first .+\); wasm-simd does not work here: left out of this test$/m);
    expect(stdout).toMatch(/^Time +500 ms, 0\.252 kpoints\/s, 2 threads, every cell visited$/m);
  });

  it("is in Chinese where that is asked for", async () => {
    const { stdout } = await sweep(["--lang", "zh"]);
    expect(stdout).toMatch(/^点数 +126$/m);
    expect(stdout).toMatch(/^增加算力提高增长率 .+ 占可行点$/m);
  });

  it("reads the spec from a file", async () => {
    writeFileSync(file("region.json"), SPEC_TEXT);
    expect((await command(["sweep", "region.json", "--json"])).stdout).toBe((await sweep(["--json"])).stdout);
  });

  it("says how far it is: a line that changes in a terminal, sparse lines elsewhere, nothing with --quiet", async () => {
    const clock = (step: number): TestIoOptions => {
      let time = 0;
      return { now: () => new Date(time += step) };
    };
    expect((await sweep([], { isTerminal: true, ...clock(200) })).stderr).toMatch(/\r\u001b\[K39 %, 50 of 126 points, [^]+about [^]+, 126 of 126 points\r\u001b\[K$/);
    expect((await sweep([], clock(6000))).stderr).toMatch(/^79 %, 100 of 126 points, [\d.e-]+ kpoints\/s, about [\d.]+ s left\n$/);
    expect((await sweep([], clock(100))).stderr).toBe("");
    expect((await sweep(["--quiet"], { isTerminal: true, ...clock(200) })).stderr).toBe("");
  });

  it.each(["en", "zh"])("keeps its line shorter than the terminal is wide (%s), and the time left in it as long as there is room", async (language) => {
    for (const columns of [120, 60, 40, 12, 1]) {
      let time = 0;
      const { stderr } = await sweep(["--out", `grid-${columns}.npz`, "--lang", language], { isTerminal: true, columns, now: () => new Date(time += 200) });
      const lines = stderr.split("\n")[0].split("\r\u001b[K").slice(1, -1);
      expect(lines.length).toBeGreaterThan(1);
      for (const line of lines) expect(displayWidth(line)).toBeLessThan(columns);
      if (columns >= 60) expect(stderr).toMatch(/about [\d.]+ m?s left|约剩 [\d.]+ 毫?秒/);
    }
  });
});

describe("sweep --out", () => {
  it("writes the archive and its manifest, and nothing else", async () => {
    const { code, stdout, stderr } = await sweep(["--out", "grid.npz"]);
    expect(code).toBe(0);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/^Wrote grid\.npz \([\d.]+ kB\) and grid\.npz\.manifest\.json\.\nEngine: js/);
    expect(readdirSync(testFolder()).sort()).toEqual(["grid.npz", "grid.npz.manifest.json"]);
    expect(new Uint8Array(readFileSync(file("grid.npz")))).toEqual(await exportToMemory(exporterOf("npz"), SPEC, 1000, "grid.npz"));
  });

  it("says in the manifest what was made, how, and how to check it", async () => {
    const summary = JSON.parse((await sweep(["--out", "grid.npz", "--json"])).stdout) as SweepSummary;
    const manifest = readWholeManifest(file("grid.npz.manifest.json"));
    expect(manifest).toMatchObject({
      schema: "tauscape/manifest@1", state: "done", spec: SPEC, specHash: summary.spec, format: "npz", precision: "f64", engine: "js",
      files: [{ name: "grid.npz", bytes: readFileSync(file("grid.npz")).length }],
      chunks: [{ start: 0, count: 50, engine: "js" }, { start: 50, count: 50 }, { start: 100, count: 26 }],
      times: { computingSeconds: 0.375 },
    });
    expect(summary.seconds).toBe(0.375);
    for (const [k, tile] of tilesByModel(SPEC, 50).entries()) {
      for (const field of SPEC.fields) {
        const digests = await pieceDigests(tile.fields[field] ?? new Uint8Array(0));
        expect(manifest.chunks[k].checksums[field]).toBe(await joinDigests([digests]));
      }
    }
    for (const field of SPEC.fields) expect(manifest.checksums[field]).toBe(summary.fields[field]?.checksum);
  });

  it("takes the format from --format, else from the name, else npz", async () => {
    await sweep(["--out", "a.csv"]);
    await sweep(["--out", "b.dat", "--format", "csv"]);
    expect((await sweep(["--out", "c.dat"])).stderr).toContain("The extension of c.dat names no format, so it is written as npz; --format names another.");
    expect(readFileSync(file("a.csv"), "utf8")).toBe(readFileSync(file("b.dat"), "utf8"));
    expect(existsSync(file("a.csv-metadata.json"))).toBe(true);
    expect(Object.keys(unzipSync(readFileSync(file("c.dat"))))).toContain("growth.npy");
  });

  it("takes --precision in place of the spec's", async () => {
    await sweep(["--out", "grid.npz", "--precision", "f32"]);
    const header = new TextDecoder().decode(unzipSync(readFileSync(file("grid.npz")))["growth.npy"].subarray(10, 60));
    expect(header).toContain("'descr': '<f4'");
  });

  it("prints the summary beside it with --summary or --json, and nothing on standard error with --quiet", async () => {
    expect((await sweep(["--out", "a.npz", "--summary"])).stdout).toMatch(/^Points/);
    expect((await sweep(["--out", "b.npz", "--json", "--quiet"])).stderr).toBe("");
  });
});

describe("sweep refuses", () => {
  it("a spec, with all its problems at once: where, what was found, what is allowed", async () => {
    const input = JSON.stringify({ schema: "tauscape/sweep@1", axes: [{ name: "alpha", min: 0.1, max: 0.9, count: 0 }], fixed: { A: 1 }, feilds: [] });
    const english = await command(["sweep", "-"], { input });
    expect(english).toMatchObject({ code: 2, stdout: "" });
    expect(english.stderr).toMatch(/^tauscape: standard input is not a sweep that can be run\.\n/);
    for (const path of ["axes[0].count", "fixed.A", "feilds"]) expect(english.stderr).toMatch(new RegExp(`^${path.replaceAll(/[.[\]]/g, "\\$&")}: .+; allowed: .+\\.$`, "m"));
    const chinese = await command(["sweep", "-", "--lang", "zh"], { input });
    expect(chinese.stderr).toMatch(/^fixed\.A: .+；应为：.+。$/m);
  });

  it("a file that exists, unless --force replaces it; also one that would stand beside it", async () => {
    writeFileSync(file("grid.csv"), "mine");
    const refused = await sweep(["--out", "grid.csv"]);
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(refused.stderr).toContain("grid.csv exists already");
    expect(readFileSync(file("grid.csv"), "utf8")).toBe("mine");
    expect((await sweep(["--out", "grid.csv", "--force"])).code).toBe(0);
    expect(readFileSync(file("grid.csv"), "utf8")).toMatch(/^alpha,wr,growth/);
    writeFileSync(file("other.csv-metadata.json"), "mine");
    expect((await sweep(["--out", "other.csv"])).code).toBe(2);
  });

  it("a folder as the file, even with --force", async () => {
    mkdirSync(file("folder"));
    expect(await sweep(["--out", "folder", "--force"])).toMatchObject({ code: 2, stderr: expect.stringContaining("folder is a folder") as string });
  });

  it.each([
    [["--format", "xls", "--out", "x"], '--format: found "xls"; allowed: npz, npy, csv, csv.gz, parquet, arrow, netcdf, zarr, zarr2.'],
    [["--format", "csv"], "--format has a meaning only with --out."],
    [["--force"], "--force has a meaning only with --out."],
    [["--out", "-"], "--out needs the name of a file"],
    [["--threads", "0"], '--threads: found "0"; allowed: a whole number from 1 to 4.'],
    [["--threads", "1.5"], '--threads: found "1.5"'],
    [["--engine", "gpu"], '--engine: found "gpu"; allowed: auto, wasm-threads, wasm-simd, wasm-scalar, webgpu, js.'],
    [["--precision", "f16"], '--precision: found "f16"; allowed: f64, f32.'],
    [["--method", "columns"], '--method: found "columns"; allowed: auto, cells, rows.'],
    [["--method", "rows", "--out", "a.npz"], "--method rows makes no cells to write: leave out --out, or choose --method cells."],
  ])("%j", async (args, message) => {
    const { code, stdout, stderr } = await sweep(args);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(message);
  });

  it("an engine that does not work here, with the reason", async () => {
    const createClient = (): Promise<never> => Promise.reject(new EngineUnavailableError("wasm-simd", ["js"], "no SIMD"));
    expect(await sweep(["--engine", "wasm-simd"], { createClient })).toMatchObject({
      code: 2, stderr: "tauscape: The engine wasm-simd does not work here: no SIMD. Allowed for --engine: auto, js.\n",
    });
  });
});

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: by the test`), { code });
}

/** A file system whose disk is full after so many bytes. */
function smallDisk(capacity: number): ResultFileSystem {
  let left = capacity;
  return {
    ...NODE_FILES,
    freeBytes: () => Promise.resolve(null),
    open: async (path, mode) => {
      const file = await NODE_FILES.open(path, mode);
      const write = file.write.bind(file);
      file.write = (bytes, position) => {
        left -= bytes.length;
        return left < 0 ? Promise.reject(systemError("ENOSPC")) : write(bytes, position);
      };
      return file;
    },
  };
}

describe("sweep refuses a disk that is too small, before it computes", () => {
  const files = (free: number): ResultFileSystem => ({ ...NODE_FILES, freeBytes: () => Promise.resolve(free) });

  it("where the length is known beforehand, in units that people read", async () => {
    const createClient = () => Promise.reject(new Error("no workers are needed"));
    expect(await sweep(["--out", "grid.npz"], { files: files(2500), createClient })).toMatchObject({ code: 2, stderr: expect.stringMatching(/grid\.npz needs 1\.\d\d MB, and 2\.50 kB are free\. Make room/) as string });
    expect((await sweep(["--out", "grid.npz", "--lang", "zh"], { files: files(2500), createClient })).stderr).toMatch(/grid\.npz 需要 1\.\d\d MB，可用 2\.50 kB。/);
    expect(readdirSync(testFolder())).toEqual([]);
  });

  it.each(["csv", "csv.gz", "parquet", "arrow"])("where it depends on the values, from a sample (%s)", async (format) => {
    expect(await sweep(["--out", `grid.${format}`], { files: files(2500) })).toMatchObject({ code: 2, stderr: expect.stringMatching(/needs about 1\.\d\d MB, and 2\.50 kB are free/) as string });
    expect((await sweep(["--out", `grid.${format}`, "--lang", "zh"], { files: files(2500) })).stderr).toMatch(/需要约 1\.\d\d MB，可用 2\.50 kB。/);
    expect(readdirSync(testFolder())).toEqual([]);
    expect((await sweep(["--out", `grid.${format}`], { files: files(2e6) })).code).toBe(0);
  });
});

describe("sweep fails", () => {
  it("where the folder is missing or may not be written to, with the reason", async () => {
    const missing = await sweep(["--out", join("nowhere", "grid.npz")]);
    expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining("there is no folder nowhere, create it first") as string });
    const files = { ...NODE_FILES, open: () => Promise.reject(systemError("EACCES")) };
    expect(await sweep(["--out", "grid.npz"], { files })).toMatchObject({
      code: 1, stderr: expect.stringContaining("grid.npz could not be written: permission is denied.") as string,
    });
  });

  it("where the disk is full, and keeps what was done to go on from", async () => {
    const { code, stderr } = await sweep(["--out", "grid.npz"], { files: smallDisk(16_000) });
    expect(stderr).toBe("tauscape: grid.npz could not be written: no space is left on the disk. What was done is kept: mend that, then run the same command with --resume.\n");
    expect(code).toBe(1);
    expect(readdirSync(testFolder()).sort()).toEqual(["grid.npz.journal", "grid.npz.partial"]);
    expect((await sweep(["--out", "grid.npz", "--resume"])).code).toBe(0);
    expect(new Uint8Array(readFileSync(file("grid.npz")))).toEqual(await exportToMemory(exporterOf("npz"), SPEC, 1000, "grid.npz"));
  });

  it.each([0, 3000])("where the disk is full before there is anything to keep (%i bytes), and leaves nothing", async (capacity) => {
    const { code, stderr } = await sweep(["--out", "grid.npz"], { files: smallDisk(capacity) });
    expect(stderr).toBe("tauscape: grid.npz could not be written: no space is left on the disk. Nothing was left behind.\n");
    expect(code).toBe(1);
    expect(readdirSync(testFolder())).toEqual([]);
  });

  it("keeps what was there when a replacement fails", async () => {
    await sweep(["--out", "grid.npz"]);
    const before = readFileSync(file("grid.npz"));
    expect((await sweep(["--out", "grid.npz", "--force", "--precision", "f32"], { files: smallDisk(3000) })).code).toBe(1);
    expect(readFileSync(file("grid.npz"))).toEqual(before);
  });

  it("with one sentence for what nobody foresaw, and the stack only with --debug", async () => {
    const createClient = (): Promise<never> => Promise.reject(new Error("The worker died."));
    const quiet = await sweep([], { createClient });
    expect(quiet.code).toBe(1);
    expect(quiet.stderr).toMatch(/^tauscape: .+The worker died\..+--debug.+\n$/);
    expect((await sweep(["--debug"], { createClient })).stderr).toMatch(/\n +at /);
  });

  it("when interrupted, with status 130, no file, and what was done kept", async () => {
    const controller = new AbortController();
    const createClient = (): Promise<ReturnType<typeof modelClient>> => {
      const client = modelClient();
      return Promise.resolve({
        ...client,
        sweep: (spec, options) => client.sweep(spec, {
          ...options, onProgress: ({ done }) => { if (done >= 100) controller.abort(); },
        }),
      });
    };
    expect(await sweep(["--out", "grid.npz"], { createClient, signal: controller.signal })).toEqual({
      code: 130, stdout: "", stderr: "tauscape: Interrupted. What was done of grid.npz is kept: run the same command with --resume to go on, or with --force to start again.\n",
    });
    expect(readdirSync(testFolder()).sort()).toEqual(["grid.npz.journal", "grid.npz.partial"]);
  });

  it("ends the workers whatever happens", async () => {
    let disposed = 0;
    const createClient = (): Promise<ReturnType<typeof modelClient>> => Promise.resolve({ ...modelClient(), dispose: () => { disposed++; } });
    await sweep([], { createClient });
    await sweep(["--out", "grid.npz"], { createClient, files: smallDisk(16_000) });
    expect(disposed).toBe(2);
  });
});
