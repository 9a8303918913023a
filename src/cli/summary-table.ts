import type { EngineId } from "../engines/engine.ts";
import { FIELDS, formatCount, isCodeField, STATUS_INFO } from "../model/index.ts";
import type { SweepSpec } from "../sweep/spec.ts";
import type { FieldSummary, SweepSummary } from "../sweep/summary.ts";
import type { EngineChoice } from "../workers/sweep-client.ts";
import type { CommandContext } from "./context.ts";
import { fieldUnit, presentField, presentRate, presentSeconds, presentShare } from "./present-number.ts";
import { renderTable } from "./table.ts";

/** What a sweep found, as people read it. @param choice null where nothing had to be computed */
export function renderSummary(
  spec: SweepSpec, summary: SweepSummary, choice: EngineChoice | null, asked: EngineId | "auto", context: CommandContext,
): string {
  return [renderCounts(summary, context), renderFields(spec, summary, context), renderRun(summary, choice, asked, context)]
    .filter((block) => block !== "").join("\n");
}

function renderCounts(summary: SweepSummary, { texts, language }: CommandContext): string {
  const { sweep } = texts;
  const row = (label: string, count: number, whole: number, of: string): string[] =>
    [label, formatCount(count), whole === 0 ? "" : presentShare(count / whole, language), whole === 0 ? "" : of];
  const { points, feasible, flags } = summary;
  return renderTable([
    [sweep.points, formatCount(points)],
    row(sweep.feasible, feasible, points, sweep.ofAll),
    row(sweep.raises, summary.positive, feasible, sweep.ofFeasible),
    row(sweep.lowers, summary.negative, feasible, sweep.ofFeasible),
    row(sweep.boundary, summary.boundary, feasible, sweep.ofFeasible),
    ...(flags === null ? [] : [
      row(STATUS_INFO.saving.label[language], flags.saving, feasible, sweep.ofFeasible),
      row(STATUS_INFO.transversality.label[language], flags.transversality, feasible, sweep.ofFeasible),
    ]),
  ], ["left", "right", "right", "left"]);
}

function renderFields(spec: SweepSpec, summary: SweepSummary, { texts, language }: CommandContext): string {
  const { header } = texts.sweep;
  const rows = spec.fields.flatMap((name) => {
    const found = summary.fields[name];
    if (isCodeField(name) || found === undefined || !isFieldSummary(found)) return [];
    const field = FIELDS[name];
    const numbers = [found.min, found.mean, found.max].map((value) => presentField(field, value ?? NaN, language));
    return [[field.label[language], field.symbol, ...numbers, fieldUnit(field, texts)]];
  });
  if (rows.length === 0) return "";
  return renderTable(
    [[header.field, header.symbol, header.min, header.mean, header.max, header.unit], ...rows],
    ["left", "left", "right", "right", "right", "left"],
  );
}

function isFieldSummary(found: NonNullable<SweepSummary["fields"][keyof SweepSummary["fields"]]>): found is FieldSummary {
  return "min" in found;
}

function renderRun(summary: SweepSummary, choice: EngineChoice | null, asked: EngineId | "auto", context: CommandContext): string {
  const { texts, language } = context;
  const { points, seconds, threads } = summary;
  return renderTable([
    [texts.sweep.engine, choice === null ? summary.engine : describeEngine(choice, asked, context)],
    [texts.sweep.time, texts.listOf([
      presentSeconds(seconds, texts, language), presentRate(points, seconds, texts, language), texts.sweep.threads(threads), summary.method === "rows" ? texts.sweep.byRows : texts.sweep.byCells,
    ])],
    [texts.sweep.spec, summary.spec],
  ], ["left", "left"]);
}

/** Which engine ran, and why this one. */
export function describeEngine({ id, skipped }: EngineChoice, asked: EngineId | "auto", { texts }: CommandContext): string {
  const reasons = skipped.map((skip) => texts.sweep.skipped(skip.id, skip.reason));
  return [texts.noted(id, asked === "auto" ? texts.sweep.chosen : texts.sweep.asked), ...reasons].join("; ");
}
