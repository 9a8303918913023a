import { msg, str } from "@lit/localize";
import { formatCount, PARAMETERS } from "../../model/index.ts";
import { axesOf } from "../../state/axes.ts";
import type { ExplorerState } from "../../state/explorer-state.ts";
import { formatNumber } from "../../state/format.ts";

/** Over what the grid runs, for paper and pictures. */
export function axesText(state: ExplorerState): string {
  const ranges = axesOf(state).map((name) => {
    const { min, max, spacing } = state.ranges[name];
    return `${PARAMETERS[name].symbol} ${formatNumber(min)}–${formatNumber(max)}${spacing === "log" ? ` (${msg("logarithmic")})` : ""}`;
  });
  return msg(str`Axes: ${ranges.join(" · ")}; ${state.resolution} points each, ${formatCount(state.resolution ** 4)} in all.`);
}
