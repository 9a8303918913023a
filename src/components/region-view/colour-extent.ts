import { colourRangeOver, medianOf, type ColourExtent, type ColourRange } from "../../state/colour-range.ts";
import type { DrawnSurfaces } from "../../state/drawn-surfaces.ts";
import type { SlicePlane } from "./scene-data.ts";

/** What a scene draws in its colour scale: boundary, isosurfaces and slices; `null` where nothing is drawn. */
export function colourExtent(drawn: DrawnSurfaces | null, planes: readonly SlicePlane[]): ColourExtent | null {
  const ranges = [drawn?.region.colourRange, ...(drawn?.isosurfaces ?? []).map(({ result }) => result.colourRange), ...planes.map(({ grid }) => grid.range)]
    .filter((range) => range != null);
  if (ranges.length === 0) return null;
  return {
    low: Math.min(...ranges.map(([low]) => low)), high: Math.max(...ranges.map(([, high]) => high)),
    median: drawn === null ? null : medianOf(drawn.region.mesh.values, drawn.region.mesh.sheet),
  };
}

/** The scale of a scene by itself, or, with what another draws, of both. */
export function rangeWith(own: ColourExtent | null, also: ColourExtent | null): ColourRange | null {
  return colourRangeOver([own, also].filter((extent) => extent !== null));
}

export function isSameExtent(one: ColourExtent | null, other: ColourExtent | null): boolean {
  return one?.low === other?.low && one?.high === other?.high && one?.median === other?.median;
}
