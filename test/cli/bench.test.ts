import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { BenchResult } from "../../src/benchmark/bench-result.ts";
import { parseBenchText } from "../../src/benchmark/parse-bench.ts";
import { ENGINES } from "../../src/engines/engine-table.ts";
import { createNodeSweepClient } from "../../src/workers/node-client.ts";
import { fakeCreateClient, FakeClock, type FakeEngine } from "../benchmark/fake-client.ts";
import { command, testFolder, type Outcome, type TestIoOptions } from "./test-io.ts";

const ENGINE_FAKES: readonly FakeEngine[] = [{ id: "wasm-simd" }, { id: "js" }];
const FEW = ["--size", "3", "--repeats", "3"];

function bench(args: readonly string[], io: TestIoOptions = {}, engines = ENGINE_FAKES): Promise<Outcome> {
  return command(["bench", ...args], { createClient: fakeCreateClient(engines, new FakeClock()), commit: () => Promise.resolve("c0ffee"), ...io });
}

function readResult(text: string): BenchResult {
  const parsed = parseBenchText(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.result;
}

function writeText(name: string, text: string): string {
  writeFileSync(join(testFolder(), name), text);
  return name;
}

describe("bench", () => {
  it("prints a result that reads back, with --json", async () => {
    const { code, stdout } = await bench([...FEW, "--json", "--threads", "2"]);
    expect(code).toBe(0);
    const result = readResult(stdout);
    expect(result).toMatchObject({
      commit: "c0ffee", created: "1970-01-01T00:00:00.000Z", machine: { platform: "linux", threads: 4 }, runtime: { name: "node" }, state: "complete",
      settings: { sizes: [3], repeats: 3, threads: 2 }, parity: null,
    });
    expect(result.measurements).toHaveLength(12);
  });

  it("prints tables for people, in both languages, or Markdown", async () => {
    expect((await bench(FEW)).stdout).toMatch(/^Fill memory +3⁴ +wasm-simd +4 +f64 /m);
    expect((await bench([...FEW, "--lang", "zh"])).stdout).toMatch(/^写入内存 +3⁴ +js /m);
    expect((await bench([...FEW, "--markdown"])).stdout).toMatch(/^\| Fill memory \| 3⁴ \| wasm-simd \|/m);
  });

  it("measures one engine alone, or the first that works", async () => {
    const engines = async (asked: string): Promise<string[]> =>
      readResult((await bench([...FEW, "--json", "--engine", asked])).stdout).engines.map(({ id }) => id);
    expect(await engines("js")).toEqual(["js"]);
    const auto = await bench([...FEW, "--json", "--engine", "auto"], {
      createClient: ({ engine = "auto", ...rest }) => fakeCreateClient(ENGINE_FAKES, new FakeClock())({ ...rest, engine: engine === "auto" ? "wasm-simd" : engine }),
    });
    expect(readResult(auto.stdout).engines.map(({ id }) => id)).toEqual(["wasm-simd"]);
  });

  it("writes the result to a file, replaces it only with --force, and leaves nothing else", async () => {
    const first = await bench([...FEW, "--out", "mine.json", "--json"]);
    expect(first).toMatchObject({ code: 0, stderr: "Wrote mine.json.\n" });
    const path = join(testFolder(), "mine.json");
    expect(readFileSync(path, "utf8")).toBe(first.stdout);
    expect(await bench([...FEW, "--out", "mine.json"])).toMatchObject({ code: 2, stdout: "", stderr: expect.stringMatching(/mine.json exists already/) as string });
    expect(await bench([...FEW, "--out", "mine.json", "--force", "--quiet"])).toMatchObject({ code: 0, stderr: "" });
    expect(await bench([...FEW, "--out", "no/mine.json"])).toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(/no folder no/) as string });
  });

  it("refuses what it cannot do, with what is allowed", async () => {
    const refused = async (args: readonly string[], reason: RegExp): Promise<void> => {
      const { code, stdout, stderr } = await bench(args);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(reason);
    };
    await refused(["--engine", "abacus"], /--engine: found "abacus"; allowed: auto, wasm-threads/);
    await refused(["--threads", "5"], /--threads: found "5"; allowed: a whole number from 1 to 4/);
    await refused(["--size", "1"], /--size: found "1"; allowed: a whole number from 2 to 256/);
    await refused(["--repeats", "0"], /--repeats: found "0"/);
    await refused(["--force"], /--force has a meaning only with --out/);
    await refused(["--out", "-"], /--out needs the name of a file/);
    await refused(["--json", "--markdown"], /--json and --markdown cannot be used together/);
    await refused(["contrast"], /contrast|Too many arguments/);
  });

  it("refuses an engine that does not work here, with those that do", async () => {
    const { code, stdout, stderr } = await bench([...FEW, "--engine", "wasm-simd"], {}, [{ id: "wasm-simd", unavailable: "no SIMD" }]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/The engine wasm-simd does not work here: no SIMD. Allowed for --engine: auto, js/);
  });

  it("keeps what was measured when interrupted, and says so", async () => {
    const controller = new AbortController();
    const engines = [{ id: "js" as const, before: (call: number) => { if (call === 20) controller.abort(); } }];
    const { code, stderr } = await bench([...FEW, "--engine", "js", "--out", "part.json"], { signal: controller.signal }, engines);
    expect(code).toBe(130);
    expect(stderr).toMatch(/Interrupted/);
    const result = readResult(readFileSync(join(testFolder(), "part.json"), "utf8"));
    expect(result.state).toBe("stopped");
    expect(result.measurements.length).toBeGreaterThan(0);
  });

  it("leaves no file where nothing was measured", async () => {
    const engines = [{ id: "js" as const, before: () => { throw new Error("broken"); } }];
    const { code, stdout, stderr } = await bench([...FEW, "--engine", "js", "--out", "none.json"], {}, engines);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/stopped early: broken/);
    expect(existsSync(join(testFolder(), "none.json"))).toBe(false);
  });

  it("measures every engine of this machine for real", async () => {
    const { code, stdout } = await command(["bench", "--size", "8", "--repeats", "2", "--threads", "1", "--parity", "--json"], { createClient: createNodeSweepClient });
    expect(code).toBe(0);
    const { engines, measurements, parity, timer, rooflines, state } = readResult(stdout);
    expect(state).toBe("complete");
    expect(engines.map(({ id }) => id)).toEqual(ENGINES.map(({ id }) => id));
    expect(timer.resolutionSeconds).toBeGreaterThan(0);
    expect(rooflines).toHaveLength(4);
    const working = engines.filter(({ available }) => available).map(({ id }) => id);
    expect(working).toContain("js");
    for (const job of ["fill", "transfer", "summary-cells", "summary-rows", "checksum", "surface"]) {
      const found = measurements.filter((measurement) => measurement.job === job);
      expect(found.map(({ engine, validity, note }) => ({ engine, validity, note }))).toEqual(working.map((engine) => ({ engine, validity: "valid", note: null })));
    }
    expect(parity?.engines.map(({ id }) => id)).toEqual(working);
    for (const { id, differentBytes, classDifferences } of parity?.engines ?? []) {
      expect(classDifferences, id).toBe(0);
      if (id !== "webgpu") expect(differentBytes, id).toBe(0);
    }
  });
});

