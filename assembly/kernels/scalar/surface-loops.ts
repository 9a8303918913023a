import {
  AT_INDEX_CAPACITY, AT_INDICES, AT_LOOP_FACES, AT_RUN, ON_CREASE, ON_FIELD, ON_WALL, PART_CAPS, PART_SHEET, PART_WALL,
} from "../../surface-layout";
import { creaseVertex } from "./surface-crease";
import { addVertex, edgeVertex } from "./surface-vertices";

/** The two faces of a cube that an edge lies on, a bit each. */
function facesOfEdge(edge: i32): i32 {
  const axis: i32 = edge >> 2;
  const lower: i32 = axis == 0 ? 2 : 0;
  const upper: i32 = axis == 2 ? 2 : 4;
  return (1 << (lower + (edge & 1))) | (1 << (upper + ((edge >> 1) & 1)));
}

/** Writes a loop's vertices, with the crease between a vertex on the field and one on the wall; returns how many. */
export function gatherLoop(
  shape: StaticArray<i32>, axes: StaticArray<f64>, field: StaticArray<f64>, colour: StaticArray<f64>,
  table: StaticArray<i32>, caches: StaticArray<i32>, loop: StaticArray<i32>, ends: StaticArray<f64>,
  positions: StaticArray<f32>, values: StaticArray<f32>, kinds: StaticArray<u8>,
  at: i32, length: i32, I: i32, J: i32, K: i32, level: f64,
): i32 {
  const first = edgeVertex(shape, axes, field, colour, caches, positions, values, kinds, table[at], I, J, K, level);
  let vertex = first;
  let count: i32 = 0;
  for (let k: i32 = 0; k < length; ++k) {
    const next = k + 1 < length
      ? edgeVertex(shape, axes, field, colour, caches, positions, values, kinds, table[at + 2 * k + 2], I, J, K, level)
      : first;
    loop[AT_LOOP_FACES + count] = facesOfEdge(table[at + 2 * k]);
    loop[count++] = vertex;
    const kind: i32 = kinds[vertex];
    const nextKind: i32 = kinds[next];
    if (kind != nextKind && kind + nextKind == ON_FIELD + ON_WALL) {
      const outline = table[at + 2 * k + 1];
      loop[AT_LOOP_FACES + count] = 1 << (outline >> 1);
      loop[count++] = creaseVertex(
        shape, axes, field, colour, caches, ends, positions, values, kinds, outline, I, J, K, level,
        kind == ON_FIELD ? vertex : next, kind == ON_FIELD ? next : vertex);
    }
    vertex = next;
  }
  return count;
}

/** The next place in a loop. */
function following(k: i32, count: i32): i32 {
  return k + 1 < count ? k + 1 : 0;
}

/** Triangles of a loop at the box. */
export function addCap(
  shape: StaticArray<i32>, loop: StaticArray<i32>, count: i32, positions: StaticArray<f32>, values: StaticArray<f32>,
  kinds: StaticArray<u8>, caps: StaticArray<i32>,
): void {
  addPolygon(shape, loop, 0, count, positions, values, kinds, caps, PART_CAPS);
}

/** Triangles of a loop within the box: no triangle belongs to both the sheet and the wall, which meet along the line between creases. */
export function addParts(
  shape: StaticArray<i32>, loop: StaticArray<i32>, count: i32, positions: StaticArray<f32>, values: StaticArray<f32>,
  kinds: StaticArray<u8>, sheet: StaticArray<i32>, wall: StaticArray<i32>,
): void {
  let creases: i32 = 0;
  let first: i32 = 0;
  let second: i32 = 0;
  for (let k: i32 = 0; k < count; ++k) {
    if (kinds[loop[k]] != ON_CREASE) continue;
    first = second;
    second = k;
    creases++;
  }
  if (creases == 0) {
    addPart(shape, loop, 0, count, positions, values, kinds, sheet, wall, kinds[loop[0]]);
  } else if (creases == 2 && (loop[AT_LOOP_FACES + first] & loop[AT_LOOP_FACES + second]) == 0) {
    addRun(shape, loop, count, first, second - first, positions, values, kinds, sheet, wall);
    addRun(shape, loop, count, second, first + count - second, positions, values, kinds, sheet, wall);
  } else {
    addHub(shape, loop, 0, count, positions, values, kinds, sheet, wall, PART_SHEET, PART_WALL);
  }
}

