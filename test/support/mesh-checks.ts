import type { SurfaceMesh } from "../../src/surface/surface-mesh.ts";

export const triangleCount = (mesh: SurfaceMesh): number => (mesh.sheet.length + mesh.wall.length + mesh.caps.length) / 3;

/** How often each directed edge occurs in some triangles. */
function directedEdges(parts: readonly Uint32Array[]): Map<string, number> {
  const edges = new Map<string, number>();
  for (const indices of parts) {
    for (let k = 0; k < indices.length; k += 3) {
      for (const [a, b] of [[0, 1], [1, 2], [2, 0]]) {
        const edge = `${indices[k + a]},${indices[k + b]}`;
        edges.set(edge, (edges.get(edge) ?? 0) + 1);
      }
    }
  }
  return edges;
}

/**
 * Edges that are not shared by exactly two triangles which pass them in opposite directions: none where the mesh is closed, one
 * sheet thick and consistently turned.
 */
export function openEdges(parts: readonly Uint32Array[]): (readonly [number, number])[] {
  const edges = directedEdges(parts);
  return [...edges].flatMap(([edge, count]) => {
    const [a, b] = edge.split(",").map(Number);
    return a !== b && count === 1 && edges.get(`${b},${a}`) === 1 ? [] : [[a, b] as const];
  });
}

/** Vertices − edges + triangles, of a closed mesh: 2 for each piece without holes. */
export function eulerCharacteristic(mesh: SurfaceMesh): number {
  return mesh.positions.length / 3 - triangleCount(mesh) / 2;
}

export function vertex(mesh: SurfaceMesh, index: number): readonly [number, number, number] {
  return [mesh.positions[3 * index], mesh.positions[3 * index + 1], mesh.positions[3 * index + 2]];
}

export function normal(mesh: SurfaceMesh, index: number): readonly [number, number, number] {
  return [mesh.normals[3 * index], mesh.normals[3 * index + 1], mesh.normals[3 * index + 2]];
}

/** The faces of the unit box that a vertex lies on, such as `0-` and `2+`. */
export function boxFaces(mesh: SurfaceMesh, index: number): string[] {
  return vertex(mesh, index).flatMap((u, axis) => (u === 0 ? [`${axis}-`] : u === 1 ? [`${axis}+`] : []));
}

/** Volume that the closed mesh encloses, in display units; positive where its triangles turn outwards. */
export function enclosedVolume(mesh: SurfaceMesh): number {
  let volume = 0;
  for (const indices of [mesh.sheet, mesh.wall, mesh.caps]) {
    for (let k = 0; k < indices.length; k += 3) {
      const [[ax, ay, az], [bx, by, bz], [cx, cy, cz]] = [0, 1, 2].map((n) => vertex(mesh, indices[k + n]));
      volume += (ax * (by * cz - bz * cy) - ay * (bx * cz - bz * cx) + az * (bx * cy - by * cx)) / 6;
    }
  }
  return volume;
}
