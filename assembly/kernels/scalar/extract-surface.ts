import {
  AT_INDEX_CAPACITY, AT_INDICES, AT_NX, AT_NY, AT_NZ, AT_PREVIOUS_START, AT_SLAB_START, AT_VERTEX_CAPACITY, AT_VERTICES, CASE_LENGTH,
} from "../../surface-layout";
import { addCap, addParts, gatherLoop } from "./surface-loops";
import { writeNormals } from "./surface-normals";

/**
 * Marching cubes over the grid, closed at the wall and at the box. `field` is NaN where a node is infeasible; `colour` may be so
 * only there. `axes` holds the display coordinates of the three axes, then the three parts of the wall's clearance; `table` the
 * loops of all 256 cases (see `makeLoopTable`); `planes` two planes of rows, a bit a node of the padded grid. Planes, caches and
 * normals start at zero. Returns 0, or 1 where a capacity was too small: then nothing was written beyond it.
 */
export function extractSurface(
  shape: StaticArray<i32>, axes: StaticArray<f64>, field: StaticArray<f64>, colour: StaticArray<f64>,
  table: StaticArray<i32>, planes: StaticArray<i32>, caches: StaticArray<i32>, loop: StaticArray<i32>, ends: StaticArray<f64>,
  positions: StaticArray<f32>, normals: StaticArray<f32>, values: StaticArray<f32>, kinds: StaticArray<u8>,
  sheet: StaticArray<i32>, wall: StaticArray<i32>, caps: StaticArray<i32>, level: f64,
): i32 {
  const nx = shape[AT_NX];
  const ny = shape[AT_NY];
  const words: i32 = (shape[AT_NZ] + 33) >> 5;
  const plane: i32 = (ny + 2) * words;
  for (let I: i32 = 0; I <= nx; ++I) {
    shape[AT_PREVIOUS_START] = shape[AT_SLAB_START];
    shape[AT_SLAB_START] = shape[AT_VERTICES];
    const near: i32 = (I & 1) * plane;
    const far: i32 = plane - near;
    markPlane(shape, field, planes, far, I, level);
    for (let J: i32 = 0; J <= ny; ++J) {
      const a: i32 = near + J * words;
      const c: i32 = far + J * words;
      for (let word: i32 = 0; word < words; ++word) {
        let crossed = crossedCubes(planes, a, a + words, c, c + words, word, words);
        while (crossed != 0) {
          const K: i32 = 32 * word + ctz(crossed);
          crossed &= crossed - 1;
          const corners: i32 = cornersAt(planes, a, a + words, c, c + words, K)
            | (cornersAt(planes, a, a + words, c, c + words, K + 1) << 4);
          addCube(
            shape, axes, field, colour, table, caches, loop, ends, positions, values, kinds, sheet, wall, caps, corners, I, J, K, level);
          if (isShort(shape)) return 1;
        }
      }
    }
  }
  writeNormals(shape, positions, normals, kinds, sheet, wall, caps);
  return 0;
}

/** Writes which nodes of grid plane `i` are inside, in rows with a border that is not; behind the last plane none are. */
function markPlane(shape: StaticArray<i32>, field: StaticArray<f64>, planes: StaticArray<i32>, to: i32, i: i32, level: f64): void {
  const ny = shape[AT_NY];
  const nz = shape[AT_NZ];
  const words: i32 = (nz + 33) >> 5;
  const isBehind = i >= shape[AT_NX];
  for (let j: i32 = 0; j < ny; ++j) {
    const row: i32 = to + (j + 1) * words;
    const from: i32 = (i * ny + j) * nz - 1;
    for (let word: i32 = 0; word < words; ++word) {
      let bits: i32 = 0;
      if (!isBehind) {
        const start: i32 = word == 0 ? 1 : 32 * word;
        const end: i32 = 32 * word + 32 > nz + 1 ? nz + 1 : 32 * word + 32;
        for (let k: i32 = start; k < end; ++k) bits |= (field[from + k] > level ? 1 : 0) << (k & 31);
      }
      planes[row + word] = bits;
    }
  }
}

/** The cubes of a row of which some corners are inside and some are not, a bit each. */
function crossedCubes(planes: StaticArray<i32>, a: i32, b: i32, c: i32, d: i32, word: i32, words: i32): i32 {
  const some: i32 = planes[a + word] | planes[b + word] | planes[c + word] | planes[d + word];
  const all: i32 = planes[a + word] & planes[b + word] & planes[c + word] & planes[d + word];
  let someNext: i32 = some >>> 1;
  let allNext: i32 = all >>> 1;
  if (word + 1 < words) {
    const after: i32 = word + 1;
    someNext |= (planes[a + after] | planes[b + after] | planes[c + after] | planes[d + after]) << 31;
    allNext |= (planes[a + after] & planes[b + after] & planes[c + after] & planes[d + after]) << 31;
  }
  return (some | someNext) & ~(all & allNext);
}

/** The four corners at one K: bit 0 (J), bit 1 (J+1) of the near plane, bits 2 and 3 of the far one. */
function cornersAt(planes: StaticArray<i32>, a: i32, b: i32, c: i32, d: i32, K: i32): i32 {
  const word: i32 = K >> 5;
  const bit: i32 = K & 31;
  return ((planes[a + word] >>> bit) & 1) | (((planes[b + word] >>> bit) & 1) << 1)
    | (((planes[c + word] >>> bit) & 1) << 2) | (((planes[d + word] >>> bit) & 1) << 3);
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
