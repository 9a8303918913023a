import { AT_NY, AT_NZ } from "../../surface-layout";
import { wordsOfRow } from "../scalar/extract-surface";

/** `markPlane`, eight nodes at a time. */
export function markPlaneSimd(shape: StaticArray<i32>, field: StaticArray<f64>, planes: StaticArray<i32>, to: i32, i: i32, level: f64): void {
  const ny = shape[AT_NY];
  const nz = shape[AT_NZ];
  const words = wordsOfRow(shape);
  for (let j: i32 = 0; j < ny; ++j) {
    const row = to + (j + 1) * words;
    const from = changetype<usize>(field) + ((<usize>((i * ny + j) * nz)) << 3);
    // The border is the first bit: each word begins with the last node of the 32 before.
    let before = 0;
    for (let word = 0; word < words; ++word) {
      const nodes = nodesAbove(from, 32 * word, nz, level);
      planes[row + word] = (nodes << 1) | (before >>> 31);
      before = nodes;
    }
  }
}

/** Which of 32 nodes of a row, from node `start` on, are above the level: a bit each, 0 beyond the row's end. */
function nodesAbove(row: usize, start: i32, count: i32, level: f64): i32 {
  const end = min(start + 32, count);
  const levels = f64x2.splat(level);
  let bits = 0;
  let k = start;
  for (; k + 8 <= end; k += 8) {
    const ptr = row + ((<usize>k) << 3);
    const eight = above(ptr, levels) | (above(ptr + 16, levels) << 2) | (above(ptr + 32, levels) << 4) | (above(ptr + 48, levels) << 6);
    bits |= eight << (k & 31);
  }
  for (; k < end; ++k) bits |= i32(load<f64>(row + ((<usize>k) << 3)) > level) << (k & 31);
  return bits;
}

function above(ptr: usize, levels: v128): i32 {
  return i64x2.bitmask(f64x2.gt(v128.load(ptr), levels));
}
