import {
  AT_NX, AT_NY, AT_NZ, AT_PREVIOUS_START, AT_SLAB_START, AT_VERTEX_CAPACITY, AT_VERTICES, ON_BOX, ON_FIELD, ON_WALL,
} from "../../surface-layout";
import { clampShare, clearanceAt, riseAlong, WALL_CLEARANCE, within } from "./surface-nodes";

/** Makes a vertex and returns its number; where there is no room it is only counted, and the number is 0. */
export function addVertex(
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

/**
 * The vertex on the edge of cube (I, J, K) numbered `edge` (0-3 along x, 4-7 along y, 8-11 along z), made where it is not there
 * yet. The edge crosses the surface: exactly one of its nodes is inside.
 */
export function edgeVertex(
  shape: StaticArray<i32>, axes: StaticArray<f64>, field: StaticArray<f64>, colour: StaticArray<f64>, caches: StaticArray<i32>,
  positions: StaticArray<f32>, values: StaticArray<f32>, kinds: StaticArray<u8>, edge: i32, I: i32, J: i32, K: i32, level: f64,
): i32 {
  const axis: i32 = edge >> 2;
  const first: i32 = edge & 1;
  const second: i32 = (edge >> 1) & 1;
  const i: i32 = axis == 0 ? I : I + first;
  const j: i32 = axis == 0 ? J + first : axis == 1 ? J : J + second;
  const k: i32 = axis == 2 ? K : K + second;
  const width: i32 = shape[AT_NZ] + 2;
  const slot: i32 = axis == 0 ? 0 : 2 * axis - 1 + (i & 1);
  const cacheAt: i32 = (slot * (shape[AT_NY] + 2) + j) * width + k;
  const oldest = axis == 0 ? shape[AT_SLAB_START] : shape[AT_PREVIOUS_START];
  if (caches[cacheAt] > oldest) return caches[cacheAt] - 1;
  const vertex = makeEdgeVertex(shape, axes, field, colour, positions, values, kinds, axis, i, j, k, level);
  caches[cacheAt] = vertex + 1;
  return vertex;
}

/** Makes the vertex between padded node (i, j, k) and the next one along `axis`. */
function makeEdgeVertex(
  shape: StaticArray<i32>, axes: StaticArray<f64>, field: StaticArray<f64>, colour: StaticArray<f64>,
  positions: StaticArray<f32>, values: StaticArray<f32>, kinds: StaticArray<u8>, axis: i32, i: i32, j: i32, k: i32, level: f64,
): i32 {
  const nx = shape[AT_NX];
  const ny = shape[AT_NY];
  const nz = shape[AT_NZ];
  const place: i32 = axis == 0 ? i : axis == 1 ? j : k;
  const count = shape[AT_NX + axis];
  const i0 = within(i, nx);
  const j0 = within(j, ny);
  const k0 = within(k, nz);
  const lower: i32 = (i0 * ny + j0) * nz + k0;
  if (place == 0 || place == count) {
    return addVertex(
      shape, positions, values, kinds, axes[i0], axes[nx + j0], axes[nx + ny + k0], colour[lower], ON_BOX);
  }
  const stride: i32 = axis == 0 ? ny * nz : axis == 1 ? nz : 1;
  const isLowerInside = field[lower] > level;
  const inner: i32 = isLowerInside ? lower : lower + stride;
  const outer: i32 = isLowerInside ? lower + stride : lower;
  const hasBehind = isLowerInside ? place > 1 : place + 1 < count;
  const behind: i32 = hasBehind ? 2 * inner - outer : -1;
  const drop = -riseAlong(field, inner, outer, behind);
  let share: f64 = drop > 0.0 ? clampShare((field[inner] - level) / drop) : 1.0;
  let kind = ON_FIELD;
  const i1: i32 = axis == 0 ? i0 + 1 : i0;
  const j1: i32 = axis == 1 ? j0 + 1 : j0;
  const k1: i32 = axis == 2 ? k0 + 1 : k0;
  if (field[outer] != field[outer]) {
    const clear0 = clearanceAt(shape, axes, i0, j0, k0);
    const clear1 = clearanceAt(shape, axes, i1, j1, k1);
    const onWall = wallShare(isLowerInside ? clear0 : clear1, isLowerInside ? clear1 : clear0);
    if (share >= onWall) {
      kind = ON_WALL;
      share = onWall;
    }
  }
  const value = colour[inner] + riseAlong(colour, inner, outer, behind) * share;
  const up: f64 = isLowerInside ? share : 1.0 - share;
  const x = axes[i0] + (axes[i1] - axes[i0]) * up;
  const y = axes[nx + j0] + (axes[nx + j1] - axes[nx + j0]) * up;
  const z = axes[nx + ny + k0] + (axes[nx + ny + k1] - axes[nx + ny + k0]) * up;
  return addVertex(shape, positions, values, kinds, x, y, z, value, kind);
}

/** Share of the way from a feasible to an infeasible node at which the wall stands; 0 where it is not the wall that parts them. */
function wallShare(from: f64, to: f64): f64 {
  if (from <= 0.0 || to > WALL_CLEARANCE) return 0.0;
  return to < 0.0 ? from / (from - to) : 1.0;
}
