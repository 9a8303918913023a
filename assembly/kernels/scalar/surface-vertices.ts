import {
  AT_NX, AT_NY, AT_NZ, AT_PREVIOUS_START, AT_SLAB_START, AT_VERTEX_CAPACITY, AT_VERTICES, NODE_INFEASIBLE, NODE_INSIDE, ON_BOX,
  ON_CREASE, ON_FIELD, ON_WALL,
} from "../../surface-layout";

/** Clearances below this are the wall itself: α+β = 1 up to rounding. */
const WALL_CLEARANCE: f64 = 1e-12;

/** Where a point lies between two nodes, in [0, 1]. */
function clampShare(share: f64): f64 {
  return share > 0.0 ? (share < 1.0 ? share : 1.0) : 0.0;
}

function addVertex(
  shape: StaticArray<i32>, positions: StaticArray<f32>, values: StaticArray<f32>, kinds: StaticArray<u8>,
  x: f64, y: f64, z: f64, value: f64, kind: i32,
): i32 {
  const vertex = shape[AT_VERTICES]++;
  if (vertex >= shape[AT_VERTEX_CAPACITY]) return 0;
  positions[3 * vertex] = f32(x);
  positions[3 * vertex + 1] = f32(y);
  positions[3 * vertex + 2] = f32(z);
  values[vertex] = f32(value);
  kinds[vertex] = u8(kind);
  return vertex;
}

/** Clearance from the wall at padded node (I, J, K): χ up to rounding; see `wallClearance`. */
function clearanceAt(shape: StaticArray<i32>, axes: StaticArray<f64>, i: i32, j: i32, k: i32): f64 {
  const nx = shape[AT_NX];
  const ny = shape[AT_NY];
  const at: i32 = nx + ny + shape[AT_NZ];
  return axes[at + i] + axes[at + nx + j] + axes[at + nx + ny + k];
}

/** Share of the way from a feasible to an infeasible node at which the wall stands. */
function wallShare(from: f64, to: f64): f64 {
  if (from <= 0.0 || to > WALL_CLEARANCE) return 0.0;
  return to < 0.0 ? from / (from - to) : 1.0;
}

/** Node's coordinate kept within the grid: padding lies on the box. */
function within(padded: i32, count: i32): i32 {
  const node: i32 = padded - 1;
  return node < 0 ? 0 : node >= count ? count - 1 : node;
}

/**
 * The vertex on the edge of cube (I, J, K) numbered `edge` (0-3 along x, 4-7 along y, 8-11 along z), made where it is not there
 * yet. The edge crosses the surface: exactly one of its nodes is inside.
 */
export function edgeVertex(
  shape: StaticArray<i32>, axes: StaticArray<f64>, field: StaticArray<f64>, colour: StaticArray<f64>, marks: StaticArray<u8>,
  caches: StaticArray<i32>, positions: StaticArray<f32>, values: StaticArray<f32>, kinds: StaticArray<u8>,
  edge: i32, I: i32, J: i32, K: i32, level: f64,
): i32 {
  const axis: i32 = edge >> 2;
  const first: i32 = edge & 1;
  const second: i32 = (edge >> 1) & 1;
  const i0: i32 = axis == 0 ? I : I + first;
  const j0: i32 = axis == 0 ? J + first : axis == 1 ? J : J + second;
  const k0: i32 = axis == 2 ? K : K + second;
  const width: i32 = shape[AT_NZ] + 2;
  const plane: i32 = (shape[AT_NY] + 2) * width;
  const slot: i32 = axis == 0 ? 0 : 2 * axis - 1 + (i0 & 1);
  const cacheAt: i32 = slot * plane + j0 * width + k0;
  const oldest = axis == 0 || i0 > I ? shape[AT_SLAB_START] : shape[AT_PREVIOUS_START];
  if (caches[cacheAt] > oldest) return caches[cacheAt] - 1;
  const vertex = makeEdgeVertex(
    shape, axes, field, colour, marks, positions, values, kinds,
    i0, j0, k0, axis == 0 ? i0 + 1 : i0, axis == 1 ? j0 + 1 : j0, axis == 2 ? k0 + 1 : k0, level);
  caches[cacheAt] = vertex + 1;
  return vertex;
}

