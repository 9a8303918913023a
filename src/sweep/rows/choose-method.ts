import { cellCount, type SweepSpec } from "../spec.ts";
import type { Method } from "../methods.ts";
import { planRows } from "./rows-plan.ts";

/** Sweeps of fewer cells are visited in about a millisecond. */
const FEWEST_CELLS = 2 ** 20;
/** Following is chosen where it computes this many times fewer cells. */
const WORTHWHILE = 4;

/** What `auto` comes to: rows where no cell itself is wanted and far fewer have to be computed. */
export function chooseMethod(spec: SweepSpec, method: Method, wantsCells: boolean): Exclude<Method, "auto"> {
  if (method !== "auto") return method;
  if (wantsCells || cellCount(spec) < FEWEST_CELLS) return "cells";
  return planRows(spec).cost * WORTHWHILE <= cellCount(spec) ? "rows" : "cells";
}
