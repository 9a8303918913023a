import { PARAMETERS, type FieldName, type ParameterName, type PriceMode } from "../model/index.ts";
import { parseSpec } from "../sweep/parse-spec.ts";
import { describeProblem } from "../sweep/problems.ts";
import { SWEEP_SCHEMA, type SweepSpec } from "../sweep/spec.ts";
import type { SurfaceRequest } from "../workers/sweep-client.ts";
import type { ExplorerState } from "./explorer-state.ts";

/** The three axes of the scene: two to the sides, the third upwards. */
export function drawnAxes(prices: PriceMode): readonly [ParameterName, ParameterName, ParameterName] {
  return ["alpha", "beta", prices === "given" ? "wr" : "tau"];
}

/** The axis of the sweep that the scene does not show, and its slider plays. */
export function fourthAxis(prices: PriceMode): ParameterName {
  return prices === "given" ? "tau" : "A";
}

/** The sweep of the whole grid, for counts and shares: the fourth axis first, then the drawn ones. */
export function sweepSpecOf(state: ExplorerState): SweepSpec {
  return specOf(state, [fourthAxis(state.prices), ...drawnAxes(state.prices)], ["growth", "growthSlope"]);
}

/** The layer that is drawn: the fourth parameter at its present value. */
export function layerSpecOf(state: ExplorerState): SweepSpec {
  return specOf(state, drawnAxes(state.prices), [...new Set<FieldName>(["growthSlope", state.colour])]);
}

/** The boundary of the region ∂g/∂τ > 0 in the layer. */
export function surfaceRequestOf(state: ExplorerState): SurfaceRequest {
  return { spec: layerSpecOf(state), field: "growthSlope", level: 0, colour: state.colour };
}

function specOf(state: ExplorerState, axes: readonly ParameterName[], fields: readonly FieldName[]): SweepSpec {
  const fixed = Object.values(PARAMETERS)
    .filter(({ name, modes }) => modes.includes(state.prices) && !axes.includes(name))
    .map(({ name }): readonly [ParameterName, number] => [name, state.parameters[name]]);
  const parsed = parseSpec({
    schema: SWEEP_SCHEMA, prices: state.prices, rule: state.rule, fields,
    axes: axes.map((name) => ({ name, ...PARAMETERS[name].view, count: state.resolution })),
    fixed: Object.fromEntries(fixed),
  });
  if (!parsed.ok) throw new RangeError(parsed.problems.map((problem) => describeProblem(problem, "en")).join(" "));
  return parsed.spec;
}
