import type { ReportConclusion } from "../../model/document/conclusions.ts";
import type { BilingualText, Language, QuantityName } from "../../model/index.ts";
import type { ExplorerState } from "../explorer-state.ts";
import { quantityRange } from "../isosurfaces.ts";
import { PLAIN_SCENE } from "../scene-options.ts";

/** A number that says by how much, with what it is. */
export interface Effect {
  readonly label: BilingualText;
  readonly value: BilingualText;
}

/** What becomes of a conclusion at the present, feasible point. */
export interface ConclusionAccount {
  readonly holds: boolean;
  /** Why it holds here or does not, with the numbers. */
  readonly here: BilingualText;
  /** The condition at which it turns, and where that is met from here. */
  readonly turn: BilingualText;
  readonly effects: readonly Effect[];
}

/** The scene set so that the conclusion is seen over the region. */
export interface ConclusionView {
  readonly state: ExplorerState;
  /** What is to be seen there. */
  readonly sentence: BilingualText;
}

/** A conclusion of the report with what the explorer makes of it. */
export interface ConclusionInfo extends ReportConclusion {
  /** Whether the state holds the report's own case; else rule or prices are the product's. */
  readonly isReports: (state: ExplorerState) => boolean;
  readonly account: (state: ExplorerState) => ConclusionAccount;
  readonly view: (state: ExplorerState) => ConclusionView;
}

/** Stocks relative to the present, from a quarter to four times it, evenly by ratios. */
export const RELATIVE_STOCKS: readonly number[] = Array.from({ length: 61 }, (_, k) => 0.25 * 16 ** (k / 60));

/** One text in both languages, of which parts are the same. */
export function bilingual(text: (language: Language) => string): BilingualText {
  return { en: text("en"), zh: text("zh") };
}

/** Rule and prices as the report has them. */
export function isReportCase({ rule, prices }: ExplorerState): boolean {
  return rule === "report" && prices === "given";
}

/** The scene over the usual axes, coloured by a quantity, without anything else. */
export function plainView(state: ExplorerState, colour: QuantityName): ExplorerState {
  return { ...state, axes: null, colour, scene: { ...PLAIN_SCENE, projection: state.scene.projection } };
}

/**
 * The scene with the surface on which a quantity has one value.
 * @param seen what that surface shows
 * @param unseen what follows where no point of the box has that value
 */
export function levelView(state: ExplorerState, quantity: QuantityName, level: number, seen: BilingualText, unseen: BilingualText): ConclusionView {
  const plain = plainView(state, quantity);
  const range = quantityRange(plain, quantity);
  if (range === null || !(level > range[0] && level < range[1])) return { state: plain, sentence: unseen };
  return { state: { ...plain, scene: { ...plain.scene, isosurfaces: [{ quantity, level }] } }, sentence: seen };
}
