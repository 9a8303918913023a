import type { ParameterInfo } from "./parameters.ts";

type View = ParameterInfo["view"];

/** A value as its place on a parameter's usual range: 0 at its least, 1 at its greatest, beyond them outside. */
export function placeInView(value: number, { min, max, spacing }: View): number {
  return spacing === "log" ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min);
}

/** The value at a place on a parameter's usual range. */
export function valueInView(place: number, { min, max, spacing }: View): number {
  return spacing === "log" ? min * (max / min) ** place : min + (max - min) * place;
}
