import { ADDED_EQUATIONS } from "./added-equations.ts";
import type { Equation } from "./equation.ts";
import { REPORT_EQUATIONS } from "./report-equations.ts";

export * from "./conclusions.ts";
export * from "./equation.ts";
export * from "./notes.ts";
export * from "./sections.ts";
export * from "./slips.ts";
export * from "./symbols.ts";

/** Every equation of the model page, the report's first. */
export const EQUATIONS: readonly Equation[] = [...REPORT_EQUATIONS, ...ADDED_EQUATIONS];
