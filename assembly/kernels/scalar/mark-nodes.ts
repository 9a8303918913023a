import { AT_NX, AT_NY, AT_NZ, NODE_INFEASIBLE, NODE_INSIDE, NODE_OUTSIDE } from "../../surface-layout";

/**
 * Marks every node as infeasible (NaN), outside (field ≤ level) or inside, and gives infeasible nodes next to feasible ones a
 * ghost value by linear extrapolation, in place, so that the surface can be followed up to the wall. Returns the nodes inside.
 */
export function markNodes(
  shape: StaticArray<i32>, field: StaticArray<f64>, colour: StaticArray<f64>, marks: StaticArray<u8>, level: f64,
): i32 {
  const nodes = shape[AT_NX] * shape[AT_NY] * shape[AT_NZ];
  let inside: i32 = 0;
  let infeasible: i32 = 0;
  for (let node: i32 = 0; node < nodes; ++node) {
    const value = field[node];
    let mark = NODE_OUTSIDE;
    if (value != value) {
      mark = NODE_INFEASIBLE;
      infeasible++;
    } else if (value > level) {
      mark = NODE_INSIDE;
      inside++;
    }
    marks[node] = u8(mark);
  }
  if (infeasible > 0) {
    addGhosts(shape, field, marks);
    if (colour != field) addGhosts(shape, colour, marks);
  }
  return inside;
}

function addGhosts(shape: StaticArray<i32>, values: StaticArray<f64>, marks: StaticArray<u8>): void {
  const nx = shape[AT_NX];
  const ny = shape[AT_NY];
  const nz = shape[AT_NZ];
  for (let i: i32 = 0; i < nx; ++i) {
    for (let j: i32 = 0; j < ny; ++j) {
      const row: i32 = (i * ny + j) * nz;
      for (let k: i32 = 0; k < nz; ++k) {
        const node = row + k;
        if (marks[node] != NODE_INFEASIBLE) continue;
        let sum: f64 = 0.0;
        let directions: i32 = 0;
        for (let direction: i32 = 0; direction < 6; ++direction) {
          const axis: i32 = direction >> 1;
          const forward: i32 = 1 - 2 * (direction & 1);
          const place: i32 = axis == 0 ? i : axis == 1 ? j : k;
          const count: i32 = axis == 0 ? nx : axis == 1 ? ny : nz;
          const stride: i32 = axis == 0 ? ny * nz : axis == 1 ? nz : 1;
          const next = place + forward;
          if (next < 0 || next >= count) continue;
          const near = node + forward * stride;
          if (marks[near] == NODE_INFEASIBLE) continue;
          const beyond = next + forward;
          const far = near + forward * stride;
          const hasFar = beyond >= 0 && beyond < count && marks[far] != NODE_INFEASIBLE;
          sum += hasFar ? 2.0 * values[near] - values[far] : values[near];
          directions++;
        }
        if (directions > 0) values[node] = sum / directions;
      }
    }
  }
}
