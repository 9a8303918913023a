import {
  AT_INDEX_CAPACITY, AT_INDICES, AT_NX, AT_NY, AT_NZ, AT_PREVIOUS_START, AT_SLAB_START, AT_VERTEX_CAPACITY, AT_VERTICES, CASE_LENGTH,
  MAX_LOOP, NODE_INSIDE, ON_CREASE, ON_FIELD, ON_WALL, PART_CAPS, PART_SHEET, PART_WALL,
} from "../../surface-layout";
import { creaseVertex, edgeVertex } from "./surface-vertices";

/**
 * Marching cubes over the marked grid, closed at the wall and at the box. `axes` holds the display coordinates of the three
 * axes, then the three parts of the wall's clearance; `table` the loops of all 256 cases (see `makeLoopTable`); `planes` two
 * planes of the padded grid; `loop` two times MAX_LOOP entries. The caches start at zero. Returns 0, or 1 where a capacity
 * was too small: then nothing beyond it was written, and the counts in `shape` say what is needed at least.
 */
export function extractSurface(
  shape: StaticArray<i32>, axes: StaticArray<f64>, field: StaticArray<f64>, colour: StaticArray<f64>, marks: StaticArray<u8>,
  table: StaticArray<i32>, planes: StaticArray<u8>, caches: StaticArray<i32>, loop: StaticArray<i32>,
  positions: StaticArray<f32>, values: StaticArray<f32>, kinds: StaticArray<u8>,
  sheet: StaticArray<i32>, wall: StaticArray<i32>, caps: StaticArray<i32>, level: f64,
): i32 {
  const nx = shape[AT_NX];
  const ny = shape[AT_NY];
  const nz = shape[AT_NZ];
  const width: i32 = nz + 2;
  const plane: i32 = (ny + 2) * width;
  for (let I: i32 = 0; I <= nx; ++I) {
    shape[AT_PREVIOUS_START] = shape[AT_SLAB_START];
    shape[AT_SLAB_START] = shape[AT_VERTICES];
    copyPlane(marks, planes, ((I + 1) & 1) * plane, I, nx, ny, nz);
    const near: i32 = (I & 1) * plane;
    const far: i32 = ((I + 1) & 1) * plane;
    for (let J: i32 = 0; J <= ny; ++J) {
      const row: i32 = J * width;
      let bits: i32 = cornerBits(planes, near + row, far + row, width);
      for (let K: i32 = 0; K <= nz; ++K) {
        const next = cornerBits(planes, near + row + K + 1, far + row + K + 1, width);
        const corners: i32 = bits | (next << 4);
        bits = next;
        if (corners == 0 || corners == 255) continue;
        const isPadded = I == 0 || I == nx || J == 0 || J == ny || K == 0 || K == nz;
        let at: i32 = corners * CASE_LENGTH;
        const loops = table[at++];
        for (let l: i32 = 0; l < loops; ++l) {
          const length = table[at++];
          const count = gatherLoop(
            shape, axes, field, colour, marks, table, caches, loop, positions, values, kinds, at, length, I, J, K, level);
          if (shape[AT_VERTICES] > shape[AT_VERTEX_CAPACITY]) return 1;
          if (isPadded) addFan(shape, loop, 0, count, caps, PART_CAPS);
          else addParts(shape, loop, count, kinds, sheet, wall);
          at += 2 * length;
        }
      }
    }
    if (isIndexShort(shape)) return 1;
  }
  return 0;
}

function isIndexShort(shape: StaticArray<i32>): bool {
  const capacity = shape[AT_INDEX_CAPACITY];
  return shape[AT_INDICES] > capacity || shape[AT_INDICES + 1] > capacity || shape[AT_INDICES + 2] > capacity;
}

/** Writes which nodes of padded plane `I`+1 are inside, with a border of nodes that are not. */
function copyPlane(marks: StaticArray<u8>, planes: StaticArray<u8>, to: i32, i: i32, nx: i32, ny: i32, nz: i32): void {
  const width: i32 = nz + 2;
  for (let j: i32 = 0; j < ny; ++j) {
    const row: i32 = to + (j + 1) * width + 1;
    const from: i32 = (i * ny + j) * nz;
    for (let k: i32 = 0; k < nz; ++k) planes[row + k] = u8(i < nx && marks[from + k] == NODE_INSIDE ? 1 : 0);
  }
}

