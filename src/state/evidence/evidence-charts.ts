import type { BilingualText, Language } from "../../model/index.ts";
import type { ChartTable } from "../chart-table.ts";
import { EVIDENCE } from "./evidence.ts";
import type { EvidenceSeries } from "./evidence-schema.ts";
import { evidenceText } from "./evidence-texts.ts";

/** Series that share a figure and a unit. */
export interface EvidenceChart {
  readonly id: string;
  readonly title: BilingualText;
  readonly series: readonly EvidenceSeries[];
}

const of = (...ids: readonly string[]): readonly EvidenceSeries[] => EVIDENCE.series.filter(({ id }) => ids.includes(id));

/** Every series of the report, in one of these. */
export const EVIDENCE_CHARTS: readonly EvidenceChart[] = [
  { id: "economy", title: { en: "The digital economy", zh: "数字经济规模" }, series: of("digital-economy") },
  { id: "economy-share", title: { en: "Its share of GDP", zh: "数字经济占 GDP 比重" }, series: of("digital-economy-share") },
  { id: "industries", title: { en: "Its two parts", zh: "数字经济的两个部分" }, series: of("industry-digitalisation", "digital-industrialisation") },
  { id: "industry-shares", title: { en: "Shares of the two parts", zh: "两个部分的占比" }, series: of("industry-digitalisation-share", "digital-industrialisation-share") },
  { id: "compute", title: { en: "Compute", zh: "算力规模" }, series: of("general-compute", "intelligent-compute") },
  {
    id: "servers", title: { en: "Demand for servers", zh: "服务器年需求量" },
    series: of("servers-beijing-tianjin-hebei", "servers-yangtze-delta", "servers-guangdong", "servers-west"),
  },
];

/** One number that the report prints. */
export interface EvidencePoint {
  readonly series: EvidenceSeries;
  readonly year: number;
  readonly value: number;
  readonly isForecast: boolean;
}

export function pointsOf({ series }: EvidenceChart): readonly EvidencePoint[] {
  return series.flatMap((one) => one.points.map(([year, value]) => ({ series: one, year, value, isForecast: year >= (one.forecastFrom ?? Infinity) })));
}

/** From the first to the last year with a number, those without any. */
export function yearsWithout(chart: EvidenceChart): readonly number[] {
  const years = pointsOf(chart).map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: last - first + 1 }, (_, k) => first + k).filter((year) => !years.includes(year));
}

const HEADINGS: Readonly<Record<Language, readonly string[]>> = {
  en: ["series", "section", "unit", "year", "value", "forecast"],
  zh: ["序列", "出处", "单位", "年份", "数值", "预测"],
};

/** The chart's numbers for a file; a forecast is 1. */
export function evidenceTable(chart: EvidenceChart, language: Language): ChartTable {
  return {
    headings: HEADINGS[language],
    rows: pointsOf(chart).map(({ series, year, value, isForecast }) =>
      [series[language], evidenceText(series.section)[language], evidenceText(series.unit)[language], year, value, isForecast ? 1 : 0]),
  };
}
