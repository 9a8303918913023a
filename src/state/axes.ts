import {
  describeAdmissible, isAdmissible, isTechnologyFeasible, PARAMETER_NAMES, PARAMETERS, placeInView, valueInView, type ParameterInfo,
  type ParameterName, type Parameters, type PriceMode,
} from "../model/index.ts";
import { parseAxis } from "../sweep/parse-axis.ts";
import { quote, type Problem } from "../sweep/problems.ts";

/** What spans the scene, two to the sides and one upwards, and the fourth axis of the sweep, which the scene does not show. */
export type Axes = readonly [x: ParameterName, y: ParameterName, up: ParameterName, fourth: ParameterName];

/** What an axis and a slider run over. */
export type Range = ParameterInfo["view"];
export type Ranges = Readonly<Record<ParameterName, Range>>;

export const USUAL_AXES: Readonly<Record<PriceMode, Axes>> = {
  given: ["alpha", "beta", "wr", "tau"],
  equilibrium: ["alpha", "beta", "tau", "A"],
};

export const USUAL_RANGES: Ranges = Object.freeze(
  Object.fromEntries(PARAMETER_NAMES.map((name) => [name, PARAMETERS[name].view])) as Record<ParameterName, Range>,
);

/** Parameters that have an effect in a price mode: those that can be axes. */
export function axisNames(prices: PriceMode): readonly ParameterName[] {
  return PARAMETER_NAMES.filter((name) => PARAMETERS[name].modes.includes(prices));
}

interface WithAxes {
  readonly prices: PriceMode;
  /** `null`: the usual ones of the price mode. */
  readonly axes: Axes | null;
}

export function axesOf({ prices, axes }: WithAxes): Axes {
  return axes ?? USUAL_AXES[prices];
}

/** The three axes of the scene. */
export function drawnAxes(state: WithAxes): readonly [ParameterName, ParameterName, ParameterName] {
  const [x, y, up] = axesOf(state);
  return [x, y, up];
}

/** The axis of the sweep that the scene does not show, and its slider plays. */
export function fourthAxis(state: WithAxes): ParameterName {
  return axesOf(state)[3];
}

/** Whether the boundary over these axes is the surface of MODEL.md: ω = Θ(α, β), or τ = 1−α in equilibrium, standing upright. */
export function isUsualSpace(state: WithAxes): boolean {
  const [x, y, up] = drawnAxes(state);
  const [usualX, usualY, usualUp] = USUAL_AXES[state.prices];
  return x === usualX && y === usualY && up === usualUp;
}

/** Four different parameters, each with an effect at these prices. */
export function areAxes(names: readonly ParameterName[], prices: PriceMode): boolean {
  return names.length === 4 && new Set(names).size === 4 && names.every((name) => axisNames(prices).includes(name));
}

/** Puts a parameter on an axis; where it is on another already, the two change places. */
export function withAxis<State extends WithAxes>(state: State, position: 0 | 1 | 2 | 3, name: ParameterName): State {
  const present = axesOf(state);
  const swapped = (at: number): ParameterName => (at === position ? name : present[at] === name ? present[position] : present[at]);
  return withAxes(state, [swapped(0), swapped(1), swapped(2), swapped(3)]);
}

/** The usual axes are held as `null`, so that a change of the prices keeps them usual. */
export function withAxes<State extends WithAxes>(state: State, axes: Axes): State {
  return { ...state, axes: axes.every((name, k) => name === USUAL_AXES[state.prices][k]) ? null : axes };
}

export function withRange<State extends { readonly ranges: Ranges }>(state: State, name: ParameterName, range: Range): State {
  return { ...state, ranges: { ...state.ranges, [name]: range } };
}

/** What is wrong with a range for a parameter; nothing where it can be an axis and a slider, both ends being values of the parameter. */
export function rangeProblems(name: ParameterName, range: Range): readonly Problem[] {
  const problems: Problem[] = (["min", "max"] as const).filter((end) => !isAdmissible(name, range[end])).map((end) => {
    const found = quote(range[end]);
    return { path: `${name}.${end}`, found: { en: `found ${found}`, zh: `得到 ${found}` }, allowed: describeAdmissible(name) };
  });
  if (problems.length === 0) parseAxis({ name, ...range, count: 2 }, name, (problem) => problems.push(problem));
  return problems;
}

/** The least and the greatest value of a range at which the other parameters, as they are, leave a feasible technology; `null` where none does. */
export function feasibleSpan(name: ParameterName, { min, max }: Range, { alpha, beta }: Parameters): readonly [number, number] | null {
  if (name !== "alpha" && name !== "beta") return [min, max];
  const other = name === "alpha" ? beta : alpha;
  if (isTechnologyFeasible(max, other)) return [min, max];
  const most = Number((1 - other - 0.001).toFixed(3));
  return most > min && isAdmissible(name, most) ? [min, most] : null;
}

/**
 * Where a parameter stands after playing on for `seconds`, over its range in `period` seconds and then from the start again. To
 * four digits; `null` where no value is feasible.
 */
export function played(name: ParameterName, range: Range, parameters: Parameters, seconds: number, period: number): number | null {
  const span = feasibleSpan(name, range, parameters);
  if (span === null) return null;
  const feasible: Range = { ...range, min: span[0], max: span[1] };
  const place = placeInView(parameters[name], feasible);
  const next = place >= 1 ? 0 : Math.min(1, Math.max(0, place) + seconds / period);
  return Number(Math.min(feasible.max, Math.max(feasible.min, valueInView(next, feasible))).toPrecision(4));
}
