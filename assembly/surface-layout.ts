/**
 * The header of a surface extraction: sizes, capacities and running counts. The grid is padded by one layer of outside nodes on
 * every side, which lie on the box, so that the surface closes there.
 */
export const AT_NX: i32 = 0;
export const AT_NY: i32 = 1;
export const AT_NZ: i32 = 2;
export const AT_VERTEX_CAPACITY: i32 = 3;
export const AT_INDEX_CAPACITY: i32 = 4;
export const AT_VERTICES: i32 = 5;
/** Indices written so far to the sheet, the wall and the caps. */
export const AT_INDICES: i32 = 6;
/** First vertex made in this slab of cubes, and in the one before: older cached vertices belong to other edges. */
export const AT_SLAB_START: i32 = 9;
export const AT_PREVIOUS_START: i32 = 10;
export const SHAPE_LENGTH: i32 = 11;

/** Parts of the mesh, in the order of their index counts. */
export const PART_SHEET: i32 = 0;
export const PART_WALL: i32 = 1;
export const PART_CAPS: i32 = 2;

/** What a vertex lies on. */
export const ON_FIELD: i32 = 0;
export const ON_WALL: i32 = 1;
export const ON_BOX: i32 = 2;
export const ON_CREASE: i32 = 3;

/** What a node of the grid is. */
export const NODE_INFEASIBLE: i32 = 0;
export const NODE_OUTSIDE: i32 = 1;
export const NODE_INSIDE: i32 = 2;

/** Caches of vertices, one plane of the padded grid each: edges along x, y (two planes), z (two), faces across y, z, x (two). */
export const CACHE_PLANES: i32 = 9;

/** Entries of a case in the table of loops: the number of loops, then for each its length and pairs (edge, face after it). */
export const CASE_LENGTH: i32 = 32;

/** At most this many vertices has a loop, creases included. */
export const MAX_LOOP: i32 = 24;
