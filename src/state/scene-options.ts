import { type QuantityName } from "../model/index.ts";

export const PROJECTIONS = ["perspective", "orthographic"] as const;
export type Projection = (typeof PROJECTIONS)[number];

/** How what the model calls impossible is drawn: as the rest, hatched, or not at all. */
export const FLAG_STYLES = ["plain", "hatched", "hidden"] as const;
export type FlagStyle = (typeof FLAG_STYLES)[number];

/** Lines over the scene that come from the formula, not from the grid. */
export const OVERLAYS = ["exact", "valley"] as const;
export type Overlay = (typeof OVERLAYS)[number];

/** All points of the box at which a quantity has one value. */
export interface Isosurface {
  readonly quantity: QuantityName;
  /** In the quantity's own unit. */
  readonly level: number;
}

/** More at once hide each other. */
export const MOST_ISOSURFACES = 4;

/** Where a slice cuts its axis, 0 at the first point and 1 at the last; `null` where there is none. */
export type Slices = readonly [x: number | null, y: number | null, up: number | null];

/** What is drawn besides the region, and how. */
export interface SceneOptions {
  readonly projection: Projection;
  readonly flags: FlagStyle;
  readonly overlays: readonly Overlay[];
  readonly slices: Slices;
  readonly isosurfaces: readonly Isosurface[];
}

export const PLAIN_SCENE: SceneOptions = {
  projection: "perspective", flags: "plain", overlays: [], slices: [null, null, null], isosurfaces: [],
};

type WithScene = { readonly scene: SceneOptions };

export function withScene<State extends WithScene>(state: State, change: Partial<SceneOptions>): State {
  return { ...state, scene: { ...state.scene, ...change } };
}

export function withOverlay<State extends WithScene>(state: State, overlay: Overlay, isOn: boolean): State {
  return withScene(state, { overlays: OVERLAYS.filter((one) => (one === overlay ? isOn : state.scene.overlays.includes(one))) });
}

export function withSlice<State extends WithScene>(state: State, axis: 0 | 1 | 2, place: number | null): State {
  const [x, y, up] = state.scene.slices.map((present, one) => (one === axis ? place : present));
  return withScene(state, { slices: [x, y, up] });
}