function isPadding(padded: i32, count: i32): bool {
  return padded == 0 || padded == count + 1;
}

function makeEdgeVertex(
  shape: StaticArray<i32>, axes: StaticArray<f64>, field: StaticArray<f64>, colour: StaticArray<f64>, marks: StaticArray<u8>,
  positions: StaticArray<f32>, values: StaticArray<f32>, kinds: StaticArray<u8>,
  i0: i32, j0: i32, k0: i32, i1: i32, j1: i32, k1: i32, level: f64,
): i32 {
  const nx = shape[AT_NX];
  const ny = shape[AT_NY];
  const nz = shape[AT_NZ];
  const ia = within(i0, nx);
  const ja = within(j0, ny);
  const ka = within(k0, nz);
  const ib = within(i1, nx);
  const jb = within(j1, ny);
  const kb = within(k1, nz);
  const a: i32 = (ia * ny + ja) * nz + ka;
  const b: i32 = (ib * ny + jb) * nz + kb;
  const onBox = isPadding(i0, nx) || isPadding(j0, ny) || isPadding(k0, nz) || isPadding(i1, nx) || isPadding(j1, ny) || isPadding(k1, nz);
  let share: f64 = 0.0;
  let kind = ON_BOX;
  if (!onBox) {
    const isAInside = marks[a] == NODE_INSIDE;
    const inner = isAInside ? a : b;
    const outer = isAInside ? b : a;
    const height = field[inner] - level;
    const drop = field[inner] - field[outer];
    const onField = drop > 0.0 ? clampShare(height / drop) : 1.0;
    kind = ON_FIELD;
    share = onField;
    if (marks[outer] == NODE_INFEASIBLE) {
      const clearA = clearanceAt(shape, axes, ia, ja, ka);
      const clearB = clearanceAt(shape, axes, ib, jb, kb);
      const onWall = wallShare(isAInside ? clearA : clearB, isAInside ? clearB : clearA);
      if (!(onField < onWall)) {
        kind = ON_WALL;
        share = onWall;
      }
    }
    if (!isAInside) share = 1.0 - share;
  }
  const x = axes[ia] + (axes[ib] - axes[ia]) * share;
  const y = axes[nx + ja] + (axes[nx + jb] - axes[nx + ja]) * share;
  const z = axes[nx + ny + ka] + (axes[nx + ny + kb] - axes[nx + ny + ka]) * share;
  let value = colour[a] + (colour[b] - colour[a]) * share;
  if (value != value) value = marks[a] != NODE_INFEASIBLE ? colour[a] : colour[b];
  return addVertex(shape, positions, values, kinds, x, y, z, value, kind);
}

/**
 * The vertex on a face of cube (I, J, K) where the sheet meets the wall, made where it is not there yet; `face` is 2·axis + side.
 * `onField` and `onWall` are the face's two crossings that it lies between. Both cubes of the face find the same point.
 */
