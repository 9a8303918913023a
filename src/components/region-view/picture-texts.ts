import { msg, str } from "@lit/localize";
import { PARAMETERS, type Language } from "../../model/index.ts";
import type { SceneProblem, ViewPreset } from "../../scene/index.ts";
import { drawnAxes, isUsualSpace } from "../../state/axes.ts";
import { formatPercent } from "../../state/format.ts";
import type { RegionSource } from "../../state/region-source.ts";
import { markedPointsAccount } from "./marked-points.ts";

export function viewText(preset: ViewPreset): string {
  const labels: Readonly<Record<ViewPreset, string>> = { isometric: msg("Perspective"), above: msg("From above"), front: msg("Front"), side: msg("Side") };
  return labels[preset];
}

/** What stands instead of a picture that cannot be drawn. */
export function missingText(problem: SceneProblem): string {
  return problem === "webgl2-missing"
    ? msg("This browser has no WebGL 2, so the surface cannot be drawn. The triangle, the verdict and all numbers still work.")
    : msg("The graphics driver could not build the picture, so the surface cannot be drawn. Update the driver or the browser, or use another one. The triangle, the verdict and all numbers still work.");
}

/** The picture in words. */
export function pictureAccount({ surface, sweep, state }: Pick<RegionSource, "surface" | "sweep" | "state">, isDifference: boolean, language: Language): string {
  const [x, y, z] = drawnAxes(state).map((name) => PARAMETERS[name].symbol);
  const points = new Array<number>(3).fill(state.resolution).join(" × ");
  if (isDifference) {
    return msg(str`3D picture over ${x}, ${y} and ${z}, ${points} points: the boundary of B, solid, and that of A, a veil; between them lies what B gains and what it loses.`);
  }
  if (surface.result === null) return msg("The region where more compute raises growth; there is no surface yet.");
  const share = sweep.summary?.share;
  const shareText = share == null ? "" : msg(str`It holds ${formatPercent(share, 3, language)} of the feasible points of the sweep.`);
  const side = !isUsualSpace(state) ? msg("the region is the shaded side of the surface")
    : state.prices === "given" ? msg("the region lies above the surface") : msg("the region lies below the surface");
  return [msg(str`3D picture over ${x}, ${y} and ${z}, ${points} points: ${side}.`), shareText, markedPointsAccount({ state })].filter((text) => text !== "").join(" ");
}
