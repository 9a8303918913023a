import {
  AT_INDICES, AT_VERTICES, CACHE_PLANES, ENDS_LENGTH, LOOP_LENGTH, PART_CAPS, PART_SHEET, PART_WALL, SHAPE_LENGTH,
} from "../../assembly/surface-layout.ts";
import type { KernelArray, KernelHost, KernelViews } from "../engines/kernel-host.ts";
import { axisCount, type SweepSpec } from "../sweep/spec.ts";
import { makeLoopTable } from "./loop-table.ts";
import { displayCoordinates, wallClearance } from "./surface-grid.ts";
import type { SurfaceMesh } from "./surface-mesh.ts";

/** A grid that cannot carry a surface. */
export class SurfaceGridError extends Error {
  readonly kind = "surface-grid";
  override readonly name = "SurfaceGridError";
  constructor(found: readonly number[]) {
    super(`Found axes of ${found.join(" × ") || "no"} points; a surface needs three axes of at least 2 points each.`);
  }
}

/** A swept grid in the kernels' memory. `field` is NaN in infeasible cells, and `colour` in no others. */
export interface SurfaceGrid {
  readonly spec: SweepSpec;
  readonly field: KernelArray<Float64Array<ArrayBufferLike>>;
  readonly colour: KernelArray<Float64Array<ArrayBufferLike>>;
  readonly level: number;
}

const LOOP_TABLE = makeLoopTable();

/** Vertices to begin with, a node of the largest face of the grid: a sheet, a wall and the caps of a smooth field have fewer. */
const VERTICES_A_NODE = 4;
const FEWEST_VERTICES = 64;
/** A closed surface of one piece has at most twice as many triangles as vertices. */
const INDICES_A_VERTEX = 6;

/**
 * The closed surface of {field > level} over the grid; see `SurfaceMesh`. Throws a `SurfaceGridError` unless the spec has three
 * axes of at least two points.
 */
export function extractSurface(host: KernelHost, grid: SurfaceGrid): SurfaceMesh {
  const counts = grid.spec.axes.map(axisCount);
  if (counts.length !== 3 || counts.some((count) => count < 2)) throw new SurfaceGridError(counts);
  const mark = host.mark();
  try {
    const axes = filled(host, "f64", [...grid.spec.axes.map(displayCoordinates), ...wallClearance(grid.spec)]);
    const table = filled(host, "i32", [LOOP_TABLE]);
    const [nx, ny, nz] = counts;
    for (let vertices = VERTICES_A_NODE * Math.max(nx * ny, ny * nz, nx * nz) + FEWEST_VERTICES; ; vertices *= 2) {
      const start = host.mark();
      const mesh = tryExtract(host, grid, counts, axes, table, vertices);
      if (mesh !== null) return mesh;
      host.release(start);
    }
  } finally {
    host.release(mark);
  }
}

/** `null` where the surface has more vertices, or more triangles, than there is room for. */
function tryExtract(
  host: KernelHost, { field, colour, level }: SurfaceGrid, counts: readonly number[], axes: KernelArray, table: KernelArray,
  vertexCapacity: number,
): SurfaceMesh | null {
  const indexCapacity = INDICES_A_VERTEX * vertexCapacity;
  const [, ny, nz] = counts;
  const shape = filled(host, "i32", [counts, [vertexCapacity, indexCapacity], new Array<number>(SHAPE_LENGTH - 5).fill(0)]);
  const planes = host.allocate("i32", 2 * (ny + 2) * ((nz + 33) >> 5));
  const caches = host.allocate("i32", CACHE_PLANES * (ny + 2) * (nz + 2));
  const loop = host.reserve("i32", LOOP_LENGTH);
  const ends = host.reserve("f64", ENDS_LENGTH);
  const positions = host.reserve("f32", 3 * vertexCapacity);
  const normals = host.allocate("f32", 3 * vertexCapacity);
  const values = host.reserve("f32", vertexCapacity);
  const kinds = host.reserve("u8", vertexCapacity);
  const parts = [PART_SHEET, PART_WALL, PART_CAPS].map(() => host.reserve("i32", indexCapacity));
  const isShort = host.kernel("extractSurface")(
    shape.ref, axes.ref, field.ref, colour.ref, table.ref, planes.ref, caches.ref, loop.ref, ends.ref,
    positions.ref, normals.ref, values.ref, kinds.ref, ...parts.map((part) => part.ref), level);
  if (isShort !== 0) return null;

  const made = shape.view()[AT_VERTICES];
  const [sheet, wall, caps] = parts.map((part, k) => new Uint32Array(part.view().subarray(0, shape.view()[AT_INDICES + k])));
  return {
    positions: new Float32Array(positions.view().subarray(0, 3 * made)),
    normals: new Float32Array(normals.view().subarray(0, 3 * made)),
    values: new Float32Array(values.view().subarray(0, made)),
    sheet, wall, caps,
  };
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
