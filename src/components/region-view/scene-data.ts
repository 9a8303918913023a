import { STATUS_BITS, valueInView, type Language, type QuantityName } from "../../model/index.ts";
import type * as SceneModule from "../../scene/index.ts";
import { drawnAxes } from "../../state/axes.ts";
import { contourLines, roundLevels } from "../../state/contour-lines.ts";
import { exactSurfaceLines, valleyLine } from "../../state/exact-surface.ts";
import type { ExplorerState } from "../../state/explorer-state.ts";
import { formatLevel } from "../../state/format.ts";
import { planeGrid, type PlaneGrid } from "../../state/plane-grid.ts";

/** Points along a side of a slice, and lines on it, about. */
const SLICE_POINTS = 64;
const SLICE_CONTOURS = 8;

export interface SlicePlane {
  readonly axis: 0 | 1 | 2;
  readonly place: number;
  readonly quantity: QuantityName;
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
    return [{ axis, place, quantity: state.colour, grid: planeGrid(state, across, up, state.colour, SLICE_POINTS, fixed) }];
  });
}

/** The planes as the scene draws them; what is flagged is left out where flags are not drawn as the rest. */
export function sceneSlices(planes: readonly SlicePlane[], { scene }: ExplorerState, language: Language): readonly SceneModule.Slice[] {
  return planes.map(({ axis, place, quantity, grid: { count, values, status, range } }) => ({
    axis, place, count,
    values: scene.flags === "plain" ? values : values.map((value, at) => ((status[at] & (STATUS_BITS.saving | STATUS_BITS.transversality)) === 0 ? value : NaN)),
    contours: range === null ? [] : contourLines(values, count, roundLevels(range, SLICE_CONTOURS))
      .map((line) => ({ ...line, label: formatLevel(quantity, line.level, language) })),
  }));
}

/** The lines that come from the formula. */
export function sceneOverlays(state: ExplorerState): readonly SceneModule.OverlayLines[] {
  return state.scene.overlays.map((overlay) =>
    overlay === "exact" ? { lines: exactSurfaceLines(state), tone: "fine" } : { lines: valleyLine(state), tone: "strong" });
}
