import { evaluatePoint, isFeasible, placeInView, valueInView, type Parameters } from "../model/index.ts";
import { drawnAxes, isUsualSpace } from "./axes.ts";
import type { ExplorerState } from "./explorer-state.ts";

/** A point of the scene: each axis from 0 to 1. */
type Place = readonly [number, number, number];
export type PlaceLine = readonly Place[];

/** Lines each way, and points along each. */
const LINES = 11;
const POINTS = 97;

/**
 * Height in the scene, 0 to 1, of the boundary ω = Θ(α, β), or τ = 1−α in equilibrium, by its formula; `null` where no technology is feasible.
 * For the usual axes alone.
 */
function exactHeight(state: ExplorerState, alpha: number, beta: number): number | null {
  const parameters: Parameters = { ...state.parameters, alpha, beta };
  if (!isFeasible(parameters)) return null;
  const [, , up] = drawnAxes(state);
  const value = state.prices === "equilibrium" ? 1 - alpha : evaluatePoint(parameters, state.rule, state.prices).fields.threshold ?? NaN;
  return placeInView(value, state.ranges[up]);
}

/** The exact boundary as lines of equal α and of equal β, where it lies in the box; nothing over other axes than the usual ones. */
export function exactSurfaceLines(state: ExplorerState): readonly PlaceLine[] {
  if (!isUsualSpace(state)) return [];
  const ends = Array.from({ length: LINES }, (_, k) => k / (LINES - 1));
  const along = Array.from({ length: POINTS }, (_, k) => k / (POINTS - 1));
  const place = (x: number, y: number): Place | null => {
    const height = exactHeight(state, valueInView(x, state.ranges.alpha), valueInView(y, state.ranges.beta));
    return height !== null && height >= 0 && height <= 1 ? [x, y, height] : null;
  };
  return ends.flatMap((end) => [...unbroken(along.map((x) => place(x, end))), ...unbroken(along.map((y) => place(end, y)))]);
}

/** The line β = ½−α along which the threshold is least for each α; nothing where the threshold has no valley. */
export function valleyLine(state: ExplorerState): readonly PlaceLine[] {
  if (!isUsualSpace(state) || state.prices === "equilibrium" || state.rule === "household") return [];
  const { alpha, beta } = state.ranges;
  return unbroken(Array.from({ length: POINTS }, (_, k) => {
    const x = k / (POINTS - 1);
    const across = valueInView(x, alpha);
    const depth = 0.5 - across;
    if (depth < beta.min || depth > beta.max) return null;
    const height = exactHeight(state, across, depth);
    return height !== null && height >= 0 && height <= 1 ? [x, placeInView(depth, beta), height] as const : null;
  }));
}

/** How far a sampled surface lies from the exact one, along the upright axis. */
export interface Deviation {
  /** Of the value on a logarithmic axis, as a share; in the axis's own unit on a linear one. */
  readonly largest: number;
  readonly mean: number;
  readonly isRelative: boolean;
}

/** The deviation at the vertices of a surface; `null` where there is nothing to compare. */
export function deviationOf(state: ExplorerState, { positions, sheet }: { readonly positions: Float32Array; readonly sheet: Uint32Array }): Deviation | null {
  if (!isUsualSpace(state)) return null;
  const [, , up] = drawnAxes(state);
  const range = state.ranges[up];
  const isRelative = range.spacing === "log";
  const distance = (from: number, to: number) => Math.abs(isRelative ? valueInView(from, range) / valueInView(to, range) - 1 : valueInView(from, range) - valueInView(to, range));
  let [largest, sum, count] = [0, 0, 0];
  for (const vertex of new Set(sheet)) {
    const [x, y, z] = positions.subarray(3 * vertex, 3 * vertex + 3);
    const height = exactHeight(state, valueInView(x, state.ranges.alpha), valueInView(y, state.ranges.beta));
    if (height === null) continue;
    const found = distance(z, height);
    largest = Math.max(largest, found);
    sum += found;
    count++;
  }
  return count === 0 ? null : { largest, mean: sum / count, isRelative };
}

/** The parts of a line without its gaps. */
function unbroken(line: readonly (Place | null)[]): readonly PlaceLine[] {
  const parts: Place[][] = [[]];
  for (const place of line) {
    if (place === null) parts.push([]);
    else parts[parts.length - 1].push(place);
  }
  return parts.filter((part) => part.length > 1);
}
