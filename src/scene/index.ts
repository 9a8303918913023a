export { legendGradient } from "./colour-scale.ts";
export type { Marker } from "./marker-object.ts";
export { niceTicks } from "./nice-ticks.ts";
export type { OverlayLines } from "./overlay-object.ts";
export { RegionScene } from "./region-scene.ts";
export { SceneUnavailableError } from "./scene-unavailable-error.ts";
export type { Slice } from "./slices-object.ts";
export type { ViewPreset, ViewState } from "./view-camera.ts";
export type { WallLine } from "./wall-object.ts";
