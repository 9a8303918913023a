import { CLASS_BOUNDARY, CLASS_INFEASIBLE, CLASS_NEGATIVE, CLASS_POSITIVE, type SignClass } from "../../model/index.ts";
import type { PairCounts } from "./count-difference.ts";

const FEASIBLE: readonly SignClass[] = [CLASS_POSITIVE, CLASS_BOUNDARY, CLASS_NEGATIVE];
const NOT_POSITIVE: readonly SignClass[] = [CLASS_BOUNDARY, CLASS_NEGATIVE, CLASS_INFEASIBLE];
const ALL: readonly SignClass[] = [...FEASIBLE, CLASS_INFEASIBLE];

/** What turns between A and B, in cells of the grid. positive(B) − positive(A) = gained − lost. */
export interface Difference {
  readonly points: number;
  readonly positiveA: number;
  readonly positiveB: number;
  /** More compute raises growth in B and not in A. */
  readonly gained: number;
  /** More compute raises growth in A and not in B. */
  readonly lost: number;
  readonly bothFeasible: number;
  /** Feasible in both, and the sign is not the same. */
  readonly turned: number;
  /** Feasible in one alone. */
  readonly feasibleInOne: number;
  /** turned / bothFeasible; `null` where nothing is feasible in both. */
  readonly share: number | null;
}

export function differenceOf(counts: PairCounts): Difference {
  const bothFeasible = counts.of(FEASIBLE, FEASIBLE);
  const turned = bothFeasible - FEASIBLE.reduce<number>((sum, sign) => sum + counts.of([sign], [sign]), 0);
  return {
    points: counts.of(ALL, ALL),
    positiveA: counts.of([CLASS_POSITIVE], ALL), positiveB: counts.of(ALL, [CLASS_POSITIVE]),
    gained: counts.of(NOT_POSITIVE, [CLASS_POSITIVE]), lost: counts.of([CLASS_POSITIVE], NOT_POSITIVE),
    bothFeasible, turned, feasibleInOne: counts.of(FEASIBLE, [CLASS_INFEASIBLE]) + counts.of([CLASS_INFEASIBLE], FEASIBLE),
    share: bothFeasible === 0 ? null : turned / bothFeasible,
  };
}
