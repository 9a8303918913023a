import type { SurfaceMesh } from "../surface/surface-mesh.ts";

/** Patches are named by bits: six faces of the box, the sheet, the wall. */
const SHEET = 1 << 6;
const WALL = 1 << 7;
const N_NAMES = 1 << 8;
/** How far a vertex of a cap may lie off the face of the box. */
const ON_FACE = 1e-4;

interface Patch {
  readonly triangles: Uint32Array;
  readonly nameOf: (triangle: number) => number;
}

/**
 * The edges that a draughtsman would draw: where sheet, wall and the caps on each face of the box meet. Pairs of vertex indices, each
 * edge once. Patches that meet share the vertices there.
 */
export function regionOutline(mesh: SurfaceMesh): Uint32Array<ArrayBuffer> {
  const capNames = namesOfCaps(mesh);
  const patches: readonly Patch[] = [
    { triangles: mesh.sheet, nameOf: () => SHEET },
    { triangles: mesh.wall, nameOf: () => WALL },
    { triangles: mesh.caps, nameOf: (triangle) => capNames[triangle] ?? 0 },
  ];
  const touching = patchesOfVertices(patches, mesh.positions.length / 3);
  const open = new Map<number, readonly [number, number]>();
  for (const { triangles, nameOf } of patches) {
    for (let corner = 0; corner < triangles.length; corner++) {
      const from = triangles[corner] ?? 0;
      const to = triangles[corner % 3 === 2 ? corner - 2 : corner + 1] ?? 0;
      const common = (touching[from] ?? 0) & (touching[to] ?? 0);
      // Most edges lie within one patch, and are seen to without a look at the map.
      if ((common & (common - 1)) === 0) continue;
      const key = (Math.min(from, to) * touching.length + Math.max(from, to)) * N_NAMES + nameOf(Math.floor(corner / 3));
      if (!open.delete(key)) open.set(key, [from, to]);
    }
  }
  const once = new Map([...open].map(([key, edge]) => [Math.floor(key / N_NAMES), edge]));
  return Uint32Array.from([...once.values()].flat());
}

function patchesOfVertices(patches: readonly Patch[], nVertices: number): Uint8Array {
  const touching = new Uint8Array(nVertices);
  for (const { triangles, nameOf } of patches) {
    for (let corner = 0; corner < triangles.length; corner++) touching[triangles[corner] ?? 0] |= nameOf(Math.floor(corner / 3));
  }
  return touching;
}

/** For each triangle of a cap the name of the face that it lies on. */
function namesOfCaps({ positions, caps }: SurfaceMesh): Uint8Array {
  const facesAt = (vertex: number): number => {
    let faces = 0;
    for (let axis = 0; axis < 3; axis++) {
      const coordinate = positions[vertex * 3 + axis] ?? Number.NaN;
      if (coordinate < ON_FACE) faces |= 1 << (2 * axis);
      if (coordinate > 1 - ON_FACE) faces |= 2 << (2 * axis);
    }
    return faces;
  };
  return Uint8Array.from({ length: caps.length / 3 }, (_, triangle) => {
    const corner = triangle * 3;
    const common = facesAt(caps[corner] ?? 0) & facesAt(caps[corner + 1] ?? 0) & facesAt(caps[corner + 2] ?? 0);
    return common & -common;
  });
}
