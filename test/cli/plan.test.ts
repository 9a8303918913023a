import { describe, expect, it } from "vitest";
import type { Exporter } from "../../src/exporters/exporter.ts";
import { EXPORTERS } from "../../src/exporters/registry.ts";
import { thinSpec } from "../../src/sweep/thin-spec.ts";
import { axisPoints } from "../../src/sweep/axes.ts";
import { axisCount, cellCount, type SweepSpec } from "../../src/sweep/spec.ts";
import { exportFiles, sourceOf, specOf } from "../exporters/sweep-by-model.ts";
import { command, modelClient } from "./test-io.ts";

const HUGE = { schema: "tauscape/sweep@1", axes: ["alpha", "beta", "tau", "wr"].map((name) => ({ name, min: 0.01, max: 0.9, count: 1000 })) };
const SMALL = { schema: "tauscape/sweep@1", axes: [{ name: "alpha", min: 0.1, max: 0.9, count: 40 }] };

/** Bytes of all files of a result. */
async function lengthOf(exporter: Exporter, spec: SweepSpec): Promise<number> {
  return [...(await exportFiles(exporter, spec, cellCount(spec))).values()].reduce((sum, { length }) => sum + length, 0);
}

/** Counts the points that it is asked to visit; half a second for each sweep. */
function countingClient(visited: number[]): ReturnType<typeof modelClient> {
  const client = modelClient();
  return {
    ...client,
    sweep: (spec, options = {}) => {
      visited.push(cellCount(spec));
      const few = thinSpec(spec, 100);
      return client.sweep(few, options.onTile === undefined ? {} : {
        onTile: async (tile) => { if (cellCount(few) === cellCount(spec)) await options.onTile?.(tile); },
      });
    },
  };
}

describe("plan", () => {
  it("gives points, tiles, bytes and a time projected from what was measured", async () => {
    const { code, stdout } = await command(["plan", "-", "--json"], { input: JSON.stringify(SMALL) });
    expect(code).toBe(0);
    const spec = specOf(SMALL);
    expect(JSON.parse(stdout)).toEqual({
      schema: "tauscape/plan@1", spec: (await sourceOf(spec)).specHash, points: 40, tiles: { count: 1, cells: 2 ** 20 }, seconds: 0.5,
      formats: await Promise.all(EXPORTERS.filter(({ holdsSeveralFields }) => holdsSeveralFields).map(async (exporter) => (
        { format: exporter.id, bytes: await lengthOf(exporter, spec), exact: true, seconds: 0.5 }
      ))),
      measured: { points: 40, seconds: 0.5, engine: "js", threads: 2 },
    });
  });

  it("prints them for people", async () => {
    const { stdout } = await command(["plan", "-"], { input: JSON.stringify(SMALL) });
    expect(stdout).toMatch(/^Points +40$/m);
    expect(stdout).toMatch(/^npz +exactly [\d.]+ kB +about 500 ms$/m);
  });

  it("does not run the sweep", async () => {
    const visited: number[] = [];
    await command(["plan", "-"], { input: JSON.stringify(HUGE), createClient: () => Promise.resolve(countingClient(visited)) });
    expect(visited.length).toBeGreaterThan(0);
    expect(Math.max(...visited)).toBeLessThan(2 ** 23);
  });

  it("refuses what sweep refuses", async () => {
    expect(await command(["plan", "-"], { input: "{}" })).toMatchObject({ code: 2, stdout: "" });
  });
});

describe("thinSpec", () => {
  it("keeps points of the sweep, spread over every axis, the inner ones densest", () => {
    const spec = specOf(HUGE);
    const thin = thinSpec(spec, 2 ** 20);
    expect(thin.axes.map(axisCount)).toEqual([8, 8, 16, 1000]);
    thin.axes.forEach((axis, k) => {
      const points = new Set(axisPoints(spec.axes[k]));
      const kept = [...axisPoints(axis)];
      expect(kept.every((point) => points.has(point))).toBe(true);
      expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
    });
    const [alpha] = thin.axes.map((axis) => axisPoints(axis));
    expect(alpha[0]).toBeLessThan(0.1);
    expect(alpha[7]).toBeGreaterThan(0.8);
  });

  it("leaves a small sweep as it is", () => {
    expect(thinSpec(specOf(SMALL), 40)).toEqual(specOf(SMALL));
  });

  it("never exceeds its budget, however many the axes", () => {
    const names = ["alpha", "beta", "tau", "wr", "r", "sigma", "delta", "rho", "eta"];
    const spec = specOf({ axes: names.map((name) => ({ name, min: 0.01, max: 0.9, count: 50 })) });
    for (const budget of [1, 100, 2 ** 14, 2 ** 21]) expect(cellCount(thinSpec(spec, budget))).toBeLessThanOrEqual(budget);
  });
});
