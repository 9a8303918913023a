import { isTechnologyFeasible, type Language, PARAMETERS, placeInView, type ParameterName, type Parameters, valueInView } from "../../model/index.ts";
import type { niceTicks, WallLine } from "../../scene/index.ts";
import { drawnAxes } from "../../state/axes.ts";
import type { ExplorerState } from "../../state/explorer-state.ts";

/** A point of the scene: each axis from 0, its first point, to 1, its last. */
export type DisplayPoint = readonly [number, number, number];

/** What says where parameters stand in the scene. */
export type DrawnSpace = Pick<ExplorerState, "prices" | "axes" | "ranges" | "parameters">;

/** Whether a place in the scene means the same in both states. */
export function isSameSpace(one: DrawnSpace, other: DrawnSpace): boolean {
  const axes = drawnAxes(one);
  return one.prices === other.prices && drawnAxes(other).every((name, k) => name === axes[k] && one.ranges[name] === other.ranges[name]);
}

/** Ticks on each axis, about. */
const TICKS = 6;

/** The drawn axes as the scene labels them. @param ticksOf the scene's own, which comes after the first picture */
export function labelledAxes(space: DrawnSpace, language: Language, ticksOf: typeof niceTicks) {
  const [x, y, up] = drawnAxes(space).map((name) => {
    const { symbol, label } = PARAMETERS[name];
    const { min, max, spacing } = space.ranges[name];
    return { symbol, title: label[language], ticks: ticksOf(min, max, TICKS, spacing) };
  });
  return [x, y, up] as const;
}

/** Where the parameters stand in the scene, or `null` outside its box. */
export function displayPoint(space: DrawnSpace): DisplayPoint | null {
  const [x, y, z] = drawnAxes(space).map((name) => placeInView(space.parameters[name], space.ranges[name]));
  return [x, y, z].every((position) => position >= 0 && position <= 1) ? [x, y, z] : null;
}

/** What a point picked on the wall α+β = 1, where no economy is, leaves to χ. */
const LEAST_CHI = 0.001;

/** The drawn parameters at a point of the scene, to four digits: what a person can pick. One on the wall is taken from just before it. */
export function pickedParameters(point: DisplayPoint, space: DrawnSpace): Partial<Parameters> {
  const axes = drawnAxes(space);
  const picked: Partial<Parameters> = Object.fromEntries(axes.map((name, k): readonly [ParameterName, number] =>
    [name, Number(valueInView(point[k], space.ranges[name]).toPrecision(4))]));
  const { alpha, beta } = { ...space.parameters, ...picked };
  if (isTechnologyFeasible(alpha, beta)) return picked;
  const excess = alpha + beta - 1 + LEAST_CHI;
  const larger = alpha >= beta ? "alpha" : "beta";
  const smaller = larger === "alpha" ? "beta" : "alpha";
  const reduced = axes.includes(larger) ? larger : smaller;
  return { ...picked, [reduced]: Number(((reduced === "alpha" ? alpha : beta) - excess).toFixed(4)) };
}

/** Points of a line that bends, as it does over a logarithmic axis. */
const WALL_POINTS = 33;

/** The feasibility wall within the box; `null` where it does not pass through it. */
export function wallLine(space: DrawnSpace): WallLine | null {
  const { ranges, parameters } = space;
  const axes = drawnAxes(space);
  const [a, b] = [axes.indexOf("alpha"), axes.indexOf("beta")] as (-1 | 0 | 1 | 2)[];
  if (a >= 0 && b >= 0) {
    const low = Math.max(ranges.alpha.min, 1 - ranges.beta.max);
    const high = Math.min(ranges.alpha.max, 1 - ranges.beta.min);
    if (low >= high) return null;
    const isBent = ranges.alpha.spacing === "log" || ranges.beta.spacing === "log";
    const steps = isBent ? WALL_POINTS - 1 : 1;
    const points = Array.from({ length: steps + 1 }, (_, k) => {
      const alpha = low + ((high - low) * k) / steps;
      return [placeInView(alpha, ranges.alpha), placeInView(1 - alpha, ranges.beta)] as const;
    });
    return { over: [a as 0 | 1 | 2, b as 0 | 1 | 2], points };
  }
  const at = Math.max(a, b);
  if (at < 0) return null;
  const name = a >= 0 ? "alpha" : "beta";
  const place = placeInView(1 - parameters[name === "alpha" ? "beta" : "alpha"], ranges[name]);
  if (!(place > 0 && place < 1)) return null;
  const beside = at === 0 ? 1 : 0;
  return { over: [at as 0 | 1 | 2, beside], points: [[place, 0], [place, 1]] };
}
