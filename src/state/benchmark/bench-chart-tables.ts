import { BENCH_LABELS, jobOf, VERDICT_LABELS, WORK_LABELS } from "../../benchmark/bench-labels.ts";
import type { BenchJobId } from "../../benchmark/bench-result.ts";
import type { BarGroup, EngineSeries, RoofLine, Spread } from "../../benchmark/chart-data.ts";
import type { BenchPair } from "../../benchmark/compare-bench.ts";
import type { BilingualText, Language } from "../../model/index.ts";
import type { ChartTable } from "../chart-table.ts";

/** Headings that the benchmark's own tables do not have. Units are those of the numbers: seconds, bytes a second. */
const HEADINGS = {
  size: { en: "Points an axis", zh: "每轴点数" },
  points: { en: "Points", zh: "点数" },
  seconds: { en: "Median (s)", zh: "中位数（秒）" },
  lowSeconds: { en: "Lower quartile (s)", zh: "下四分位数（秒）" },
  highSeconds: { en: "95th percentile (s)", zh: "第 95 百分位数（秒）" },
  bandwidth: { en: "At the median (B/s)", zh: "按中位数（B/s）" },
  lowBandwidth: { en: "At the 95th percentile (B/s)", zh: "按第 95 百分位数（B/s）" },
  highBandwidth: { en: "At the lower quartile (B/s)", zh: "按下四分位数（B/s）" },
  ofThread: { en: "Bytes a thread", zh: "每线程字节数" },
  from: { en: "95 % of it, from", zh: "95% 区间下限" },
  to: { en: "95 % of it, to", zh: "95% 区间上限" },
  secondsOfA: { en: "Median of A (s)", zh: "A 的中位数（秒）" },
  secondsOfB: { en: "Median of B (s)", zh: "B 的中位数（秒）" },
} as const satisfies Readonly<Record<string, BilingualText>>;
const { job: JOB, engine: ENGINE, threads: THREADS, validity: VALIDITY, ratio: RATIO, verdict: VERDICT } = BENCH_LABELS;

function table(language: Language, headings: readonly BilingualText[], rows: ChartTable["rows"]): ChartTable {
  return { headings: headings.map((heading) => heading[language]), rows };
}

const spreadCells = ({ middle, low, high }: Spread): readonly number[] => [middle, low, high];

/** One job at one size: a row a bar, in seconds. */
export function barTable({ job, size, bars }: BarGroup, language: Language): ChartTable {
  return table(
    language, [JOB, HEADINGS.size, ENGINE, THREADS, HEADINGS.seconds, HEADINGS.lowSeconds, HEADINGS.highSeconds, VALIDITY],
    bars.map((bar) => [jobOf(job).label[language], size, bar.engine, bar.threads, ...spreadCells(bar), BENCH_LABELS[bar.isValid ? "valid" : "invalid"][language]]),
  );
}

/** One job over sizes: a row a mark, in seconds. */
export function scalingTable(job: BenchJobId, series: readonly EngineSeries[], language: Language): ChartTable {
  return table(
    language, [JOB, ENGINE, THREADS, HEADINGS.size, HEADINGS.points, HEADINGS.seconds, HEADINGS.lowSeconds, HEADINGS.highSeconds],
    seriesRows(job, series, language),
  );
}

/** One job over sizes in bytes a second, with the lines of plain memory work below: a row each. */
export function rooflineTable(job: BenchJobId, series: readonly EngineSeries[], roofs: readonly RoofLine[], language: Language): ChartTable {
  const { size, points, bandwidth, lowBandwidth, highBandwidth, ofThread } = HEADINGS;
  return table(language, [JOB, ENGINE, THREADS, size, points, bandwidth, lowBandwidth, highBandwidth, ofThread], [
    ...seriesRows(job, series, language).map((row) => [...row, NaN]),
    ...roofs.map((roof) => [WORK_LABELS[roof.work][language], NaN, NaN, NaN, NaN, roof.bandwidth, NaN, NaN, roof.bytes]),
  ]);
}

function seriesRows(job: BenchJobId, series: readonly EngineSeries[], language: Language): ChartTable["rows"] {
  return series.flatMap(({ engine, threads, points }) => points.map((one) => [jobOf(job).label[language], engine, threads, one.size, one.points, ...spreadCells(one)]));
}

/** Two results compared: a row a pair. */
export function ratioTable(pairs: readonly BenchPair[], language: Language): ChartTable {
  return table(
    language, [JOB, HEADINGS.size, ENGINE, THREADS, HEADINGS.secondsOfA, HEADINGS.secondsOfB, RATIO, HEADINGS.from, HEADINGS.to, VERDICT],
    pairs.map(({ job, size, engine, threads, a, b, ratio, interval, verdict }) =>
      [jobOf(job).label[language], size, engine, threads, a, b, ratio ?? NaN, ...(interval ?? [NaN, NaN]), VERDICT_LABELS[verdict][language]]),
  );
}
