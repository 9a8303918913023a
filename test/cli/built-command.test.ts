import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SweepSummary } from "../../src/sweep/summary.ts";
import { command, type Outcome } from "./test-io.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const LAUNCHER = join(ROOT, "bin/tauscape.js");
const SPEC = {
  schema: "tauscape/sweep@1",
  axes: [
    { name: "beta", min: 0, max: 0.9, count: 12 }, { name: "alpha", min: 0.05, max: 0.9, count: 11 },
    { name: "tau", values: [0.1, 0.5] }, { name: "wr", min: 0.1, max: 10, count: 13, spacing: "log" },
  ],
  fields: ["growth", "growthSlope", "margin", "class", "status"],
};
/** More than can be written before a signal comes, and less than any disk holds. */
const ENDLESS = { ...SPEC, axes: ["alpha", "beta", "tau", "wr"].map((name) => ({ name, min: 0.05, max: 0.9, count: 60 })) };

let folder = "";

beforeAll(() => {
  if (!existsSync(join(ROOT, "dist/cli/tauscape.js"))) throw new Error("The command is not built: run npm run build first.");
  folder = mkdtempSync(join(tmpdir(), "tauscape-built-"));
  writeFileSync(join(folder, "spec.json"), JSON.stringify(SPEC));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function start(args: readonly string[]): { readonly child: ChildProcess; readonly outcome: Promise<Outcome> } {
  const child = spawn(process.execPath, [LAUNCHER, ...args], { cwd: folder, env: { ...process.env, LC_ALL: "C" }, stdio: ["pipe", "pipe", "pipe"] });
  const said = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => { said.stdout += text; });
  child.stderr.setEncoding("utf8").on("data", (text: string) => { said.stderr += text; });
  const outcome = new Promise<Outcome>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? -1, ...said }));
  });
  return { child, outcome };
}

describe("the built command", () => {
  it("finds what the model finds, to the bit, with the engine that it picks and with the one of plain JavaScript", async () => {
    const expected = JSON.parse((await command(["sweep", "-", "--json"], { input: JSON.stringify(SPEC) })).stdout) as SweepSummary;
    for (const args of [[], ["--engine", "js", "--threads", "1"]]) {
      const { code, stdout } = await start(["sweep", "spec.json", "--json", ...args]).outcome;
      expect(code).toBe(0);
      const found = JSON.parse(stdout) as SweepSummary;
      for (const key of ["points", "feasible", "infeasible", "positive", "negative", "boundary", "share", "flags", "spec"] as const) {
        expect(found[key]).toEqual(expected[key]);
      }
      for (const [field, { checksum }] of Object.entries(expected.fields)) {
        expect(found.fields[field as keyof typeof found.fields]?.checksum).toBe(checksum);
      }
    }
  });

  it("writes equal bytes whatever the engine and the number of threads", async () => {
    const runs = [["a.npz"], ["b.npz", "--threads", "1"], ["c.npz", "--engine", "js"]];
    for (const [name, ...args] of runs) expect((await start(["sweep", "spec.json", "--out", name, ...args]).outcome).code).toBe(0);
    const [a, b, c] = runs.map(([name]) => readFileSync(join(folder, name)));
    expect(b.equals(a)).toBe(true);
    expect(c.equals(a)).toBe(true);
  });

  it("reads standard input, and is quiet where the reader of its output has gone", async () => {
    const { child, outcome } = start(["point", "--params", "-", "--json"]);
    child.stdout?.destroy();
    child.stdin?.end(JSON.stringify(Array.from({ length: 2000 }, () => ({}))));
    expect(await outcome).toMatchObject({ code: 0, stderr: "" });
  });

  it.each(["SIGINT", "SIGTERM"] as const)("stops at %s with status 130, and says how to go on", async (signal) => {
    const target = mkdtempSync(join(folder, "out-"));
    const { child, outcome } = start(["sweep", "-", "--out", join(target, "grid.csv")]);
    const appeared = new Promise<void>((resolve) => {
      const watcher = watch(target, (_, name) => {
        if (name !== "grid.csv.partial") return;
        watcher.close();
        resolve();
      });
    });
    child.stdin?.end(JSON.stringify(ENDLESS));
    await Promise.race([appeared, outcome]);
    child.kill(signal);
    const { code, stdout, stderr } = await outcome;
    expect({ code, stdout }).toEqual({ code: 130, stdout: "" });
    expect(stderr).toContain("grid.csv is kept: run the same command with --resume to go on");
    expect(readdirSync(target).sort()).toEqual(["grid.csv.journal", "grid.csv.partial"]);
  });

  it("stops at SIGINT while it waits for standard input", async () => {
    const { child, outcome } = start(["point", "--params", "-"]);
    // More than a pipe holds: when all of it has been taken, the command is reading.
    child.stdin?.write(" ".repeat(2 ** 20), () => child.kill("SIGINT"));
    expect(await outcome).toEqual({ code: 130, stdout: "", stderr: "tauscape: Interrupted.\n" });
  });
});
