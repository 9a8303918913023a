import { EVIDENCE } from "./evidence.ts";

/** General and intelligent compute of the last year that the report counts for both. */
export interface TotalCompute {
  readonly year: number;
  /** EFLOPS. */
  readonly total: number;
  /** Per cent. */
  readonly intelligentShare: number;
}

export function totalCompute(): TotalCompute {
  const [general, intelligent] = ["general-compute", "intelligent-compute"].map(counted);
  const year = Math.max(...[...general.keys()].filter((one) => intelligent.has(one)));
  const [ordinary, smart] = [general.get(year) ?? NaN, intelligent.get(year) ?? NaN];
  return { year, total: ordinary + smart, intelligentShare: (100 * smart) / (ordinary + smart) };
}

function counted(id: string): ReadonlyMap<number, number> {
  const series = EVIDENCE.series.find((one) => one.id === id);
  return new Map(series?.points.filter(([year]) => year < (series.forecastFrom ?? Infinity)) ?? []);
}
