import { expect, test } from "vitest";
import { hatchLines } from "../../src/scene/wall-object.ts";
import { WALL_LINE } from "./analytic-mesh.ts";

test("the hatch runs at 45° from the wall to the rim, all beyond the wall and on the ground", () => {
  const [[u0, v0]] = WALL_LINE.points;
  const lines = hatchLines(WALL_LINE);
  expect(lines.length).toBeGreaterThan(6 * 10);
  for (let at = 0; at < lines.length; at += 6) {
    const [u, v, floor, outerU, outerV, outerFloor] = lines.slice(at, at + 6);
    expect(u + v).toBeCloseTo(u0 + v0, 12);
    expect(outerU - u).toBeCloseTo(outerV - v, 12);
    expect(outerU).toBeGreaterThan(u);
    expect(Math.max(outerU, outerV)).toBeCloseTo(1, 12);
    expect([floor, outerFloor]).toEqual([0, 0]);
  }
});
