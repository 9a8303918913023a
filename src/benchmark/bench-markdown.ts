import type { Language } from "../model/index.ts";
import { BENCH_LABELS } from "./bench-labels.ts";
import type { BenchResult } from "./bench-result.ts";
import { resultTables, type BenchTable } from "./bench-tables.ts";
import type { BenchComparison } from "./compare-bench.ts";
import { comparisonTables } from "./comparison-tables.ts";

/** A result as Markdown, for an issue or a page of documentation. Ends in a line break. */
export function benchMarkdown(result: BenchResult, language: Language): string {
  return document(BENCH_LABELS.title[language], resultTables(result, language).map(renderTable));
}

export function comparisonMarkdown(comparison: BenchComparison, language: Language): string {
  const tables = comparisonTables(comparison, language).map(renderTable);
  const none = comparison.pairs.length === 0 ? [`${BENCH_LABELS.noPairs[language]}\n`] : [];
  return document(BENCH_LABELS.comparisonTitle[language], [...none, ...tables]);
}

function document(title: string, blocks: readonly string[]): string {
  return [`## ${title}\n`, ...blocks].join("\n");
}

function renderTable({ title, header, alignments, rows }: BenchTable): string {
  const rule = alignments.map((alignment) => (alignment === "right" ? "---:" : "---"));
  const heading = header.length === 0 ? alignments.map(() => "") : header;
  return `### ${title}\n\n${[heading, rule, ...rows].map((cells) => `| ${cells.map(escapeCell).join(" | ")} |\n`).join("")}`;
}

/** What stands in a cell may come from a file: it must neither end the cell nor become markup. */
function escapeCell(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll(/[\\|<>`*_[\]]/g, "\\$&");
}
