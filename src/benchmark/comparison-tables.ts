import type { Language } from "../model/index.ts";
import { formatRatio, formatSeconds, NONE } from "./bench-format.ts";
import { describeSize, DIFFERENCE_LABELS, jobOf, UNPAIRED_LABELS, VERDICT_LABELS } from "./bench-labels.ts";
import { benchTable, type BenchTable } from "./bench-tables.ts";
import type { BenchComparison } from "./compare-bench.ts";

/** A comparison as tables; those without rows are left out. */
export function comparisonTables({ differences, pairs, unpaired }: BenchComparison, language: Language): BenchTable[] {
  const pairRows = pairs.map(({ job, size, engine, threads, a, b, ratio, interval, verdict }) => [
    jobOf(job).label[language], describeSize(job, size), engine, String(threads), formatSeconds(a, language), formatSeconds(b, language), formatRatio(ratio, language),
    interval === null ? NONE : `${formatRatio(interval[0], language)}…${formatRatio(interval[1], language)}`, VERDICT_LABELS[verdict][language],
  ]);
  const pairTable = benchTable("pairs", [
    ["job", "left"], ["size", "right"], ["engine", "left"], ["threads", "right"], ["median", "right"], ["median", "right"], ["ratio", "right"],
    ["interval", "right"], ["verdict", "left"],
  ], pairRows, language);
  const header = pairTable.header.map((word, k) => (k === 4 ? `A: ${word}` : k === 5 ? `B: ${word}` : word));
  const differenceTable = benchTable("differences", [["difference", "left"], ["difference", "left"], ["difference", "left"]],
    differences.map(({ key, a, b }) => [DIFFERENCE_LABELS[key][language], a ?? NONE, b ?? NONE]), language);
  return [
    { ...differenceTable, header: [differenceTable.header[0], "A", "B"] },
    { ...pairTable, header },
    benchTable("unpaired", [["job", "left"], ["size", "right"], ["engine", "left"], ["threads", "right"], ["reason", "left"]],
      unpaired.map(({ job, size, engine, threads, reason }) =>
        [jobOf(job).label[language], describeSize(job, size), engine, String(threads), UNPAIRED_LABELS[reason][language]]), language),
  ].filter(({ rows }) => rows.length > 0);
}
