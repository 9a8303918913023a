declare module "isosurface" {
  /** Triangles of {potential > 0}, the first coordinate innermost; vertices are not shared between cubes. */
  export function marchingCubes(
    dims: readonly [number, number, number], potential: (x: number, y: number, z: number) => number,
  ): { positions: [number, number, number][]; cells: [number, number, number][] };
}
