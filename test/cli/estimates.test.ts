import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PlanAnswer } from "../../src/cli/plan-answer.ts";

const LAUNCHER = fileURLToPath(new URL("../../bin/tauscape.js", import.meta.url));
const TOLERANCE = 0.2;
/** Each format is written twice, by a process of its own each time. */
const PATIENCE_MS = 180_000;
/** Nearly twice as many points as a format is measured on; infeasible cells, a code, an axis in logarithms. */
const SPEC = {
  schema: "tauscape/sweep@1", fields: ["growth", "margin", "class"],
  axes: [
    { name: "alpha", min: 0.05, max: 0.9, count: 22 }, { name: "beta", min: 0.05, max: 0.9, count: 22 },
    { name: "tau", min: 0.05, max: 0.9, count: 22 }, { name: "wr", min: 0.1, max: 10, count: 22, spacing: "log" },
  ],
};

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tauscape-estimates-"));
  writeFileSync(join(folder, "spec.json"), JSON.stringify(SPEC));
});
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

function run(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [LAUNCHER, ...args], { cwd: folder, encoding: "utf8" });
  expect(status, stderr).toBe(0);
  return stdout;
}

function bytesOf(path: string): number {
  if (statSync(path).isFile()) return statSync(path).size;
  return readdirSync(path, { recursive: true, encoding: "utf8" }).map((name) => statSync(join(path, name))).reduce((sum, found) => sum + (found.isFile() ? found.size : 0), 0);
}

describe("the built command's plan", () => {
  it("tells a measured time, and the bytes of every format: exactly, or to a fifth where they depend on the values", () => {
    const { formats, seconds: summarySeconds } = JSON.parse(run("plan", "spec.json", "--out", "grid.npz", "--json")) as PlanAnswer;
    expect(formats.length).toBeGreaterThan(7);
    expect(summarySeconds).toBeGreaterThan(0);
    for (const { format, bytes, exact, seconds } of formats) {
      expect(seconds, format).toBeGreaterThan(0);
      run("sweep", "spec.json", "--out", `out-${format}`, "--format", format, "--quiet");
      const found = bytesOf(join(folder, `out-${format}`));
      if (exact) expect(bytes, format).toBe(found);
      else expect(Math.abs(bytes / found - 1), `${format}: ${bytes} planned, ${found} written`).toBeLessThan(TOLERANCE);
    }
    expect(formats.filter(({ exact }) => !exact).map(({ format }) => format)).toEqual(["csv", "csv.gz", "parquet", "arrow"]);
  }, PATIENCE_MS);
});