describe("bench compare", () => {
  it("explains itself without the options of bench", async () => {
    const { stdout } = await bench(["compare", "--help"]);
    expect(stdout).toMatch(/--markdown/);
    expect(stdout).toMatch(/--lang/);
    expect(stdout).not.toMatch(/--repeats/);
  });

  it("compares two files, as tables, JSON or Markdown", async () => {
    const a = writeText("a.json", (await bench([...FEW, "--json"])).stdout);
    const b = writeText("b.json", (await bench([...FEW, "--json"], { commit: () => Promise.resolve("decaf") })).stdout);
    const tables = await bench(["compare", a, b]);
    expect(tables.code).toBe(0);
    expect(tables.stdout).toMatch(/^Commit +c0ffee +decaf$/m);
    expect(tables.stdout).toMatch(/no clear difference/);
    const json = await bench(["compare", a, b, "--json"]);
    expect(JSON.parse(json.stdout)).toMatchObject({ schema: "tauscape/bench-comparison@1", unpaired: [] });
    expect((await bench(["compare", a, b, "--markdown", "--lang", "zh"])).stdout).toMatch(/\| 无明显差异 \|/);
  });

  it("refuses what is no result, with the place and the reason", async () => {
    const good = writeText("good.json", (await bench([...FEW, "--json"])).stdout);
    const refused = async (text: string, reason: RegExp, lang = "en"): Promise<void> => {
      const { code, stdout, stderr } = await bench(["compare", good, writeText("bad.json", text), "--lang", lang]);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(reason);
    };
    await refused("{", /bad.json is not JSON: line 1, column 2: it ends too early/);
    await refused('{"schema":"tauscape/sweep@1"}', /bad.json is not a benchmark result.*\nschema: found "tauscape\/sweep@1"; allowed: "tauscape\/bench@1"/);
    await refused(readFileSync(join(testFolder(), good), "utf8").replace(/"warm": \[[^\]]*\]/, '"warm": "fast"'), /warm: found "fast"; allowed: a list/);
    await refused("[]", /schema: 缺失；应为："tauscape\/bench@1"/, "zh");
    expect(await bench(["compare", good, "missing.json"])).toMatchObject({ code: 2, stderr: expect.stringMatching(/missing.json could not be read/) as string });
    expect(await bench(["compare", good])).toMatchObject({ code: 2 });
    expect(await bench(["compare", good, good, "--size", "3"])).toMatchObject({ code: 2, stderr: expect.stringMatching(/There is no option --size/) as string });
  });
});
