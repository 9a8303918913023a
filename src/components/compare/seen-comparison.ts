import type { RegionScene } from "../../scene/index.ts";
import type { ColourRange } from "../../state/colour-range.ts";
import type { CompareSession } from "../../state/compare/compare-session.ts";
import type { Side } from "../../state/compare/comparison.ts";
import type { RegionSource } from "../../state/region-source.ts";

/** One scene of a comparison. */
export interface SeenSide {
  /** `null`: the scene of the difference. */
  readonly side: Side | null;
  readonly source: RegionSource;
  /** `undefined` where it is not drawn. */
  readonly scene: RegionScene | undefined;
  readonly range: ColourRange | null;
}

/** A comparison as it stands on the page, for what is taken away from it. */
export interface SeenComparison {
  readonly session: CompareSession;
  /** A and B, or the difference alone; none where it has no picture. */
  readonly sides: readonly SeenSide[];
  /** Both have one colour scale and surfaces of one meaning, so that one legend says all. */
  readonly hasOneLegend: boolean;
}
