import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutIntoBoxes } from "../../src/sweep/plan.ts";

/** Cells of a box in C order, by counting. */
function cellsOf(counts: readonly number[], from: readonly number[], to: readonly number[]): number[] {
  let cells = [0];
  counts.forEach((count, k) => {
    cells = cells.flatMap((cell) => Array.from({ length: to[k] - from[k] }, (_, i) => cell * count + from[k] + i));
  });
  return cells;
}

describe("cutIntoBoxes", () => {
  it("covers any range of cells exactly once, in order, with few boxes", () => {
    const counts = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 5 });
    fc.assert(fc.property(counts, fc.nat(), fc.nat(), (shape, a, b) => {
      const cells = shape.reduce((product, n) => product * n, 1);
      const start = a % cells;
      const count = 1 + (b % (cells - start));
      const boxes = cutIntoBoxes(shape, start, count);
      expect(boxes.flatMap(({ from, to }) => cellsOf(shape, from, to))).toEqual(Array.from({ length: count }, (_, i) => start + i));
      expect(boxes.map(({ offset }) => offset)).toEqual(boxes.map((_, k) => boxes.slice(0, k).reduce((sum, box) => sum + box.count, 0)));
      expect(boxes.length).toBeLessThanOrEqual(2 * shape.length);
    }), { numRuns: 1000 });
  });

  it("takes whole slabs as one box", () => {
    expect(cutIntoBoxes([64, 64, 64, 64], 2 ** 20, 2 ** 20)).toHaveLength(1);
  });
});
