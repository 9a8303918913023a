import type { SurfaceMesh } from "../surface/surface-mesh.ts";

/** Vertices closer than this are one; display coordinates. */
const WELD = 1 / 2 ** 15;
const STRIDE = 2 ** 17;
/** How far a vertex of a cap may lie off the face of the box. */
const ON_FACE = 1e-4;

/**
 * The edges that a draughtsman would draw: where the sheet ends, and where walls and caps meet one another. Pairs of
 * vertex indices, each edge once.
 */
export function regionOutline(mesh: SurfaceMesh): Uint32Array<ArrayBuffer> {
  const welded = weld(mesh.positions);
  const edges = new Map<number, readonly [number, number]>();
  for (const patch of [mesh.sheet, mesh.wall, ...capsByFace(mesh)]) {
    for (const [key, edge] of openEdges(patch, welded)) edges.set(key, edge);
  }
  return Uint32Array.from([...edges.values()].flat());
}

/** Edges that belong to an odd number of a patch's triangles, by a key that does not depend on their direction. */
function openEdges(triangles: ArrayLike<number>, welded: Uint32Array): ReadonlyMap<number, readonly [number, number]> {
  const open = new Map<number, readonly [number, number]>();
  for (let corner = 0; corner < triangles.length; corner++) {
    const from = welded[triangles[corner] ?? 0] ?? 0;
    const to = welded[triangles[corner % 3 === 2 ? corner - 2 : corner + 1] ?? 0] ?? 0;
    if (from === to) continue;
    const key = Math.min(from, to) * welded.length + Math.max(from, to);
    if (!open.delete(key)) open.set(key, [from, to]);
  }
  return open;
}

/** For each vertex the first one that lies where it lies: patches may have vertices of their own along a common edge. */
function weld(positions: Float32Array): Uint32Array {
  const first = new Map<number, number>();
  return Uint32Array.from({ length: positions.length / 3 }, (_, vertex) => {
    const [x, y, z] = [0, 1, 2].map((axis) => Math.round((positions[vertex * 3 + axis] ?? 0) / WELD) + 1) as [number, number, number];
    const key = (x * STRIDE + y) * STRIDE + z;
    const known = first.get(key);
    if (known === undefined) first.set(key, vertex);
    return known ?? vertex;
  });
}

/** The caps' triangles on each of the box's six faces. */
function capsByFace({ positions, caps }: SurfaceMesh): readonly number[][] {
  const faces: number[][] = [[], [], [], [], [], []];
  for (let corner = 0; corner < caps.length; corner += 3) {
    const triangle = [...caps.subarray(corner, corner + 3)];
    const face = faces.findIndex((_, index) =>
      triangle.every((vertex) => Math.abs((positions[vertex * 3 + (index >> 1)] ?? 0) - (index & 1)) < ON_FACE),
    );
    faces[face]?.push(...triangle);
  }
  return faces;
}
