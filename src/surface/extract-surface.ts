import {
  AT_INDICES, AT_VERTICES, CACHE_PLANES, MAX_LOOP, PART_CAPS, PART_SHEET, PART_WALL, SHAPE_LENGTH,
} from "../../assembly/surface-layout.ts";
import type { KernelArray, KernelHost, KernelViews } from "../engines/kernel-host.ts";
import { axisCount, type SweepSpec } from "../sweep/spec.ts";
import { makeLoopTable } from "./loop-table.ts";
import { displayCoordinates, wallClearance } from "./surface-grid.ts";
import type { SurfaceMesh } from "./surface-mesh.ts";
import { vertexNormals } from "./vertex-normals.ts";

/** A grid that cannot carry a surface. */
export class SurfaceGridError extends Error {
  readonly kind = "surface-grid";
  constructor(found: readonly number[]) {
    super(`Found axes of ${found.join(" × ") || "no"} points; a surface needs three axes of at least 2 points each.`);
  }
}

/** A swept grid in the kernels' memory. The extraction writes ghost values into cells that are NaN. */
export interface SurfaceGrid {
  readonly spec: SweepSpec;
  readonly field: KernelArray<Float64Array<ArrayBufferLike>>;
  readonly colour: KernelArray<Float64Array<ArrayBufferLike>>;
  readonly level: number;
}

const LOOP_TABLE = makeLoopTable();

/**
 * The closed surface of {field > level} over the grid; see `SurfaceMesh`. Throws a `SurfaceGridError` unless the spec has three
 * axes of at least two points.
 */
export function extractSurface(host: KernelHost, grid: SurfaceGrid): SurfaceMesh {
  const counts = grid.spec.axes.map(axisCount);
  if (counts.length !== 3 || counts.some((count) => count < 2)) throw new SurfaceGridError(counts);
  const mark = host.mark();
  try {
    return extract(host, grid, counts);
  } finally {
    host.release(mark);
  }
}

function extract(host: KernelHost, { spec, field, colour, level }: SurfaceGrid, counts: readonly number[]): SurfaceMesh {
  const [nx, ny, nz] = counts;
  const plane = (ny + 2) * (nz + 2);
  const shape = host.allocate("i32", SHAPE_LENGTH);
  const marks = host.allocate("u8", nx * ny * nz);
  const axes = filled(host, "f64", [...spec.axes.map(displayCoordinates), ...wallClearance(spec)]);
  const table = filled(host, "i32", [LOOP_TABLE]);
  const planes = host.allocate("u8", 2 * plane);
  const caches = host.allocate("i32", CACHE_PLANES * plane);
  const loop = host.allocate("i32", 2 * MAX_LOOP);

  shape.view().set(counts);
  const inside = host.kernel("markNodes")(shape.ref, field.ref, colour.ref, marks.ref, level);
  if (inside === 0) return readMesh([], [], [], new Float32Array(0), new Float32Array(0));

  const face = Math.max(nx * ny, ny * nz, nx * nz);
  for (let vertices = 6 * face + 64; ; vertices *= 2) {
    const start = host.mark();
    const indices = 9 * vertices;
    const positions = host.allocate("f32", 3 * vertices);
    const values = host.allocate("f32", vertices);
    const kinds = host.allocate("u8", vertices);
    const parts = [PART_SHEET, PART_WALL, PART_CAPS].map(() => host.allocate("i32", indices));
    shape.view().fill(0);
    shape.view().set([...counts, vertices, indices]);
    caches.view().fill(0);
    planes.view().fill(0);
    const short = host.kernel("extractSurface")(
      shape.ref, axes.ref, field.ref, colour.ref, marks.ref, table.ref, planes.ref, caches.ref, loop.ref,
      positions.ref, values.ref, kinds.ref, ...parts.map((part) => part.ref), level);
    if (short === 0) {
      const found = shape.view();
      const made = found[AT_VERTICES];
      const [sheet, wall, caps] = parts.map((part, k) => part.view().subarray(0, found[AT_INDICES + k]));
      return readMesh(sheet, wall, caps, positions.view().subarray(0, 3 * made), values.view().subarray(0, made));
    }
    host.release(start);
  }
}

function filled<Type extends "f64" | "i32">(host: KernelHost, type: Type, parts: readonly ArrayLike<number>[]): KernelArray<KernelViews[Type]> {
  const array = host.allocate(type, parts.reduce((sum, part) => sum + part.length, 0));
  const view = array.view();
  let at = 0;
  for (const part of parts) {
    view.set(part, at);
    at += part.length;
  }
  return array;
}

/** Copies the mesh out of the kernels' memory. */
function readMesh(
  sheet: ArrayLike<number>, wall: ArrayLike<number>, caps: ArrayLike<number>, positions: Float32Array, values: Float32Array,
): SurfaceMesh {
  const copied = { positions: new Float32Array(positions), sheet: new Uint32Array(sheet), wall: new Uint32Array(wall), caps: new Uint32Array(caps) };
  return {
    ...copied, values: new Float32Array(values),
    normals: vertexNormals(copied.positions, copied.sheet, [copied.wall, copied.caps]),
  };
}
