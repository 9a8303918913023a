import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rehearse } from "../../src/cli/rehearse.ts";
import { TILE_CELLS } from "../../src/sweep/plan.ts";
import { cellCount, type SweepSpec } from "../../src/sweep/spec.ts";
import { specOf } from "../exporters/sweep-by-model.ts";

const specs = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 4 }).map((counts) => specOf({
  axes: counts.map((count, k) => ({ name: ["alpha", "beta", "tau", "wr"][k], min: 0.1, max: count === 1 ? 0.1 : 0.9, count })),
}));
const positive = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe("rehearse", () => {
  it("finds what is spent once and what the points take, however wrong the guess, in few runs of samples that are not too long", async () => {
    await fc.assert(fc.asyncProperty(specs, positive(0, 10), positive(1e-9, 1e-4), positive(0.01, 100), fc.integer({ min: 1, max: 1e9 }), async (spec, once, each, wrong, most) => {
      const all = cellCount(spec);
      const cells: number[] = [];
      const run = (sample: SweepSpec) => {
        cells.push(cellCount(sample));
        return Promise.resolve(once + each * cellCount(sample));
      };
      const found = await rehearse(spec, { guess: each * all * wrong, most }, run);
      expect((found.once + found.points) / (once + each * all)).toBeCloseTo(1, 6);
      if (all > TILE_CELLS) expect(found.once).toBeCloseTo(once, 6);
      expect(cells.length).toBeLessThanOrEqual(10);
      for (const count of cells) expect(count).toBeLessThanOrEqual(Math.max(2 * most, 8 * TILE_CELLS));
    }));
  });

  it("is not misled by one slow run of the longer sample where the sweep is large, and runs it once where it is not", async () => {
    const each = 1e-7;
    for (const [points, runs] of [[400, 3], [120, 1]] as const) {
      for (let slow = 0; slow < runs; slow++) {
        const spec = specOf({ axes: ["alpha", "beta", "tau", "wr"].map((name) => ({ name, min: 0.1, max: 0.9, count: points })) });
        let long = 0;
        const found = await rehearse(spec, { guess: each * points ** 4, most: 1e9 }, (sample) => {
          const isLong = cellCount(sample) > TILE_CELLS;
          const isSlow = runs > 1 && isLong && long === slow;
          if (isLong) long++;
          return Promise.resolve(each * cellCount(sample) * (isSlow ? 4 : 1));
        });
        expect(found.points / (each * points ** 4)).toBeCloseTo(1, 6);
        expect(long).toBe(runs);
      }
    }
  });

  it("makes the longer sample several tiles, and long enough to tell", async () => {
    const spec = specOf({ axes: ["alpha", "beta", "tau", "wr"].map((name) => ({ name, min: 0.1, max: 0.9, count: 400 })) });
    const cells: number[] = [];
    await rehearse(spec, { guess: 1e9, most: 1e9 }, (sample) => Promise.resolve(1e-7 * (cells[cells.push(cellCount(sample)) - 1])));
    expect(cells[0]).toBeLessThanOrEqual(TILE_CELLS);
    expect(cells[1]).toBeGreaterThan(3 * TILE_CELLS);
    expect(1e-7 * (cells.at(-1) ?? 0)).toBeGreaterThan(1.5);
  });
});
