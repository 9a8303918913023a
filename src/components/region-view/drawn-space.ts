import { isTechnologyFeasible, PARAMETERS, placeInView, type ParameterName, type Parameters, type PriceMode, valueInView } from "../../model/index.ts";
import { drawnAxes } from "../../state/derived-specs.ts";

/** A point of the scene: each axis from 0, its first point, to 1, its last. */
export type DisplayPoint = readonly [number, number, number];

/** Where the parameters stand in the scene, or `null` outside its box. */
export function displayPoint(parameters: Parameters, prices: PriceMode): DisplayPoint | null {
  const [x, y, z] = drawnAxes(prices).map((name) => placeInView(parameters[name], PARAMETERS[name].view));
  return [x, y, z].every((position) => position >= 0 && position <= 1) ? [x, y, z] : null;
}

/** What a point picked on the wall α+β = 1, where no economy is, leaves to χ. */
const LEAST_CHI = 0.001;

/** The drawn parameters at a point of the scene, to four digits: what a person can pick. One on the wall is taken from just before it. */
export function pickedParameters(point: DisplayPoint, prices: PriceMode): Partial<Parameters> {
  const picked = drawnAxes(prices).map((name, k): readonly [ParameterName, number] =>
    [name, Number(valueInView(point[k], PARAMETERS[name].view).toPrecision(4))]);
  const parameters: Partial<Parameters> = Object.fromEntries(picked);
  const { alpha = NaN, beta = NaN } = parameters;
  return isTechnologyFeasible(alpha, beta) ? parameters : { ...parameters, ...justFeasible(alpha, beta) };
}

/** Takes from the larger of the two what χ lacks. */
function justFeasible(alpha: number, beta: number): Pick<Parameters, "alpha" | "beta"> {
  const excess = alpha + beta - 1 + LEAST_CHI;
  const less = (value: number) => Number((value - excess).toFixed(4));
  return alpha >= beta ? { alpha: less(alpha), beta } : { alpha, beta: less(beta) };
}

/** The feasibility wall α+β = 1 within the box, as a segment of its floor. */
export function wallSegment(): readonly [readonly [number, number], readonly [number, number]] {
  const alpha = PARAMETERS.alpha.view;
  const beta = PARAMETERS.beta.view;
  const low = Math.max(alpha.min, 1 - beta.max);
  const high = Math.min(alpha.max, 1 - beta.min);
  return [
    [placeInView(low, alpha), placeInView(1 - low, beta)],
    [placeInView(high, alpha), placeInView(1 - high, beta)],
  ];
}
