import { PARAMETERS, type ParameterInfo, type ParameterName, type Parameters, type PriceMode } from "../../model/index.ts";
import { drawnAxes } from "../../state/derived-specs.ts";

/** A point of the scene: each axis from 0, its first point, to 1, its last. */
export type DisplayPoint = readonly [number, number, number];

type View = ParameterInfo["view"];

function toDisplay(value: number, { min, max, spacing }: View): number {
  return spacing === "log" ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min);
}

function fromDisplay(position: number, { min, max, spacing }: View): number {
  return spacing === "log" ? min * (max / min) ** position : min + (max - min) * position;
}

/** Where the parameters stand in the scene, or `null` outside its box. */
export function displayPoint(parameters: Parameters, prices: PriceMode): DisplayPoint | null {
  const [x, y, z] = drawnAxes(prices).map((name) => toDisplay(parameters[name], PARAMETERS[name].view));
  return [x, y, z].every((position) => position >= 0 && position <= 1) ? [x, y, z] : null;
}

/** The drawn parameters at a point of the scene, to four digits: what a person can pick. */
export function pickedParameters(point: DisplayPoint, prices: PriceMode): Partial<Parameters> {
  const picked = drawnAxes(prices).map((name, k): readonly [ParameterName, number] =>
    [name, Number(fromDisplay(point[k], PARAMETERS[name].view).toPrecision(4))]);
  return Object.fromEntries(picked);
}

/** The feasibility wall α+β = 1 within the box, as a segment of its floor. */
export function wallSegment(): readonly [readonly [number, number], readonly [number, number]] {
  const alpha = PARAMETERS.alpha.view;
  const beta = PARAMETERS.beta.view;
  const low = Math.max(alpha.min, 1 - beta.max);
  const high = Math.min(alpha.max, 1 - beta.min);
  return [
    [toDisplay(low, alpha), toDisplay(1 - low, beta)],
    [toDisplay(high, alpha), toDisplay(1 - high, beta)],
  ];
}
