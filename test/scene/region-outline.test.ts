import { expect, test } from "vitest";
import { regionOutline } from "../../src/scene/region-outline.ts";
import type { SurfaceMesh } from "../../src/surface/surface-mesh.ts";

/** A sheet of two triangles at half height, and above its edges at x = 0 and y = 0 the caps on those faces. */
const MESH: SurfaceMesh = {
  positions: Float32Array.of(0, 0, 0.5, 1, 0, 0.5, 1, 1, 0.5, 0, 1, 0.5, 0, 0, 1, 1, 0, 1, 0, 1, 1),
  normals: new Float32Array(21),
  values: new Float32Array(7),
  sheet: Uint32Array.of(0, 2, 1, 0, 3, 2),
  wall: new Uint32Array(0),
  caps: Uint32Array.of(0, 6, 3, 0, 4, 6, 0, 1, 5, 0, 5, 4),
};

function edgesOf(mesh: SurfaceMesh): readonly string[] {
  const outline = regionOutline(mesh);
  const at = (vertex: number): string => mesh.positions.subarray(vertex * 3, vertex * 3 + 3).join(" ");
  return Array.from({ length: outline.length / 2 }, (_, edge) => [at(outline[edge * 2] ?? 0), at(outline[edge * 2 + 1] ?? 0)].sort().join(" – ")).sort();
}

test("draws the edges at which two patches meet, each once, and no other", () => {
  expect(edgesOf(MESH)).toEqual(["0 0 0.5 – 0 0 1", "0 0 0.5 – 0 1 0.5", "0 0 0.5 – 1 0 0.5"]);
});

test("tells the wall from the sheet", () => {
  const { sheet } = MESH;
  expect(edgesOf({ ...MESH, sheet: sheet.subarray(0, 3), wall: sheet.subarray(3), caps: new Uint32Array(0) })).toEqual(["0 0 0.5 – 1 1 0.5"]);
});

test("an empty region has no outline", () => {
  const empty = { ...MESH, positions: new Float32Array(0), sheet: new Uint32Array(0), caps: new Uint32Array(0) };
  expect(regionOutline(empty)).toHaveLength(0);
});
