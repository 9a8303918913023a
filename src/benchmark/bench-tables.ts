import { FIELDS, formatCount, type FieldName, type Language } from "../model/index.ts";
import { formatMemory, formatNumber, formatRate, formatSeconds, formatShare, NONE } from "./bench-format.ts";
import { BENCH_LABELS, describeSettings, describeSize, jobOf, WORK_LABELS } from "./bench-labels.ts";
import type { BenchResult, EngineParity, ParityResult } from "./bench-result.ts";
import { rooflineShare } from "./roofline-share.ts";
import { describeStopReason } from "./stop-reasons.ts";

/** A table ready to be printed: the same for a terminal and for Markdown. */
export interface BenchTable {
  readonly title: string;
  /** Empty where the first column names each row. */
  readonly header: readonly string[];
  readonly alignments: readonly ("left" | "right")[];
  readonly rows: readonly (readonly string[])[];
}

type Word = keyof typeof BENCH_LABELS;
type Column = readonly [Word, "left" | "right"];

export function benchTable(title: Word, columns: readonly Column[], rows: BenchTable["rows"], language: Language): BenchTable {
  return {
    title: BENCH_LABELS[title][language], rows,
    header: columns.map(([word]) => BENCH_LABELS[word][language]), alignments: columns.map(([, alignment]) => alignment),
  };
}

/** A result as tables, in the order in which one reads them; those without rows are left out. */
export function resultTables(result: BenchResult, language: Language): BenchTable[] {
  return [
    environmentTable(result, language), engineTable(result, language), measurementTable(result, language), remarkTable(result, language),
    rooflineTable(result, language), parityTable(result.parity, language),
  ].filter(({ rows }) => rows.length > 0);
}

function environmentTable(result: BenchResult, language: Language): BenchTable {
  const { machine, runtime, timer, settings, commit, state, stopReason } = result;
  const parts = [machine.platform, machine.architecture, machine.processor, `${machine.threads} ${BENCH_LABELS.processorThreads[language]}`, formatMemory(machine.memoryBytes, language)];
  const row = (word: Word, text: string): string[] => [BENCH_LABELS[word][language], text];
  return {
    title: BENCH_LABELS.environment[language], header: [], alignments: ["left", "left"],
    rows: [
      row("machine", parts.filter((part) => part !== null && part !== "" && part !== NONE).join(", ")),
      row("runtime", `${runtime.name} ${runtime.version}`),
      row("version", result.version),
      row("commit", commit ?? NONE),
      row("created", result.created),
      row("timer", timer.resolutionSeconds === 0 ? NONE : formatSeconds(timer.resolutionSeconds, language)),
      row("isolated", BENCH_LABELS[result.isolated ? "yes" : "no"][language]),
      row("settings", describeSettings(settings)[language]),
      row("state", [BENCH_LABELS[state][language], ...(stopReason === null ? [] : [describeStopReason(stopReason)[language]])].join(" – ")),
    ],
  };
}

/** Only engines of which there is something to say. */
function engineTable({ engines }: BenchResult, language: Language): BenchTable {
  const rows = engines.flatMap(({ id, reason }) => (reason === null ? [] : [[id, reason]]));
  return benchTable("engines", [["engine", "left"], ["reason", "left"]], rows, language);
}

function measurementTable(result: BenchResult, language: Language): BenchTable {
  const seconds = (time: number): string => formatSeconds(time, language);
  const rows = result.measurements.map((measurement) => {
    const { job, size, engine, threads, precision, cold, statistics, points, validity } = measurement;
    const { median, interquartileMean, p95, spread } = statistics;
    return [
      jobOf(job).label[language], describeSize(job, size), engine, String(threads), precision, seconds(median), seconds(interquartileMean), seconds(p95),
      formatShare(spread, language), seconds(cold), formatRate(median > 0 ? points / median : null, "", language).trimEnd(),
      formatShare(rooflineShare(result, measurement), language), BENCH_LABELS[validity][language],
    ];
  });
  return benchTable("measurements", [
    ["job", "left"], ["size", "right"], ["engine", "left"], ["threads", "right"], ["precision", "left"], ["median", "right"], ["interquartileMean", "right"],
    ["p95", "right"], ["spread", "right"], ["cold", "right"], ["rate", "right"], ["ofRoofline", "right"], ["validity", "left"],
  ], rows, language);
}

/** Why measurements are invalid. */
function remarkTable({ measurements }: BenchResult, language: Language): BenchTable {
  const rows = measurements.flatMap(({ job, size, engine, note }) =>
    (note === null ? [] : [[jobOf(job).label[language], describeSize(job, size), engine, note[language]]]));
  return benchTable("remarks", [["job", "left"], ["size", "right"], ["engine", "left"], ["reason", "left"]], rows, language);
}

function rooflineTable({ rooflines }: BenchResult, language: Language): BenchTable {
  const rows = rooflines.map(({ work, bytes, threads, statistics: { median, spread } }) => [
    WORK_LABELS[work][language], formatMemory(bytes, language), String(threads), formatSeconds(median, language), formatShare(spread, language),
    formatRate(median > 0 ? bytes / median : null, "B/s", language),
  ]);
  return benchTable("rooflines", [
    ["work", "left"], ["bytes", "right"], ["threads", "right"], ["median", "right"], ["spread", "right"], ["bandwidth", "right"],
  ], rows, language);
}

/** How far each engine is from the model; without rows where that was not compared. */
export function parityTable(parity: ParityResult | null, language: Language): BenchTable {
  const rows = parity === null ? [] : parity.engines.map((engine) => [
    engine.id, formatCount(parity.specs), formatCount(parity.vectors), formatCount(engine.cells),
    formatCount(engine.differentBytes), formatCount(engine.classDifferences), farthest(engine, language),
  ]);
  return benchTable("parity", [
    ["engine", "left"], ["specs", "right"], ["vectors", "right"], ["cells", "right"], ["differentBytes", "right"], ["classDifferences", "right"], ["farthest", "right"],
  ], rows, language);
}

/** The greatest distance of all fields, and the field. */
function farthest({ maxUlp }: EngineParity, language: Language): string {
  const distances = Object.entries(maxUlp) as [FieldName, number][];
  const [field, distance] = distances.reduce<[FieldName | null, number]>((most, one) => (one[1] > most[1] ? one : most), [null, 0]);
  return field === null ? "0" : `${formatNumber(distance, language, 6)} (${FIELDS[field].symbol})`;
}
