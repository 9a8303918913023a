import {
  AT_INDEX_CAPACITY, AT_INDICES, AT_NX, AT_NY, AT_NZ, AT_PREVIOUS_START, AT_SLAB_START, AT_VERTEX_CAPACITY, AT_VERTICES, CASE_LENGTH,
} from "../../surface-layout";
import { addCap, addParts, gatherLoop } from "./surface-loops";
import { writeNormals } from "./surface-normals";

/** Writes which nodes of a grid plane are above the level; see `markPlane`. */
type MarkPlane = (shape: StaticArray<i32>, field: StaticArray<f64>, planes: StaticArray<i32>, to: i32, i: i32, level: f64) => void;

/** `walkSurface` with the scalar kernels. */
export function extractSurfaceScalar(
  shape: StaticArray<i32>, axes: StaticArray<f64>, field: StaticArray<f64>, colour: StaticArray<f64>,
  table: StaticArray<i32>, planes: StaticArray<i32>, caches: StaticArray<i32>, loop: StaticArray<i32>, ends: StaticArray<f64>,
  positions: StaticArray<f32>, normals: StaticArray<f32>, values: StaticArray<f32>, kinds: StaticArray<u8>,
  sheet: StaticArray<i32>, wall: StaticArray<i32>, caps: StaticArray<i32>, level: f64,
): i32 {
  return walkSurface(
    shape, axes, field, colour, table, planes, caches, loop, ends, positions, normals, values, kinds, sheet, wall, caps, level, markPlane);
}

/**
 * Marching cubes over the grid, closed at the wall and at the box. `field` is NaN where a node is infeasible; `colour` may be so
 * only there. `axes` holds the display coordinates of the three axes, then the three parts of the wall's clearance; `table` the
 * loops of all 256 cases (see `makeLoopTable`); `planes` two planes of rows, a bit a node of the padded grid.
 * Planes, caches and normals start at zero. Returns 0, or 1 where a capacity was too small: then nothing was written beyond it.
 */
export function walkSurface(
  shape: StaticArray<i32>, axes: StaticArray<f64>, field: StaticArray<f64>, colour: StaticArray<f64>,
  table: StaticArray<i32>, planes: StaticArray<i32>, caches: StaticArray<i32>, loop: StaticArray<i32>, ends: StaticArray<f64>,
  positions: StaticArray<f32>, normals: StaticArray<f32>, values: StaticArray<f32>, kinds: StaticArray<u8>,
  sheet: StaticArray<i32>, wall: StaticArray<i32>, caps: StaticArray<i32>, level: f64, mark: MarkPlane,
): i32 {
  const nx = shape[AT_NX];
  const ny = shape[AT_NY];
  const words = wordsOfRow(shape);
  const plane: i32 = (ny + 2) * words;
  for (let I: i32 = 0; I <= nx; ++I) {
    shape[AT_PREVIOUS_START] = shape[AT_SLAB_START];
    shape[AT_SLAB_START] = shape[AT_VERTICES];
    const near: i32 = (I & 1) * plane;
    const far: i32 = plane - near;
    if (I < nx) mark(shape, field, planes, far, I, level);
    else clearPlane(planes, far, plane);
    for (let J: i32 = 0; J <= ny; ++J) {
      for (let word: i32 = 0; word < words; ++word) {
        // The four rows of nodes along these cubes, and the same rows a node further on.
        const at: i32 = J * words + word;
        const isLast = word + 1 == words;
        const a0 = planes[near + at];
        const b0 = planes[near + at + words];
        const c0 = planes[far + at];
        const d0 = planes[far + at + words];
        const a1 = nextNodes(planes, near + at, isLast);
        const b1 = nextNodes(planes, near + at + words, isLast);
        const c1 = nextNodes(planes, far + at, isLast);
        const d1 = nextNodes(planes, far + at + words, isLast);
        let crossed: i32 = (a0 | b0 | c0 | d0 | a1 | b1 | c1 | d1) & ~(a0 & b0 & c0 & d0 & a1 & b1 & c1 & d1);
        while (crossed != 0) {
          const bit: i32 = ctz(crossed);
          crossed &= crossed - 1;
          const corners: i32 = ((a0 >>> bit) & 1) | (((b0 >>> bit) & 1) << 1) | (((c0 >>> bit) & 1) << 2) | (((d0 >>> bit) & 1) << 3)
            | (((a1 >>> bit) & 1) << 4) | (((b1 >>> bit) & 1) << 5) | (((c1 >>> bit) & 1) << 6) | (((d1 >>> bit) & 1) << 7);
          addCube(
            shape, axes, field, colour, table, caches, loop, ends, positions, values, kinds, sheet, wall, caps, corners, I, J,
            32 * word + bit, level);
          if (isShort(shape)) return 1;
        }
      }
    }
  }
  writeNormals(shape, positions, normals, kinds, sheet, wall, caps);
  return 0;
}

