import {
  AT_NX, AT_NY, AT_NZ, AT_PREVIOUS_START, AT_SLAB_START, CACHE_CREASES, END_LENGTH, ON_CREASE,
} from "../../surface-layout";
import { clampShare, clearanceAt, nodeAt, riseAlong, WALL_CLEARANCE, within } from "./surface-nodes";
import { addVertex } from "./surface-vertices";

/**
 * The vertex on a face of cube (I, J, K) where the sheet meets the wall, made where it is not there yet. `outline` says which face,
 * and which of two outlines on it (see CASE_LENGTH); `onField` and `onWall` are its ends. It is made from the face's data alone, so
 * that both cubes find the same point.
 */
export function creaseVertex(
  shape: StaticArray<i32>, axes: StaticArray<f64>, field: StaticArray<f64>, colour: StaticArray<f64>, caches: StaticArray<i32>,
  ends: StaticArray<f64>, positions: StaticArray<f32>, values: StaticArray<f32>, kinds: StaticArray<u8>,
  outline: i32, I: i32, J: i32, K: i32, level: f64, onField: i32, onWall: i32,
): i32 {
  const axis: i32 = outline >> 2;
  const side: i32 = (outline >> 1) & 1;
  const i: i32 = axis == 0 ? I + side : I;
  const j: i32 = axis == 1 ? J + side : J;
  const k: i32 = axis == 2 ? K + side : K;
  const place: i32 = axis == 0 ? 2 + (i & 1) : axis - 1;
  const slot: i32 = CACHE_CREASES + 2 * place + (outline & 1);
  const cacheAt: i32 = (slot * (shape[AT_NY] + 2) + j) * (shape[AT_NZ] + 2) + k;
  const oldest = axis == 0 ? shape[AT_PREVIOUS_START] : shape[AT_SLAB_START];
  if (caches[cacheAt] > oldest) return caches[cacheAt] - 1;

  let x = midway(positions[3 * onField], positions[3 * onWall]);
  let y = midway(positions[3 * onField + 1], positions[3 * onWall + 1]);
  let z = midway(positions[3 * onField + 2], positions[3 * onWall + 2]);
  let value = midway(values[onField], values[onWall]);
  const ways = wallAcrossFace(shape, axes, field, colour, ends, axis, i, j, k);
  const fall = ends[3] - ends[END_LENGTH + 3];
  if (ways == 2 && fall != 0.0) {
    // Beyond the face the sheet meets the wall within less than a cell: the nearer end is then as close as this face comes.
    const along = clampShare((ends[3] - level) / fall);
    x = ends[0] + (ends[END_LENGTH] - ends[0]) * along;
    y = ends[1] + (ends[END_LENGTH + 1] - ends[1]) * along;
    z = ends[2] + (ends[END_LENGTH + 2] - ends[2]) * along;
    value = ends[4] + (ends[END_LENGTH + 4] - ends[4]) * along;
  }
  const vertex = addVertex(shape, positions, values, kinds, x, y, z, value, ON_CREASE);
  caches[cacheAt] = vertex + 1;
  return vertex;
}

/** Takes float32 numbers as float64, so that their sum is not rounded to float32 where it is compiled. */
function midway(a: f64, b: f64): f64 {
  return (a + b) / 2.0;
}

/**
 * Where the wall's line crosses the border of a face of the padded grid: writes position, field and colour there and returns how
 * often; 0 also where the fields cannot be followed that far.
 */
function wallAcrossFace(
  shape: StaticArray<i32>, axes: StaticArray<f64>, field: StaticArray<f64>, colour: StaticArray<f64>, ends: StaticArray<f64>,
  axis: i32, i: i32, j: i32, k: i32,
): i32 {
  const nx = shape[AT_NX];
  const ny = shape[AT_NY];
  const nz = shape[AT_NZ];
  let count: i32 = 0;
  for (let corner: i32 = 0; corner < 4; ++corner) {
    // Around the face: (0, 0), (1, 0), (1, 1), (0, 1).
    const next: i32 = (corner + 1) & 3;
    const p0: i32 = (next >> 1) & 1;
    const q0: i32 = corner >> 1;
    const p1: i32 = ((next + 1) >> 1) & 1;
    const q1: i32 = next >> 1;
    const i0 = within(axis == 0 ? i : i + p0, nx);
    const j0 = within(axis == 1 ? j : axis == 0 ? j + p0 : j + q0, ny);
    const k0 = within(axis == 2 ? k : k + q0, nz);
    const i1 = within(axis == 0 ? i : i + p1, nx);
    const j1 = within(axis == 1 ? j : axis == 0 ? j + p1 : j + q1, ny);
    const k1 = within(axis == 2 ? k : k + q1, nz);
    const clear0 = clearanceAt(shape, axes, i0, j0, k0);
    const clear1 = clearanceAt(shape, axes, i1, j1, k1);
    const isFirstClear = clear0 > WALL_CLEARANCE;
    if (isFirstClear == clear1 > WALL_CLEARANCE) continue;
    const up = clampShare(clear0 / (clear0 - clear1));
    const share: f64 = isFirstClear ? up : 1.0 - up;
    const from = isFirstClear ? nodeAt(shape, i0, j0, k0) : nodeAt(shape, i1, j1, k1);
    const to = isFirstClear ? nodeAt(shape, i1, j1, k1) : nodeAt(shape, i0, j0, k0);
    const behind = isFirstClear
      ? nodeAt(shape, 2 * i0 - i1, 2 * j0 - j1, 2 * k0 - k1)
      : nodeAt(shape, 2 * i1 - i0, 2 * j1 - j0, 2 * k1 - k0);
    const at: i32 = END_LENGTH * count;
    ends[at] = axes[i0] + (axes[i1] - axes[i0]) * up;
    ends[at + 1] = axes[nx + j0] + (axes[nx + j1] - axes[nx + j0]) * up;
    ends[at + 2] = axes[nx + ny + k0] + (axes[nx + ny + k1] - axes[nx + ny + k0]) * up;
    ends[at + 3] = field[from] + riseAlong(field, from, to, behind) * share;
    ends[at + 4] = colour[from] + riseAlong(colour, from, to, behind) * share;
    if (ends[at + 3] != ends[at + 3] || ends[at + 4] != ends[at + 4]) return 0;
    count++;
    if (count == 2) return 2;
  }
  return count;
}
