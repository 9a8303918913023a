import type { DrawnSurfaces } from "../../state/drawn-surfaces.ts";
import type { SlicePlane } from "./scene-data.ts";

type Range = readonly [number, number];

/** The range of the colour scale: that of all that is drawn in it; `null` where nothing is. */
export function sharedRange(drawn: DrawnSurfaces | null, planes: readonly SlicePlane[]): Range | null {
  const ranges = [drawn?.region.colourRange, ...(drawn?.isosurfaces ?? []).map(({ result }) => result.colourRange), ...planes.map(({ grid }) => grid.range)]
    .filter((range) => range != null);
  if (ranges.length === 0) return null;
  return [Math.min(...ranges.map(([low]) => low)), Math.max(...ranges.map(([, high]) => high))];
}
