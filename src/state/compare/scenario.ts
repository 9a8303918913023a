import { PARAMETER_NAMES, type ParameterName } from "../../model/index.ts";
import { withParameters, withPrices, type ExplorerState } from "../explorer-state.ts";
import type { Scenario } from "./comparison.ts";

export function scenarioOf({ prices, rule, parameters }: Scenario): Scenario {
  return { prices, rule, parameters };
}

/** The state with another scenario; of the view only what its prices do not have gives way. */
export function withScenario(state: ExplorerState, { prices, rule, parameters }: Scenario): ExplorerState {
  const priced = prices === state.prices ? state : withPrices(state, prices);
  return withParameters({ ...priced, rule }, parameters);
}

/** The parameters that differ, in the order of their table. */
export function differingParameters(one: Scenario, other: Scenario): readonly ParameterName[] {
  return PARAMETER_NAMES.filter((name) => !Object.is(one.parameters[name], other.parameters[name]));
}
