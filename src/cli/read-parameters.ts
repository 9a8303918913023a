import { DEFAULT_PARAMETERS, PARAMETER_NAMES, type ParameterName, type Parameters } from "../model/index.ts";
import type { Problem } from "../sweep/problems.ts";
import { finiteNumber, found, isRecord, refuseUnknownKeys, type Report } from "../sweep/reading.ts";

/** Values for some of the parameters. */
export type PartialParameters = Readonly<Partial<Record<ParameterName, number>>>;

/** One point, or a list of points to answer in the same shape. */
export interface PointsRead {
  readonly isList: boolean;
  readonly points: readonly PartialParameters[];
}

const FINITE = { en: "a finite number", zh: "有限的数值" };

/**
 * Reads what `point --params` takes: an object of parameters, or an array of them. Values outside a domain are answers
 * (infeasible points), not problems; all problems are reported at once.
 */
export function readPoints(input: unknown): { readonly read: PointsRead; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const isList = Array.isArray(input);
  const points = isList
    ? (input as readonly unknown[]).map((item, k) => readPoint(item, `[${k}]`, report))
    : [readPoint(input, "", report)];
  return { read: { isList, points }, problems };
}

function readPoint(input: unknown, path: string, report: Report): PartialParameters {
  if (!isRecord(input)) {
    report(found(path, input, {
      en: `${path === "" ? "an object, or an array of objects," : "an object"} with some of the keys ${PARAMETER_NAMES.join(", ")}`,
      zh: `${path === "" ? "一个对象或由对象组成的数组" : "一个对象"}，可用的键：${PARAMETER_NAMES.join("、")}`,
    }));
    return {};
  }
  refuseUnknownKeys(input, PARAMETER_NAMES, path, report);
  const point: Partial<Record<ParameterName, number>> = {};
  for (const name of PARAMETER_NAMES) {
    if (!Object.hasOwn(input, name)) continue;
    const value = finiteNumber(input[name], path === "" ? name : `${path}.${name}`, FINITE, report);
    if (value !== null) point[name] = value;
  }
  return point;
}

/** All ten parameters: the point's own, then those of the options, which win, the rest at their defaults. */
export function completePoint(point: PartialParameters, options: PartialParameters): Parameters {
  return { ...DEFAULT_PARAMETERS, ...point, ...options };
}
