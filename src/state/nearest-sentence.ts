import { PARAMETERS, type BilingualText, type NearestBoundary, type ParameterName, type PriceMode } from "../model/index.ts";
import { formatNumber, formatPercent } from "./format.ts";

const PLACE_DIGITS = 3;
const DISTANCE_DIGITS = 2;

/** The parameters that lead to the nearest point of the boundary: what the sign depends on. */
export function boundaryAxes(prices: PriceMode): readonly ParameterName[] {
  return ["alpha", "beta", prices === "given" ? "wr" : "tau"];
}

/** Where the nearest point of the boundary is, and how far away. */
export function nearestSentence({ parameters, distance }: NearestBoundary, prices: PriceMode): BilingualText {
  const place = boundaryAxes(prices).map((name) => `${PARAMETERS[name].symbol} = ${formatNumber(parameters[name], PLACE_DIGITS)}`);
  return {
    en: `The nearest point of the boundary, ${place.join(", ")}, is ${formatPercent(distance, DISTANCE_DIGITS)} of the axes' usual ranges away.`,
    zh: `边界上最近的点为 ${place.join("、")}，距离为各轴常用范围的 ${formatPercent(distance, DISTANCE_DIGITS, "zh")}。`,
  };
}
