import { AT_INDICES, AT_VERTICES, ON_SHEET, PART_CAPS, PART_SHEET, PART_WALL } from "../../surface-layout";

/**
 * Unit normals, out of the region: of the sheet where a vertex belongs to it, else of the wall and the caps, weighted by area. A
 * vertex whose triangles all have no area gets the direction of the third axis. `normals` starts at zero.
 */
export function writeNormals(
  shape: StaticArray<i32>, positions: StaticArray<f32>, normals: StaticArray<f32>, kinds: StaticArray<u8>,
  sheet: StaticArray<i32>, wall: StaticArray<i32>, caps: StaticArray<i32>,
): void {
  const sheetLength = shape[AT_INDICES + PART_SHEET];
  addNormals(positions, sheet, sheetLength, normals, kinds);
  for (let at: i32 = 0; at < sheetLength; ++at) kinds[sheet[at]] = u8(ON_SHEET);
  addNormals(positions, wall, shape[AT_INDICES + PART_WALL], normals, kinds);
  addNormals(positions, caps, shape[AT_INDICES + PART_CAPS], normals, kinds);
  const length: i32 = 3 * shape[AT_VERTICES];
  for (let at: i32 = 0; at < length; at += 3) {
    const x: f64 = normals[at];
    const y: f64 = normals[at + 1];
    const z: f64 = normals[at + 2];
    const norm = Math.sqrt(x * x + y * y + z * z);
    const scale: f64 = norm > 0.0 ? 1.0 / norm : 0.0;
    normals[at] = f32(x * scale);
    normals[at + 1] = f32(y * scale);
    normals[at + 2] = f32(norm > 0.0 ? z * scale : 1.0);
  }
}

/** Adds the triangles' normals, as long as twice their areas, to those of their vertices that are not the sheet's already. */
function addNormals(
  positions: StaticArray<f32>, indices: StaticArray<i32>, length: i32, normals: StaticArray<f32>, kinds: StaticArray<u8>,
): void {
  for (let at: i32 = 0; at < length; at += 3) {
    const a: i32 = 3 * indices[at];
    const b: i32 = 3 * indices[at + 1];
    const c: i32 = 3 * indices[at + 2];
    const ax: f64 = positions[a];
    const ay: f64 = positions[a + 1];
    const az: f64 = positions[a + 2];
    const ux: f64 = positions[b] - ax;
    const uy: f64 = positions[b + 1] - ay;
    const uz: f64 = positions[b + 2] - az;
    const vx: f64 = positions[c] - ax;
    const vy: f64 = positions[c + 1] - ay;
    const vz: f64 = positions[c + 2] - az;
    const nx = uy * vz - uz * vy;
    const ny = uz * vx - ux * vz;
    const nz = ux * vy - uy * vx;
    for (let corner: i32 = 0; corner < 3; ++corner) {
      const vertex = indices[at + corner];
      if (kinds[vertex] == ON_SHEET) continue;
      normals[3 * vertex] = f32(normals[3 * vertex] + nx);
      normals[3 * vertex + 1] = f32(normals[3 * vertex + 1] + ny);
      normals[3 * vertex + 2] = f32(normals[3 * vertex + 2] + nz);
    }
  }
}
