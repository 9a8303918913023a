/** Adds the area-weighted normals of triangles to their vertices, where `accepts` says so. */
function addNormals(positions: Float32Array, indices: Uint32Array, normals: Float32Array, accepts: (vertex: number) => boolean): void {
  for (let k = 0; k < indices.length; k += 3) {
    const a = 3 * indices[k];
    const b = 3 * indices[k + 1];
    const c = 3 * indices[k + 2];
    const ux = positions[b] - positions[a];
    const uy = positions[b + 1] - positions[a + 1];
    const uz = positions[b + 2] - positions[a + 2];
    const vx = positions[c] - positions[a];
    const vy = positions[c + 1] - positions[a + 1];
    const vz = positions[c + 2] - positions[a + 2];
    const nx = uy * vz - uz * vy;
    const ny = uz * vx - ux * vz;
    const nz = ux * vy - uy * vx;
    for (const at of [a, b, c]) {
      if (!accepts(at / 3)) continue;
      normals[at] += nx;
      normals[at + 1] += ny;
      normals[at + 2] += nz;
    }
  }
}

/**
 * Unit normals, out of the region: of the sheet where a vertex belongs to it, else of the wall and the caps. A vertex whose
 * triangles all have no area gets the direction of the third axis.
 */
export function vertexNormals(
  positions: Float32Array, sheet: Uint32Array, others: readonly Uint32Array[],
): Float32Array<ArrayBuffer> {
  const normals = new Float32Array(positions.length);
  const isOnSheet = new Uint8Array(positions.length / 3);
  for (const vertex of sheet) isOnSheet[vertex] = 1;
  addNormals(positions, sheet, normals, () => true);
  for (const indices of others) addNormals(positions, indices, normals, (vertex) => isOnSheet[vertex] === 0);
  for (let at = 0; at < normals.length; at += 3) {
    const length = Math.hypot(normals[at], normals[at + 1], normals[at + 2]);
    if (length > 0) for (let k = 0; k < 3; k++) normals[at + k] /= length;
    else normals[at + 2] = 1;
  }
  return normals;
}
