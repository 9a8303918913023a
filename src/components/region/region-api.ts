/**
 * The face of `tauscape/components` for whoever uses it in a page of their own; its declarations are published as they stand here.
 * The element is defined when the module is imported.
 */

/** What `tau-change` tells. */
export interface RegionChange {
  /** The state as a link's fragment, such as `#v1:rule=planner&alpha=0.4`; put behind the explorer's address it opens there. */
  readonly link: string;
  readonly prices: "given" | "equilibrium";
  readonly rule: "report" | "household" | "planner";
  /** All ten parameters by their names, rates per year. */
  readonly parameters: Readonly<Record<"alpha" | "beta" | "tau" | "wr" | "r" | "sigma" | "delta" | "rho" | "eta" | "A", number>>;
  /** Whether more compute raises (1) or lowers (−1) growth at the parameters, the sign turns there (0), or the point is not feasible (−128). */
  readonly sign: 1 | 0 | -1 | -128;
}

export type Setting = number | string | null | undefined;

/**
 * `<tau-region>`: the region in three dimensions with its legend and its verdict.
 *
 * Its language is the `lang` of the element, else the link's, else the `lang` around it: English, or Chinese for `zh…`. All elements of a page speak one.
 *
 * Settings are attributes and properties of the same names; left out, a parameter has its illustrative default. What cannot be read is said in
 * the element, and what was shown before stays. A single setting that changes leaves what the reader picked of the others; a new link replaces all.
 *
 * @fires tau-change once the element shows a change, made by the page or by the reader: a frame later at most, and once for changes within a frame
 * @csspart scene - the picture with its legend
 * @csspart tools - buttons for views and zoom; hidden unless the page shows them
 * @csspart keys - the line that says how to turn the picture; hidden unless the page shows it
 * @csspart verdict - the sentence about the present point
 * @csspart problems - what is wrong with the settings
 * @cssprop --tau-surface - ground of the element
 * @cssprop --tau-panel, --tau-line, --tau-text, --tau-muted, --tau-accent, --tau-focus, --tau-error - as their names say
 * @cssprop --tau-raises, --tau-raises-tint, --tau-lowers, --tau-lowers-tint - the verdict's colours; the picture keeps its own
 */
export interface TauRegion extends HTMLElement {
  /** A fragment as the explorer's "Copy link" gives it, from `#v1:` on; a whole address is taken too. */
  link: string | null | undefined;
  /** `given` (default) or `equilibrium`. */
  prices: string | null | undefined;
  /** `report` (default), `household` or `planner`. */
  rule: string | null | undefined;
  /** Points an axis: 32, 48, 64 (default), 96 or 128. */
  resolution: Setting;
  /** The quantity that colours the surface. */
  colour: string | null | undefined;
  /** Elasticities of ordinary capital and of compute; positive, their sum below 1. */
  alpha: Setting;
  beta: Setting;
  /** Share of investment that goes to compute, between 0 and 1. */
  tau: Setting;
  /** Rental price of compute relative to other capital, ω. */
  wr: Setting;
  /** Rental price of other capital, a year. */
  r: Setting;
  sigma: Setting;
  delta: Setting;
  rho: Setting;
  eta: Setting;
  /** Attribute `a`. */
  A: Setting;
  /** `light` or `dark`; default: the link's, else the reader's system. */
  theme: string | null | undefined;
  /** What is shown now, as `tau-change` tells it; `null` before anything is. */
  readonly shown: RegionChange | null;
}

declare global {
  interface HTMLElementTagNameMap {
    "tau-region": TauRegion;
  }
  interface HTMLElementEventMap {
    "tau-change": CustomEvent<RegionChange>;
  }
}

/** The element's class. */
export declare const TauRegionElement: new () => TauRegion;
