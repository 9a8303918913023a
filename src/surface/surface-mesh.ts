/**
 * The boundary of a region {field > level} over a three-axis grid, cut at the feasibility wall and closed at the box.
 * Coordinates are display coordinates: each axis runs from 0 at its first point to 1 at its last (a logarithmic axis is
 * even in logarithms), in the order of the grid's axes.
 */
export interface SurfaceMesh {
  /** x, y, z of each vertex. */
  readonly positions: Float32Array<ArrayBuffer>;
  /** Unit normal of each vertex of the sheet, out of the region. Walls and caps are flat: their normal is that of the face. */
  readonly normals: Float32Array<ArrayBuffer>;
  /** The colour field at each vertex, in the field's own unit. */
  readonly values: Float32Array<ArrayBuffer>;
  /** Triangles where the field crosses the level; three indices each, counter-clockwise seen from outside the region. */
  readonly sheet: Uint32Array<ArrayBuffer>;
  /** Triangles where the region ends at the feasibility wall. */
  readonly wall: Uint32Array<ArrayBuffer>;
  /** Triangles where the region ends at the box. */
  readonly caps: Uint32Array<ArrayBuffer>;
}
