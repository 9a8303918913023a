import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startWorkers, type SweepWorkers } from "../../src/library/index.ts";
import { writeSweep } from "../../src/library/node.ts";

/** Nine tiles and a bit. */
const SPEC = { axes: [{ name: "tau", min: 0, max: 1, count: 3200 }, { name: "wr", min: 0.1, max: 10, count: 3000 }], fields: ["class"] } as const;

let folder = "";
let workers: SweepWorkers;
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "tauscape-library-"));
  workers = await startWorkers({ threads: 1 });
});
afterAll(() => {
  workers.dispose();
  rmSync(folder, { recursive: true, force: true });
});

it("writes a result that an abort leaves fit to go on with: the same bytes as one run", async () => {
  const whole = await writeSweep(SPEC, at("whole.npz"), { workers });
  expect(whole).toMatchObject({ path: at("whole.npz"), manifestPath: at("whole.npz.manifest.json"), wasDone: false, summary: { points: 9_600_000 } });
  expect(whole.bytes).toBe(readFileSync(at("whole.npz")).length);

  const controller = new AbortController();
  const first = writeSweep(SPEC, at("parts.npz"), { workers, signal: controller.signal, onProgress: ({ done }) => { if (done > 4_000_000) controller.abort(new Error("enough")); } });
  await expect(first).rejects.toThrow("enough");
  expect(existsSync(at("parts.npz"))).toBe(false);

  const notes: string[] = [];
  const progress: number[] = [];
  const resumed = await writeSweep(SPEC, at("parts.npz"), { workers, resume: true, onNote: (note) => notes.push(note), onProgress: ({ done, total }) => progress.push(done / total) });
  expect(readFileSync(at("parts.npz")).equals(readFileSync(at("whole.npz")))).toBe(true);
  expect(resumed.summary.fields).toEqual(whole.summary.fields);
  expect(notes.length).toBeGreaterThan(0);
  expect(progress[0]).toBeGreaterThan(0.4);
  expect(progress.at(-1)).toBe(1);
  expect(await writeSweep(SPEC, at("parts.npz"), { workers, resume: true })).toMatchObject({ wasDone: true, summary: { points: 9_600_000 } });
});

it("refuses what stands there, and a shard or format that there is not, before any computing", async () => {
  await writeSweep({ axes: [{ name: "tau", values: [0.5] }] }, at("point.csv"), { workers });
  expect(readFileSync(at("point.csv"), "utf8")).toMatch(/^tau,growth,growthSlope/);
  await expect(writeSweep(SPEC, at("point.csv"), { workers })).rejects.toMatchObject({ kind: "result", message: expect.stringContaining("exists already") as unknown });
  await expect(writeSweep(SPEC, at("other.npz"), { workers, shard: { index: 3, count: 3 } })).rejects.toThrow(/part 3 of 3; allowed/);
  await expect(writeSweep(SPEC, at("other.npz"), { workers, shard: { index: 0, count: 100_001 } })).rejects.toThrow(/allowed: whole numbers, the count up to 100,000/);
  await expect(writeSweep(SPEC, at("other.npz"), { workers, format: "xls" })).rejects.toThrow(/found "xls"/);
  expect(await writeSweep(SPEC, at("other.npz"), { workers, shard: { index: 1, count: 3 } })).toMatchObject({ path: at("other.npz.shard-1-of-3") });
});
