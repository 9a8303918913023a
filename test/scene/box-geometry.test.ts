import { expect, test } from "vitest";
import { BOX_EDGES, facingFrom, isBackEdge, isSilhouette, toDisplay, toWorld, type Triple } from "../../src/scene/box-geometry.ts";
import { labelEdges } from "../../src/scene/label-edges.ts";

/** A view from the right, the front and above, without perspective: x to the right, depth up and to the right, up upwards. */
const EYE: Triple = [3, -3, 3];
const toScreen = ([x, depth, up]: Triple) => [200 + 100 * x + 60 * depth, 300 + 40 * x - 60 * depth - 100 * up] as const;

test("world and display coordinates undo each other", () => {
  const point: Triple = [0.2, 0.7, 0.9];
  toDisplay(toWorld(point)).forEach((coordinate, axis) => expect(coordinate).toBeCloseTo(point[axis] ?? Number.NaN, 12));
});

test("from outside a corner three faces are seen: nine edges lie behind, six of the outline", () => {
  const facing = facingFrom(EYE);
  expect(BOX_EDGES).toHaveLength(12);
  expect(BOX_EDGES.filter((edge) => isBackEdge(edge, facing))).toHaveLength(9);
  expect(BOX_EDGES.filter((edge) => isSilhouette(edge, facing))).toHaveLength(6);
});

test("labels stand on the lowest edges of the outline, those of the upright axis on its left, outside of the box", () => {
  const [across, away, upright] = labelEdges(facingFrom(EYE), toScreen);
  expect(across?.edge.at).toEqual([0, 0]);
  expect(away?.edge.at).toEqual([1, 0]);
  expect(upright?.edge.at).toEqual([0, 0]);
  expect(across?.outward[1]).toBeGreaterThan(0);
  expect(away?.outward[0]).toBeGreaterThan(0);
  expect(upright?.outward[0]).toBeLessThan(0);
});

test("an axis that is seen end-on carries no labels", () => {
  const [, , upright] = labelEdges(facingFrom([0.5, 0.5, 4]), ([x, depth]) => [100 * x, 100 - 100 * depth]);
  expect(upright).toBeNull();
});

test("the marks of ticks point out of the box, the way that leads farther out on screen", () => {
  const [across, away, upright] = labelEdges(facingFrom(EYE), toScreen);
  expect(across?.tickDirection).toEqual([0, 0, -1]);
  expect(away?.tickDirection).toEqual([1, 0, 0]);
  expect(upright?.tickDirection).toEqual([-1, 0, 0]);
});
