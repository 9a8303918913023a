import { AT_NX, AT_NY, AT_NZ } from "../../surface-layout";

/** Clearances below this are the wall itself: α+β = 1 up to rounding. */
export const WALL_CLEARANCE: f64 = 1e-12;

/** A share of the way from one node to the next, kept within [0, 1]. */
export function clampShare(share: f64): f64 {
  return share > 0.0 ? (share < 1.0 ? share : 1.0) : 0.0;
}

/** The node at which a padded node lies: padding lies on the box. */
export function within(padded: i32, count: i32): i32 {
  const node: i32 = padded - 1;
  return node < 0 ? 0 : node >= count ? count - 1 : node;
}

/** A node of the grid by its place, or −1 where there is none. */
export function nodeAt(shape: StaticArray<i32>, i: i32, j: i32, k: i32): i32 {
  const ny = shape[AT_NY];
  const nz = shape[AT_NZ];
  if (i < 0 || i >= shape[AT_NX] || j < 0 || j >= ny || k < 0 || k >= nz) return -1;
  return (i * ny + j) * nz + k;
}

/** Clearance from the wall at a node: χ up to rounding; see `wallClearance`. */
export function clearanceAt(shape: StaticArray<i32>, axes: StaticArray<f64>, i: i32, j: i32, k: i32): f64 {
  const nx = shape[AT_NX];
  const ny = shape[AT_NY];
  const at: i32 = nx + ny + shape[AT_NZ];
  return axes[at + i] + axes[at + nx + j] + axes[at + nx + ny + k];
}

/**
 * By how much a field changes from node `from` to its neighbour `to`. Where `to` is infeasible the field goes on as it came from
 * node `behind`, so that it can be followed up to the wall; as it is at `from` where `behind` is infeasible or negative (no node).
 */
export function riseAlong(values: StaticArray<f64>, from: i32, to: i32, behind: i32): f64 {
  const rise = values[to] - values[from];
  if (rise == rise) return rise;
  const before = behind < 0 ? 0.0 : values[from] - values[behind];
  return before == before ? before : 0.0;
}
