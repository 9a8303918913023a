import type { Parameters, PriceMode, Rule } from "../../model/index.ts";

/** What is said about the model: everything else of a state is how it is looked at, and two scenarios share it. */
export interface Scenario {
  readonly prices: PriceMode;
  readonly rule: Rule;
  readonly parameters: Parameters;
}

/** Two scenes with one camera, or one scene that shows where the sign differs. */
export const COMPARE_MODES = ["beside", "difference"] as const;
export type CompareMode = (typeof COMPARE_MODES)[number];

export const SIDES = ["A", "B"] as const;
export type Side = (typeof SIDES)[number];

/**
 * A second scenario beside the state's own. Axes, ranges, resolution and all that is drawn are shared, so that a place in the one
 * scene is the same place in the other.
 */
export interface Comparison {
  readonly mode: CompareMode;
  /** Which of the two the state itself is, and the controls change. */
  readonly edited: Side;
  readonly other: Scenario;
}

export function otherSide(side: Side): Side {
  return side === "A" ? "B" : "A";
}
