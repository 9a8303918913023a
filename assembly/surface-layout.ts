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
/**
 * First vertex made in this slab of cubes, and in the one before. A cached vertex that is older belongs to another edge: edges along
 * x are made in their slab, those in a plane in the first slab that has it.
 */
export const AT_SLAB_START: i32 = 9;
export const AT_PREVIOUS_START: i32 = 10;
export const SHAPE_LENGTH: i32 = 11;

/** Parts of the mesh, in the order of their index counts. */
export const PART_SHEET: i32 = 0;
export const PART_WALL: i32 = 1;
export const PART_CAPS: i32 = 2;

/** What a vertex lies on; when the triangles are known, all of the sheet's are marked `ON_SHEET`. */
export const ON_FIELD: i32 = 0;
export const ON_WALL: i32 = 1;
export const ON_BOX: i32 = 2;
export const ON_CREASE: i32 = 3;
export const ON_SHEET: i32 = 4;

/**
 * Caches of vertices, one plane of the padded grid each: edges along x, along y (two planes), along z (two); then creases on the
 * faces across y, z and x (two), each for two outlines.
 */
export const CACHE_CREASES: i32 = 5;
export const CACHE_PLANES: i32 = 13;

/**
 * Entries of a case in the table of loops: the number of loops, then for each its length and pairs (edge, outline after it). An
 * outline is 2·face + 1 where it cuts off a corner on the upper side, else 2·face: two on one face differ.
 */
export const CASE_LENGTH: i32 = 32;

/** At most this many vertices has a loop, creases included. */
export const MAX_LOOP: i32 = 24;
/** Scratch for one loop: its vertices, the faces that each lies on (a bit a face), and the same for a part that it is split into. */
export const AT_LOOP_FACES: i32 = 24;
export const AT_RUN: i32 = 48;
export const LOOP_LENGTH: i32 = 96;

/** Scratch for a crease: x, y, z, field and colour at the two ends of the wall's line across a face. */
export const END_LENGTH: i32 = 5;
export const ENDS_LENGTH: i32 = 10;
