import { expect, test } from "vitest";
import { regionOutline } from "../../src/scene/region-outline.ts";
import type { SurfaceMesh } from "../../src/surface/surface-mesh.ts";

/** A sheet of two triangles at half height, and a cap on the face x = 0 with vertices of its own. */
const MESH: SurfaceMesh = {
  positions: Float32Array.of(0, 0, 0.5, 1, 0, 0.5, 1, 1, 0.5, 0, 1, 0.5, 0, 0, 0.5, 0, 1, 0.5, 0, 1, 1, 0, 0, 1),
  normals: new Float32Array(24),
  values: new Float32Array(8),
  sheet: Uint32Array.of(0, 2, 1, 0, 3, 2),
  wall: new Uint32Array(0),
  caps: Uint32Array.of(4, 6, 5, 4, 7, 6),
};

function edgesOf(mesh: SurfaceMesh): readonly string[] {
  const outline = regionOutline(mesh);
  const at = (vertex: number): string => mesh.positions.subarray(vertex * 3, vertex * 3 + 3).join(" ");
  return Array.from({ length: outline.length / 2 }, (_, edge) => [at(outline[edge * 2] ?? 0), at(outline[edge * 2 + 1] ?? 0)].sort().join(" – ")).sort();
}

test("draws the border of each patch once, also where two patches meet, and no diagonal", () => {
  expect(edgesOf(MESH)).toEqual([
    "0 0 0.5 – 0 0 1",
    "0 0 0.5 – 0 1 0.5",
    "0 0 0.5 – 1 0 0.5",
    "0 0 1 – 0 1 1",
    "0 1 0.5 – 0 1 1",
    "0 1 0.5 – 1 1 0.5",
    "1 0 0.5 – 1 1 0.5",
  ]);
});

test("caps that meet at an edge of the box are parted by it", () => {
  const top = { ...MESH, positions: Float32Array.of(0, 0, 0.5, 0, 1, 0.5, 0, 1, 1, 0, 0, 1, 1, 0, 1, 1, 1, 1), sheet: new Uint32Array(0) };
  expect(edgesOf({ ...top, caps: Uint32Array.of(0, 2, 1, 0, 3, 2, 3, 4, 5, 3, 5, 2) })).toContain("0 0 1 – 0 1 1");
});

test("an empty region has no outline", () => {
  const empty = { ...MESH, positions: new Float32Array(0), sheet: new Uint32Array(0), caps: new Uint32Array(0) };
  expect(regionOutline(empty)).toHaveLength(0);
});
