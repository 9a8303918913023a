import { type FieldName, type ParameterName } from "../model/index.ts";
import { parseSpec } from "../sweep/parse-spec.ts";
import { describeProblem } from "../sweep/problems.ts";
import { SWEEP_SCHEMA, type SweepSpec } from "../sweep/spec.ts";
import { axisNames, drawnAxes, fourthAxis } from "./axes.ts";
import type { ExplorerState } from "./explorer-state.ts";

/** The sweep of the whole grid, for counts and shares: the fourth axis first, then the drawn ones. */
export function sweepSpecOf(state: ExplorerState): SweepSpec {
  return specOf(state, sweepAxes(state), ["growth", "growthSlope"]);
}

/** A sweep of the present state over some axes, everything else as it is set. */
export function specOf(state: ExplorerState, axes: readonly ParameterName[], fields: readonly FieldName[]): SweepSpec {
  const parsed = parseSpec({
    schema: SWEEP_SCHEMA, prices: state.prices, rule: state.rule, fields,
    axes: axes.map((name) => ({ name, ...state.ranges[name], count: state.resolution })),
    fixed: fixedBeside(state, axes),
  });
  if (!parsed.ok) throw new RangeError(parsed.problems.map((problem) => describeProblem(problem, "en")).join(" "));
  return parsed.spec;
}

/** The present values of the parameters that have an effect and are no axes. */
export function fixedBeside({ prices, parameters }: ExplorerState, axes: readonly ParameterName[]): Partial<Record<ParameterName, number>> {
  return Object.fromEntries(axisNames(prices).filter((name) => !axes.includes(name)).map((name) => [name, parameters[name]]));
}

/** The axes of the sweep in its order: the fourth first, then the drawn ones. */
export function sweepAxes(state: ExplorerState): readonly ParameterName[] {
  return [fourthAxis(state), ...drawnAxes(state)];
}
