import { STATUS_BITS, valueInView } from "../../model/index.ts";
import type * as SceneModule from "../../scene/index.ts";
import { drawnAxes } from "../../state/axes.ts";
import { contourLines, roundLevels } from "../../state/contour-lines.ts";
import type { DrawnSurfaces } from "../../state/drawn-surfaces.ts";
import { exactSurfaceLines, valleyLine } from "../../state/exact-surface.ts";
import type { ExplorerState } from "../../state/explorer-state.ts";
import { boxEdges, brushBox } from "../../state/map-choice.ts";
import { planeGrid, type PlaneGrid } from "../../state/plane-grid.ts";

type Range = readonly [number, number];

/** Points along a side of a slice, and lines on it, about. */
const SLICE_POINTS = 64;
const SLICE_CONTOURS = 8;

export interface SlicePlane {
  readonly axis: 0 | 1 | 2;
  readonly place: number;
  readonly grid: PlaneGrid;
}

/** The slices that are on, each with the present colour quantity over the other two axes. */
export function slicePlanes(state: ExplorerState): readonly SlicePlane[] {
  const axes = drawnAxes(state);
  return ([0, 1, 2] as const).flatMap((axis) => {
    const place = state.scene.slices[axis];
    if (place === null) return [];
    const [across, up] = axes.filter((_, k) => k !== axis);
    const fixed = { [axes[axis]]: valueInView(place, state.ranges[axes[axis]]) };
    return [{ axis, place, grid: planeGrid(state, across, up, state.colour, SLICE_POINTS, fixed) }];
  });
}

/** The range of the colour scale: that of all that is drawn in it; `null` where nothing is. */
export function sharedRange(drawn: DrawnSurfaces | null, planes: readonly SlicePlane[]): Range | null {
  const ranges = [drawn?.region.colourRange, ...(drawn?.isosurfaces ?? []).map(({ result }) => result.colourRange), ...planes.map(({ grid }) => grid.range)]
    .filter((range) => range != null);
  if (ranges.length === 0) return null;
  return [Math.min(...ranges.map(([low]) => low)), Math.max(...ranges.map(([, high]) => high))];
}

/** The planes as the scene draws them; what is flagged is left out where flags are not drawn as the rest. */
export function sceneSlices(planes: readonly SlicePlane[], { scene }: ExplorerState): readonly SceneModule.Slice[] {
  return planes.map(({ axis, place, grid: { count, values, status, range } }) => ({
    axis, place, count,
    values: scene.flags === "plain" ? values : values.map((value, at) => ((status[at] & (STATUS_BITS.saving | STATUS_BITS.transversality)) === 0 ? value : NaN)),
    contours: range === null ? [] : contourLines(values, count, roundLevels(range, SLICE_CONTOURS)),
  }));
}

/** The lines that come from the formula, and the edges of what is selected on the map. */
export function sceneOverlays(state: ExplorerState): readonly SceneModule.OverlayLines[] {
  const formulas = state.scene.overlays.map((overlay): SceneModule.OverlayLines =>
    overlay === "exact" ? { lines: exactSurfaceLines(state), tone: "fine" } : { lines: valleyLine(state), tone: "strong" });
  const selected = brushBox(state);
  return selected === null ? formulas : [...formulas, { lines: boxEdges(selected), tone: "selection" }];
}