/** Words of a row's bits: a node each, and one on either side. */
export function wordsOfRow(shape: StaticArray<i32>): i32 {
  return (shape[AT_NZ] + 33) >> 5;
}

/** Writes which nodes of grid plane `i` are inside, in rows with a border that is not. */
function markPlane(shape: StaticArray<i32>, field: StaticArray<f64>, planes: StaticArray<i32>, to: i32, i: i32, level: f64): void {
  const ny = shape[AT_NY];
  const nz = shape[AT_NZ];
  const words = wordsOfRow(shape);
  for (let j: i32 = 0; j < ny; ++j) {
    const row: i32 = to + (j + 1) * words;
    const from: i32 = (i * ny + j) * nz - 1;
    for (let word: i32 = 0; word < words; ++word) {
      let bits: i32 = 0;
      const start: i32 = word == 0 ? 1 : 32 * word;
      const end: i32 = 32 * word + 32 > nz + 1 ? nz + 1 : 32 * word + 32;
      for (let k: i32 = start; k < end; ++k) bits |= (field[from + k] > level ? 1 : 0) << (k & 31);
      planes[row + word] = bits;
    }
  }
}

function clearPlane(planes: StaticArray<i32>, from: i32, count: i32): void {
  for (let k: i32 = 0; k < count; ++k) planes[from + k] = 0;
}

/** The 32 nodes that begin one after those of word `at`. */
function nextNodes(planes: StaticArray<i32>, at: i32, isLast: bool): i32 {
  const nodes: i32 = planes[at] >>> 1;
  return isLast ? nodes : nodes | (planes[at + 1] << 31);
}

/** The surface within cube (I, J, K), whose `corners` are those inside. */
function addCube(
  shape: StaticArray<i32>, axes: StaticArray<f64>, field: StaticArray<f64>, colour: StaticArray<f64>,
  table: StaticArray<i32>, caches: StaticArray<i32>, loop: StaticArray<i32>, ends: StaticArray<f64>,
  positions: StaticArray<f32>, values: StaticArray<f32>, kinds: StaticArray<u8>,
  sheet: StaticArray<i32>, wall: StaticArray<i32>, caps: StaticArray<i32>, corners: i32, I: i32, J: i32, K: i32, level: f64,
): void {
  const isPadded = I == 0 || I == shape[AT_NX] || J == 0 || J == shape[AT_NY] || K == 0 || K == shape[AT_NZ];
  let at: i32 = corners * CASE_LENGTH;
  const loops = table[at++];
  for (let n: i32 = 0; n < loops; ++n) {
    const length = table[at++];
    const count = gatherLoop(
      shape, axes, field, colour, table, caches, loop, ends, positions, values, kinds, at, length, I, J, K, level);
    if (shape[AT_VERTICES] > shape[AT_VERTEX_CAPACITY]) return;
    if (isPadded) addCap(shape, loop, count, positions, values, kinds, caps);
    else addParts(shape, loop, count, positions, values, kinds, sheet, wall);
    at += 2 * length;
  }
}

function isShort(shape: StaticArray<i32>): bool {
  const capacity = shape[AT_INDEX_CAPACITY];
  return shape[AT_VERTICES] > shape[AT_VERTEX_CAPACITY]
    || shape[AT_INDICES] > capacity || shape[AT_INDICES + 1] > capacity || shape[AT_INDICES + 2] > capacity;
}
