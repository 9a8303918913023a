/** The entry of `tauscape/components`. */
export { TauRegionElement } from "./tau-region.ts";
