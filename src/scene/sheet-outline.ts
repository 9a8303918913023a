/**
 * Edges that belong to one triangle only, as pairs of vertex indices: where a sheet ends at a wall, a cap or the box. `triangles`
 * holds three indices each, vertices shared.
 */
export function outlineEdges(triangles: Uint32Array): Uint32Array<ArrayBuffer> {
  let highest = 0;
  for (const index of triangles) if (index > highest) highest = index;
  const stride = highest + 1;
  const open = new Map<number, readonly [number, number]>();
  for (let corner = 0; corner < triangles.length; corner++) {
    const from = triangles[corner];
    const to = triangles[corner % 3 === 2 ? corner - 2 : corner + 1];
    const key = Math.min(from, to) * stride + Math.max(from, to);
    if (!open.delete(key)) open.set(key, [from, to]);
  }
  return Uint32Array.from([...open.values()].flat());
}
