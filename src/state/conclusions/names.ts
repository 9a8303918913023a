import type { REPORT_CONCLUSIONS } from "../../model/document/conclusions.ts";

/** The report's conclusions in the order of MODEL.md, section 2. */
export const CONCLUSIONS = ["steady-growth", "larger-share", "pull-ahead", "synergy", "two-industries"] as const satisfies readonly (keyof typeof REPORT_CONCLUSIONS)[];
export type Conclusion = (typeof CONCLUSIONS)[number];

/** Compute shares τ of two regions that are alike in all else: of the one that invests more in compute and of the one that invests less, as a rule. */
export type RegionShares = readonly [a: number, b: number];
export const USUAL_REGIONS: RegionShares = [0.4, 0.2];
