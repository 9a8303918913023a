import { CLASS_INFEASIBLE } from "../../model/index.ts";
import type { DifferenceSlice, OverlayLines } from "../../scene/index.ts";
import { stateOfSide } from "../../state/compare/compare-state.ts";
import type { DifferenceSurfaces } from "../../state/compare/compared-surfaces.ts";
import { SIDES, type Side } from "../../state/compare/comparison.ts";
import { exactSurfaceLines, valleyLine, type PlaceLine } from "../../state/exact-surface.ts";
import type { ExplorerState } from "../../state/explorer-state.ts";
import type { PlaneGrid } from "../../state/plane-grid.ts";
import { sceneOverlays, slicePlanes } from "../region-view/scene-data.ts";

/** Where the sign differs between two scenarios, as a scene draws it. */
export interface DifferencePicture {
  readonly surfaces: DifferenceSurfaces;
  readonly slices: readonly DifferenceSlice[];
  readonly overlays: readonly OverlayLines[];
  /** The economies that the pointer reads. */
  readonly sides: readonly { readonly name: Side; readonly state: ExplorerState }[];
}

/** @param state of a comparison whose sides span the same space */
export function differencePicture(state: ExplorerState, surfaces: DifferenceSurfaces): DifferencePicture {
  const [a, b] = SIDES.map((side) => stateOfSide(state, side));
  return {
    surfaces, slices: differenceSlices(a, b), overlays: differenceOverlays(a, b),
    sides: [{ name: "A", state: a }, { name: "B", state: b }],
  };
}

/** ∂g/∂τ of both over the slices that are on. */
export function differenceSlices(a: ExplorerState, b: ExplorerState): readonly DifferenceSlice[] {
  const others = slicePlanes(b);
  return slicePlanes(a).map(({ axis, place, grid }, k) => ({ axis, place, count: grid.count, a: feasibleSlopes(grid), b: feasibleSlopes(others[k].grid) }));
}

function feasibleSlopes({ slopes, classes }: PlaneGrid): Float64Array {
  return slopes.map((slope, at) => (classes[at] === CLASS_INFEASIBLE ? NaN : slope));
}

/** The formula's lines of B as they are drawn alone, those of A dashed, or once where they are the same; and what is selected on the map. */
function differenceOverlays(a: ExplorerState, b: ExplorerState): readonly OverlayLines[] {
  const { overlays } = b.scene;
  const drawn = (lines: (state: ExplorerState) => readonly PlaceLine[], tone: OverlayLines["tone"], other: OverlayLines["tone"]): readonly OverlayLines[] => {
    const [ofA, ofB] = [lines(a), lines(b)];
    return JSON.stringify(ofA) === JSON.stringify(ofB) ? [{ lines: ofB, tone }] : [{ lines: ofB, tone }, { lines: ofA, tone: other }];
  };
  return [
    ...(overlays.includes("exact") ? drawn(exactSurfaceLines, "fine", "dashed") : []),
    ...(overlays.includes("valley") ? drawn(valleyLine, "plain", "dashed") : []),
    ...sceneOverlays(b).filter(({ tone }) => tone === "selection"),
  ];
}
