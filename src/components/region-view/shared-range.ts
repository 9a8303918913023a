import { colourExponent, type ColourRange } from "../../state/colour-range.ts";
import type { DrawnSurfaces } from "../../state/drawn-surfaces.ts";
import type { SlicePlane } from "./scene-data.ts";

/**
 * The range of the colour scale: that of all that is drawn in it, shown so that the sheet's own values can be told apart; `null` where nothing
 * is drawn. With `also`, the range of another scene, the scale takes that in too, and is even: so both scenes have the same one.
 */
export function sharedRange(drawn: DrawnSurfaces | null, planes: readonly SlicePlane[], also: readonly [number, number] | null = null): ColourRange | null {
  const ranges = [also, drawn?.region.colourRange, ...(drawn?.isosurfaces ?? []).map(({ result }) => result.colourRange), ...planes.map(({ grid }) => grid.range)]
    .filter((range) => range != null);
  if (ranges.length === 0) return null;
  const range = [Math.min(...ranges.map(([low]) => low)), Math.max(...ranges.map(([, high]) => high))] as const;
  return [...range, drawn === null || also !== null ? 1 : colourExponent(drawn.region.mesh.values, drawn.region.mesh.sheet, range)];
}