export function creaseVertex(
  shape: StaticArray<i32>, axes: StaticArray<f64>, field: StaticArray<f64>, caches: StaticArray<i32>,
  positions: StaticArray<f32>, values: StaticArray<f32>, kinds: StaticArray<u8>,
  face: i32, I: i32, J: i32, K: i32, level: f64, onField: i32, onWall: i32,
): i32 {
  const axis: i32 = face >> 1;
  const side: i32 = face & 1;
  const i0: i32 = axis == 0 ? I + side : I;
  const j0: i32 = axis == 1 ? J + side : J;
  const k0: i32 = axis == 2 ? K + side : K;
  const width: i32 = shape[AT_NZ] + 2;
  const plane: i32 = (shape[AT_NY] + 2) * width;
  const slot: i32 = axis == 1 ? 5 : axis == 2 ? 6 : 7 + (i0 & 1);
  const cacheAt: i32 = slot * plane + j0 * width + k0;
  const oldest = axis != 0 || i0 > I ? shape[AT_SLAB_START] : shape[AT_PREVIOUS_START];
  if (caches[cacheAt] > oldest) return caches[cacheAt] - 1;

  let ends: i32 = 0;
  let x0: f64 = 0.0;
  let y0: f64 = 0.0;
  let z0: f64 = 0.0;
  let f0: f64 = 0.0;
  let x1: f64 = 0.0;
  let y1: f64 = 0.0;
  let z1: f64 = 0.0;
  let f1: f64 = 0.0;
  const nx = shape[AT_NX];
  const ny = shape[AT_NY];
  const nz = shape[AT_NZ];
  for (let side4: i32 = 0; side4 < 4; ++side4) {
    const next: i32 = (side4 + 1) & 3;
    const p0: i32 = ((side4 + 1) >> 1) & 1;
    const q0: i32 = side4 >> 1;
    const p1: i32 = ((next + 1) >> 1) & 1;
    const q1: i32 = next >> 1;
    const ia = within(axis == 0 ? i0 : i0 + p0, nx);
    const ja = within(axis == 1 ? j0 : axis == 0 ? j0 + p0 : j0 + q0, ny);
    const ka = within(axis == 2 ? k0 : k0 + q0, nz);
    const ib = within(axis == 0 ? i0 : i0 + p1, nx);
    const jb = within(axis == 1 ? j0 : axis == 0 ? j0 + p1 : j0 + q1, ny);
    const kb = within(axis == 2 ? k0 : k0 + q1, nz);
    const clearA = clearanceAt(shape, axes, ia, ja, ka);
    const clearB = clearanceAt(shape, axes, ib, jb, kb);
    if (clearA > WALL_CLEARANCE == clearB > WALL_CLEARANCE) continue;
    const share = clampShare(clearA / (clearA - clearB));
    const fa = field[(ia * ny + ja) * nz + ka];
    const fb = field[(ib * ny + jb) * nz + kb];
    const f = fa + (fb - fa) * share - level;
    const ex = axes[ia] + (axes[ib] - axes[ia]) * share;
    const ey = axes[nx + ja] + (axes[nx + jb] - axes[nx + ja]) * share;
    const ez = axes[nx + ny + ka] + (axes[nx + ny + kb] - axes[nx + ny + ka]) * share;
    if (ends == 0) {
      x0 = ex;
      y0 = ey;
      z0 = ez;
      f0 = f;
    } else {
      x1 = ex;
      y1 = ey;
      z1 = ez;
      f1 = f;
    }
    ends++;
  }
  let x: f64 = (positions[3 * onField] + positions[3 * onWall]) / 2.0;
  let y: f64 = (positions[3 * onField + 1] + positions[3 * onWall + 1]) / 2.0;
  let z: f64 = (positions[3 * onField + 2] + positions[3 * onWall + 2]) / 2.0;
  if (ends >= 2) {
    const dx = x1 - x0;
    const dy = y1 - y0;
    const dz = z1 - z0;
    const length2 = dx * dx + dy * dy + dz * dz;
    const along = f0 > 0.0 != f1 > 0.0 && f0 == f0 && f1 == f1
      ? clampShare(f0 / (f0 - f1))
      : length2 > 0.0 ? clampShare(((x - x0) * dx + (y - y0) * dy + (z - z0) * dz) / length2) : 0.0;
    x = x0 + dx * along;
    y = y0 + dy * along;
    z = z0 + dz * along;
  }
  const value = (values[onField] + values[onWall]) / 2.0;
  const vertex = addVertex(shape, positions, values, kinds, x, y, z, value, ON_CREASE);
  caches[cacheAt] = vertex + 1;
  return vertex;
}
