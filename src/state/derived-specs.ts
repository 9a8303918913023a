import { type FieldName, type ParameterName } from "../model/index.ts";
import { parseSpec } from "../sweep/parse-spec.ts";
import { describeProblem } from "../sweep/problems.ts";
import { SWEEP_SCHEMA, type SweepSpec } from "../sweep/spec.ts";
import type { SurfaceRequest } from "../workers/sweep-client.ts";
import { axisNames, drawnAxes, fourthAxis } from "./axes.ts";
import type { ExplorerState } from "./explorer-state.ts";

/** The sweep of the whole grid, for counts and shares: the fourth axis first, then the drawn ones. */
export function sweepSpecOf(state: ExplorerState): SweepSpec {
  return specOf(state, [fourthAxis(state), ...drawnAxes(state)], ["growth", "growthSlope"]);
}

/** The layer that is drawn: the fourth parameter at its present value. */
export function layerSpecOf(state: ExplorerState): SweepSpec {
  return specOf(state, drawnAxes(state), [...new Set<FieldName>(["growthSlope", state.colour])]);
}

/** The boundary of the region ∂g/∂τ > 0 in the layer. */
export function surfaceRequestOf(state: ExplorerState): SurfaceRequest {
  return { spec: layerSpecOf(state), field: "growthSlope", level: 0, colour: state.colour };
}

function specOf(state: ExplorerState, axes: readonly ParameterName[], fields: readonly FieldName[]): SweepSpec {
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