/** The four corners at one K: bit 0 (J), bit 1 (J+1) of the near plane, bits 2 and 3 of the far one. */
function cornerBits(planes: StaticArray<u8>, near: i32, far: i32, width: i32): i32 {
  return planes[near] | (planes[near + width] << 1) | (planes[far] << 2) | (planes[far + width] << 3);
}

/** Writes a loop's vertices, with the crease between a vertex on the field and one on the wall; returns how many. */
function gatherLoop(
  shape: StaticArray<i32>, axes: StaticArray<f64>, field: StaticArray<f64>, colour: StaticArray<f64>, marks: StaticArray<u8>,
  table: StaticArray<i32>, caches: StaticArray<i32>, loop: StaticArray<i32>,
  positions: StaticArray<f32>, values: StaticArray<f32>, kinds: StaticArray<u8>,
  at: i32, length: i32, I: i32, J: i32, K: i32, level: f64,
): i32 {
  const first = edgeVertex(shape, axes, field, colour, marks, caches, positions, values, kinds, table[at], I, J, K, level);
  let vertex = first;
  let count: i32 = 0;
  for (let k: i32 = 0; k < length; ++k) {
    const next = k + 1 < length
      ? edgeVertex(shape, axes, field, colour, marks, caches, positions, values, kinds, table[at + 2 * k + 2], I, J, K, level)
      : first;
    loop[count++] = vertex;
    const kind: i32 = kinds[vertex];
    const nextKind: i32 = kinds[next];
    if (kind + nextKind == ON_FIELD + ON_WALL && kind != nextKind) {
      const onField = kind == ON_FIELD ? vertex : next;
      const onWall = kind == ON_FIELD ? next : vertex;
      loop[count++] = creaseVertex(
        shape, axes, field, caches, positions, values, kinds, table[at + 2 * k + 1], I, J, K, level, onField, onWall);
    }
    vertex = next;
  }
  return count;
}

/** Splits a loop at its creases: runs on the field go to the sheet, runs on the wall to the wall, what is left between to the sheet. */
function addParts(
  shape: StaticArray<i32>, loop: StaticArray<i32>, count: i32, kinds: StaticArray<u8>, sheet: StaticArray<i32>, wall: StaticArray<i32>,
): void {
  let crease: i32 = -1;
  for (let k: i32 = 0; k < count && crease < 0; ++k) if (kinds[loop[k]] == ON_CREASE) crease = k;
  if (crease < 0) {
    addPart(shape, loop, 0, count, kinds[loop[0]], sheet, wall);
    return;
  }
  let creases: i32 = 0;
  let run: i32 = MAX_LOOP;
  let kind = ON_FIELD;
  for (let step: i32 = 0; step <= count; ++step) {
    const vertex = loop[(crease + step) % count];
    loop[run++] = vertex;
    if (kinds[vertex] != ON_CREASE) {
      kind = kinds[vertex];
    } else if (step > 0) {
      addPart(shape, loop, MAX_LOOP, run - MAX_LOOP, kind, sheet, wall);
      run = MAX_LOOP;
      loop[run++] = vertex;
      creases++;
    }
  }
  if (creases < 3) return;
  run = MAX_LOOP;
  for (let k: i32 = 0; k < count; ++k) if (kinds[loop[k]] == ON_CREASE) loop[run++] = loop[k];
  addFan(shape, loop, MAX_LOOP, creases, sheet, PART_SHEET);
}

function addPart(
  shape: StaticArray<i32>, loop: StaticArray<i32>, at: i32, count: i32, kind: i32, sheet: StaticArray<i32>, wall: StaticArray<i32>,
): void {
  if (kind == ON_WALL) addFan(shape, loop, at, count, wall, PART_WALL);
  else addFan(shape, loop, at, count, sheet, PART_SHEET);
}

/** Triangles of the polygon loop[at…at+count), all from its first vertex. */
function addFan(shape: StaticArray<i32>, loop: StaticArray<i32>, at: i32, count: i32, indices: StaticArray<i32>, part: i32): void {
  let index = shape[AT_INDICES + part];
  const needed: i32 = count < 3 ? 0 : 3 * (count - 2);
  shape[AT_INDICES + part] += needed;
  if (shape[AT_INDICES + part] > shape[AT_INDEX_CAPACITY]) return;
  for (let k: i32 = 2; k < count; ++k) {
    indices[index++] = loop[at];
    indices[index++] = loop[at + k - 1];
    indices[index++] = loop[at + k];
  }
}
