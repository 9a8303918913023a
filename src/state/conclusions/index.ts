import type { ConclusionInfo } from "./conclusion.ts";
import { LARGER_SHARE } from "./larger-share.ts";
import type { Conclusion } from "./names.ts";
import { PULL_AHEAD } from "./pull-ahead.ts";
import { STEADY_GROWTH } from "./steady-growth.ts";
import { SYNERGY } from "./synergy.ts";
import { TWO_INDUSTRIES } from "./two-industries.ts";

/** What the report concludes, each with where it holds, where it turns and by how much. */
export const CONCLUSION_INFO: Readonly<Record<Conclusion, ConclusionInfo>> = {
  "steady-growth": STEADY_GROWTH, "larger-share": LARGER_SHARE, "pull-ahead": PULL_AHEAD, synergy: SYNERGY, "two-industries": TWO_INDUSTRIES,
};
