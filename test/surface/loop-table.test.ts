import { describe, expect, it } from "vitest";
import { CASE_LENGTH } from "../../assembly/surface-layout.ts";
import { makeLoopTable } from "../../src/surface/loop-table.ts";

const table = makeLoopTable();

/** The loops of a case, as pairs (edge, outline). */
function loopsOf(inside: number): (readonly [number, number])[][] {
  let at = inside * CASE_LENGTH;
  return Array.from({ length: table[at++] }, () => {
    const length = table[at++];
    return Array.from({ length }, () => [table[at++], table[at++]] as const);
  });
}

/** The corners at an edge's ends, numbered 4·dk+2·di+dj. */
function endsOf(edge: number): readonly [number, number] {
  const axis = edge >> 2;
  const weights = [2, 1, 4];
  const [first, second] = weights.filter((_, k) => k !== axis);
  const corner = (edge & 1) * first + ((edge >> 1) & 1) * second;
  return [corner, corner + weights[axis]];
}

const cases = Array.from({ length: 256 }, (_, inside) => inside);

describe("the table of loops", () => {
  it("passes every edge between inside and outside once, and no other", () => {
    for (const inside of cases) {
      const crossed = Array.from({ length: 12 }, (_, edge) => edge).filter((edge) => {
        const [a, b] = endsOf(edge);
        return ((inside >> a) & 1) !== ((inside >> b) & 1);
      });
      expect(loopsOf(inside).flat().map(([edge]) => edge).sort((a, b) => a - b)).toEqual(crossed);
    }
  });

  it("names each outline on a cube once", () => {
    for (const inside of cases) {
      const outlines = loopsOf(inside).flat().map(([, outline]) => outline);
      expect(new Set(outlines).size).toBe(outlines.length);
    }
  });

  it("draws the same outlines on a face for the cubes on either side of it", () => {
    const WEIGHTS = [2, 1, 4];
    const onFace = (inside: number, axis: number, side: number) => loopsOf(inside).flatMap((loop) => loop.flatMap(([edge, outline], k) => {
      if (outline >> 1 !== 2 * axis + side) return [];
      const place = (of: number) => endsOf(of).map((corner) => corner & ~WEIGHTS[axis]).join("-");
      return [`${[place(edge), place(loop[(k + 1) % loop.length][0])].sort().join(" to ")} as ${outline & 1}`];
    })).sort();
    for (const axis of [0, 1, 2]) {
      const weight = WEIGHTS[axis];
      for (const inside of cases) {
        const shared = cases.filter((corners) => (corners & weight) === 0 && corners < 8);
        const across = shared.reduce((sum, corner) => sum | (((inside >> (corner + weight)) & 1) << corner), 0);
        expect(onFace(across, axis, 0)).toEqual(onFace(inside, axis, 1));
      }
    }
  });

  it("fits its entries", () => {
    for (const inside of cases) expect(1 + loopsOf(inside).reduce((sum, loop) => sum + 1 + 2 * loop.length, 0)).toBeLessThanOrEqual(CASE_LENGTH);
  });
});