/** The polygon from the crease at `from` to the one `steps` further on. */
function addRun(
  shape: StaticArray<i32>, loop: StaticArray<i32>, count: i32, from: i32, steps: i32, positions: StaticArray<f32>,
  values: StaticArray<f32>, kinds: StaticArray<u8>, sheet: StaticArray<i32>, wall: StaticArray<i32>,
): void {
  let k = from;
  for (let step: i32 = 0; step <= steps; ++step) {
    loop[AT_RUN + step] = loop[k];
    loop[AT_RUN + AT_LOOP_FACES + step] = loop[AT_LOOP_FACES + k];
    k = following(k, count);
  }
  addPart(shape, loop, AT_RUN, steps + 1, positions, values, kinds, sheet, wall, kinds[loop[AT_RUN + 1]]);
}

function addPart(
  shape: StaticArray<i32>, loop: StaticArray<i32>, at: i32, count: i32, positions: StaticArray<f32>, values: StaticArray<f32>,
  kinds: StaticArray<u8>, sheet: StaticArray<i32>, wall: StaticArray<i32>, kind: i32,
): void {
  if (kind == ON_WALL) addPolygon(shape, loop, at, count, positions, values, kinds, wall, PART_WALL);
  else addPolygon(shape, loop, at, count, positions, values, kinds, sheet, PART_SHEET);
}

/**
 * Triangles of the polygon loop[at…at+count): from one of its vertices if no diagonal then lies within a face of the cube, where the
 * neighbour could have the same one and an edge would belong to four triangles; else from a vertex in the middle.
 */
function addPolygon(
  shape: StaticArray<i32>, loop: StaticArray<i32>, at: i32, count: i32, positions: StaticArray<f32>, values: StaticArray<f32>,
  kinds: StaticArray<u8>, indices: StaticArray<i32>, part: i32,
): void {
  const apex = fanApex(loop, at, count);
  if (apex < 0) {
    addHub(shape, loop, at, count, positions, values, kinds, indices, indices, part, part);
    return;
  }
  let k = following(apex, count);
  for (let step: i32 = 2; step < count; ++step) {
    const next = following(k, count);
    addTriangle(shape, indices, part, loop[at + apex], loop[at + k], loop[at + next]);
    k = next;
  }
}

/** The first vertex that shares no face with any vertex that is not next to it, or −1. */
function fanApex(loop: StaticArray<i32>, at: i32, count: i32): i32 {
  for (let apex: i32 = 0; apex < count; ++apex) {
    let shared: i32 = 0;
    let k = following(apex, count);
    for (let step: i32 = 3; step < count; ++step) {
      k = following(k, count);
      shared |= loop[at + AT_LOOP_FACES + k];
    }
    if ((shared & loop[at + AT_LOOP_FACES + apex]) == 0) return apex;
  }
  return -1;
}

/** Triangles from a new vertex in the middle of the polygon to each of its sides; sides on the wall go to `wall`, others to `rest`. */
function addHub(
  shape: StaticArray<i32>, loop: StaticArray<i32>, at: i32, count: i32, positions: StaticArray<f32>, values: StaticArray<f32>,
  kinds: StaticArray<u8>, rest: StaticArray<i32>, wall: StaticArray<i32>, restPart: i32, wallPart: i32,
): void {
  let x: f64 = 0.0;
  let y: f64 = 0.0;
  let z: f64 = 0.0;
  let value: f64 = 0.0;
  for (let k: i32 = 0; k < count; ++k) {
    const vertex = loop[at + k];
    x += positions[3 * vertex];
    y += positions[3 * vertex + 1];
    z += positions[3 * vertex + 2];
    value += values[vertex];
  }
  const hub = addVertex(shape, positions, values, kinds, x / count, y / count, z / count, value / count, ON_CREASE);
  for (let k: i32 = 0; k < count; ++k) {
    const from = loop[at + k];
    const to = loop[at + following(k, count)];
    if (kinds[from] == ON_WALL || kinds[to] == ON_WALL) addTriangle(shape, wall, wallPart, hub, from, to);
    else addTriangle(shape, rest, restPart, hub, from, to);
  }
}

/** Writes a triangle; where there is no room it is only counted. */
function addTriangle(shape: StaticArray<i32>, indices: StaticArray<i32>, part: i32, a: i32, b: i32, c: i32): void {
  const at = shape[AT_INDICES + part];
  shape[AT_INDICES + part] = at + 3;
  if (at + 3 > shape[AT_INDEX_CAPACITY]) return;
  indices[at] = a;
  indices[at + 1] = b;
  indices[at + 2] = c;
}
