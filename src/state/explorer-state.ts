import {
  DEFAULT_PARAMETERS, PARAMETER_NAMES, quantitiesOf, type ParameterName, type Parameters, type PriceMode, type QuantityName, type Rule,
} from "../model/index.ts";
import { CONCLUSIONS, USUAL_REGIONS, type Conclusion, type RegionShares } from "./conclusions/names.ts";
import { PANELS, type Panel } from "./panels.ts";
import { PLAIN_SCENE, type SceneOptions } from "./scene-options.ts";
import { areAxes, USUAL_RANGES, type Axes, type Ranges } from "./axes.ts";
import type { Camera } from "./camera.ts";
import type { Comparison } from "./compare/comparison.ts";

/** Points an axis of the grid that the page sweeps; four axes, so 64 make 16,777,216 cells. */
export const RESOLUTIONS = [32, 48, 64, 96, 128] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** Everything that the page shows follows from this. */
export interface ExplorerState {
  readonly prices: PriceMode;
  readonly rule: Rule;
  readonly parameters: Parameters;
  readonly resolution: Resolution;
  /** `null`: the usual ones of the price mode. */
  readonly axes: Axes | null;
  /** What axes and sliders run over. */
  readonly ranges: Ranges;
  /** The quantity that colours the surface. */
  readonly colour: QuantityName;
  readonly scene: SceneOptions;
  /** What stands below the scene. */
  readonly panel: Panel;
  /** From where the scene is seen; `null`: the first view. Not part of the history: undo turns nothing. */
  readonly camera: Camera | null;
  /** A second scenario beside this one. */
  readonly compare: Comparison | null;
  /** The conclusion of the report that its panel shows. */
  readonly conclusion: Conclusion;
  /** The two regions of the conclusion that advanced regions pull ahead. */
  readonly regions: RegionShares;
  /** A point that stays while the sliders move, to be compared with. */
  readonly pin: Parameters | null;
}

export const DEFAULT_STATE: ExplorerState = {
  prices: "given", rule: "report", parameters: DEFAULT_PARAMETERS, axes: null, ranges: USUAL_RANGES, resolution: 64, colour: "growth", scene: PLAIN_SCENE, panel: PANELS[0],
  camera: null, compare: null,
  conclusion: CONCLUSIONS[0], regions: USUAL_REGIONS, pin: null,
};

/** Quantities that can colour surfaces and slices. */
export function colourFields(prices: PriceMode): readonly QuantityName[] {
  return quantitiesOf(prices);
}

export function withParameter(state: ExplorerState, name: ParameterName, value: number): ExplorerState {
  return withParameters(state, { [name]: value });
}

/** Sets some parameters; −0 reads as 0. */
export function withParameters(state: ExplorerState, values: Partial<Parameters>): ExplorerState {
  const merged = { ...state.parameters, ...values };
  for (const name of PARAMETER_NAMES) merged[name] += 0;
  return { ...state, parameters: merged };
}

/** Changes the price mode; a colour that it does not have gives way to growth, axes to the usual ones, isosurfaces go. */
export function withPrices(state: ExplorerState, prices: PriceMode): ExplorerState {
  return {
    ...state, prices,
    axes: state.axes !== null && areAxes(state.axes, prices) ? state.axes : null,
    colour: colourFields(prices).includes(state.colour) ? state.colour : "growth",
    scene: { ...state.scene, isosurfaces: state.scene.isosurfaces.filter(({ quantity }) => colourFields(prices).includes(quantity)) },
  };
}
