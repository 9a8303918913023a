import { type FieldName, type ParameterName } from "../model/index.ts";
import { parseSpec } from "../sweep/parse-spec.ts";
import { describeProblem } from "../sweep/problems.ts";
import { SWEEP_SCHEMA, type SweepSpec } from "../sweep/spec.ts";
import { axisNames, drawnAxes, fourthAxis } from "./axes.ts";
import type { ExplorerState } from "./explorer-state.ts";

/** The sweep of the whole grid, for counts and shares: the fourth axis first, then the drawn ones. */
export function sweepSpecOf(state: ExplorerState): SweepSpec {
  return specOf(state, [fourthAxis(state), ...drawnAxes(state)], ["growth", "growthSlope"]);
}

/** A sweep of the present state over some axes, everything else as it is set. */
export function specOf(state: ExplorerState, axes: readonly ParameterName[], fields: readonly FieldName[]): SweepSpec {
  const fixed = axisNames(state.prices).filter((name) => !axes.includes(name))
    .map((name): readonly [ParameterName, number] => [name, state.parameters[name]]);
  const parsed = parseSpec({
    schema: SWEEP_SCHEMA, prices: state.prices, rule: state.rule, fields,
    axes: axes.map((name) => ({ name, ...state.ranges[name], count: state.resolution })),
    fixed: Object.fromEntries(fixed),
  });
  if (!parsed.ok) throw new RangeError(parsed.problems.map((problem) => describeProblem(problem, "en")).join(" "));
  return parsed.spec;
}
