import { msg } from "@lit/localize";
import { isUsualSpace } from "../../state/axes.ts";
import type { ExplorerState } from "../../state/explorer-state.ts";

/** What a colour, or a kind of line, means in the picture of a difference. */
export interface DifferenceKey {
  readonly swatch: "gained" | "lost" | "solid" | "veil" | "both" | "neither" | "line" | "dashed";
  readonly text: string;
}

/** The keys of all that is drawn now. */
export function differenceKeys(state: ExplorerState): readonly DifferenceKey[] {
  const { slices, overlays } = state.scene;
  return [
    { swatch: "gained", text: msg("Gained: more compute raises growth in B, not in A") },
    { swatch: "lost", text: msg("Lost: it does in A, not in B") },
    { swatch: "solid", text: msg("Solid surface: boundary of B") },
    { swatch: "veil", text: msg("Veil: boundary of A") },
    ...(slices.every((place) => place === null) ? [] : [
      { swatch: "both", text: msg("Slice, pale: more compute raises growth in both") } as const,
      { swatch: "neither", text: msg("Slice, pale: it does in neither") } as const,
    ]),
    ...(overlays.length === 0 || !isUsualSpace(state) ? [] : [
      { swatch: "line", text: msg("Line: the formula for B, and for A where it is the same") } as const,
      { swatch: "dashed", text: msg("Dashes: the formula for A") } as const,
    ]),
  ];
}
