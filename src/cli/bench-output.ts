import { benchMarkdown, comparisonMarkdown } from "../benchmark/bench-markdown.ts";
import { BENCH_LABELS } from "../benchmark/bench-labels.ts";
import type { BenchResult } from "../benchmark/bench-result.ts";
import { resultTables, type BenchTable } from "../benchmark/bench-tables.ts";
import type { BenchComparison } from "../benchmark/compare-bench.ts";
import { comparisonTables } from "../benchmark/comparison-tables.ts";
import { renderBenchJson } from "./bench-file.ts";
import { refusal } from "./command-error.ts";
import type { CommandContext } from "./context.ts";
import { renderTable } from "./table.ts";

/** How the answer is printed; tables, where neither is asked for. */
export interface BenchOutputOptions {
  readonly json?: true;
  readonly markdown?: true;
}

export function checkOutputOptions({ json, markdown }: BenchOutputOptions, { texts }: CommandContext): void {
  if (json === true && markdown === true) throw refusal(texts.notBoth("--json", "--markdown"));
}

export function renderResult(result: BenchResult, { json, markdown }: BenchOutputOptions, { language }: CommandContext): string {
  if (json === true) return renderBenchJson(result);
  return markdown === true ? benchMarkdown(result, language) : renderTables(resultTables(result, language));
}

export function renderComparison(comparison: BenchComparison, { json, markdown }: BenchOutputOptions, { language }: CommandContext): string {
  if (json === true) return renderBenchJson(comparison);
  if (markdown === true) return comparisonMarkdown(comparison, language);
  const none = comparison.pairs.length === 0 ? `${BENCH_LABELS.noPairs[language]}\n` : "";
  return [none, renderTables(comparisonTables(comparison, language))].filter((block) => block !== "").join("\n");
}

function renderTables(tables: readonly BenchTable[]): string {
  return tables.map(({ title, header, alignments, rows }) =>
    `${title}\n${renderTable(header.length === 0 ? rows : [header, ...rows], alignments)}`).join("\n");
}
