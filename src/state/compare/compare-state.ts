import { areAxes, axesOf, withAxes, type Axes } from "../axes.ts";
import type { ExplorerState } from "../explorer-state.ts";
import { otherSide, type CompareMode, type Scenario, type Side } from "./comparison.ts";
import { scenarioOf, withScenario } from "./scenario.ts";

/** Axes that have an effect whatever the prices. */
const COMMON_AXES: Axes = ["alpha", "beta", "tau", "sigma"];

/** Begins with two equal scenarios, the second of which is then changed. Nothing where a comparison is under way. */
export function withComparison(state: ExplorerState): ExplorerState {
  return state.compare === null ? { ...state, compare: { mode: "beside", edited: "B", other: scenarioOf(state) } } : state;
}

/** Goes on with the scenario that was being changed. */
export function withoutComparison(state: ExplorerState): ExplorerState {
  return { ...state, compare: null };
}

export function withCompareMode(state: ExplorerState, mode: CompareMode): ExplorerState {
  return state.compare === null ? state : { ...state, compare: { ...state.compare, mode } };
}

/** The scenario of a side; a state without a comparison is both. */
export function scenarioOfSide(state: ExplorerState, side: Side): Scenario {
  return scenarioOf(state.compare === null || state.compare.edited === side ? state : state.compare.other);
}

/** The state in which a side is the one that the controls change. */
export function withEdited(state: ExplorerState, side: Side): ExplorerState {
  const { compare } = state;
  if (compare === null || compare.edited === side) return state;
  return { ...withScenario(state, compare.other), compare: { ...compare, edited: side, other: scenarioOf(state) } };
}

/** Puts a scenario on a side, which begins a comparison where there is none. */
export function withSide(state: ExplorerState, side: Side, scenario: Scenario): ExplorerState {
  const compared = withComparison(state);
  const { compare } = compared;
  if (compare === null || compare.edited === side) return withScenario(compared, scenario);
  return { ...compared, compare: { ...compare, other: scenarioOf(scenario) } };
}

/** A becomes B, and B becomes A; the controls stay with their letter. */
export function withSwapped(state: ExplorerState): ExplorerState {
  const { compare } = state;
  return compare === null ? state : { ...withScenario(state, compare.other), compare: { ...compare, other: scenarioOf(state) } };
}

export function withCopied(state: ExplorerState, from: Side): ExplorerState {
  return state.compare === null ? state : withSide(state, otherSide(from), scenarioOfSide(state, from));
}

/** A side by itself, as the explorer would show it. */
export function stateOfSide(state: ExplorerState, side: Side): ExplorerState {
  return { ...withScenario(state, scenarioOfSide(state, side)), compare: null };
}

/** Whether both scenarios span the same space: the same four axes, each with an effect at the prices of both. */
export function isSpaceShared(state: ExplorerState): boolean {
  return state.compare === null || state.compare.other.prices === state.prices || (state.axes !== null && areAxes(state.axes, state.compare.other.prices));
}

/** Axes that both scenarios have. */
export function withCommonAxes(state: ExplorerState): ExplorerState {
  return withAxes(state, COMMON_AXES);
}

/** Whether a parameter spans the sweep: a difference in it moves the point, not the region. */
export function isAxis(state: ExplorerState, name: Axes[number]): boolean {
  return axesOf(state).includes(name);
}
