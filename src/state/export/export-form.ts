import type { FormatInfo } from "../../exporters/exporter.ts";
import { FORMATS, findFormat } from "../../exporters/format-table.ts";
import { CODE_FIELD_NAMES, quantitiesOf, type BilingualText, type FieldName, type ParameterName, type PriceMode } from "../../model/index.ts";
import { parseSpec } from "../../sweep/parse-spec.ts";
import { quote, type Problem } from "../../sweep/problems.ts";
import { SWEEP_SCHEMA, type Precision, type SweepSpec } from "../../sweep/spec.ts";
import { fixedBeside, sweepAxes } from "../derived-specs.ts";
import type { ExplorerState } from "../explorer-state.ts";

/** More points an axis than this are a slip of the hand. */
export const MOST_POINTS_AN_AXIS = 1_000_000;

/** What is to be exported, as it is typed and ticked. Axes, ranges and the other parameters are those of the explorer. */
export interface ExportForm {
  /** Points as they are typed; those of the explorer's own sweep where nothing is. */
  readonly counts: Readonly<Partial<Record<ParameterName, string>>>;
  readonly fields: readonly FieldName[];
  readonly precision: Precision;
  readonly format: FormatInfo["id"];
  /** Wanted hours of a run on a cluster, as they are typed. */
  readonly hours: string;
}

export const USUAL_EXPORT: ExportForm = { counts: {}, fields: ["growth", "growthSlope"], precision: "f64", format: FORMATS[0].id, hours: "1" };

/** What can be asked for, in the order of the table of quantities; class and status last. */
export function exportFields(prices: PriceMode): readonly FieldName[] {
  return [...quantitiesOf(prices), ...CODE_FIELD_NAMES];
}

export interface CheckedForm {
  readonly spec: SweepSpec | null;
  /** What stands in the way, by where it is set: an axis, the fields, or the whole. */
  readonly problems: readonly { readonly at: ParameterName | "fields" | "all"; readonly problem: Problem }[];
}

/** The sweep that the form asks for. */
export function checkExport(state: ExplorerState, form: ExportForm): CheckedForm {
  const axes = sweepAxes(state);
  const counts = axes.map((name) => readCount(countText(state, form, name)));
  const problems: { at: ParameterName | "fields" | "all"; problem: Problem }[] = [];
  axes.forEach((name, k) => {
    if (counts[k] === null) problems.push({ at: name, problem: badCount(countText(state, form, name)) });
  });
  const fields = chosenFields(state, form);
  if (fields.length === 0) problems.push({ at: "fields", problem: NO_FIELDS });
  if (problems.length > 0) return { spec: null, problems };
  const parsed = parseSpec({
    schema: SWEEP_SCHEMA, prices: state.prices, rule: state.rule, fields, precision: form.precision,
    axes: axes.map((name, k) => axisOf(state, name, counts[k] ?? 1)),
    fixed: fixedBeside(state, axes),
  });
  if (parsed.ok) return { spec: parsed.spec, problems: [] };
  return { spec: null, problems: parsed.problems.map((problem) => ({ at: "all", problem })) };
}

/** One point is the present value of the parameter. */
function axisOf({ ranges, parameters }: ExplorerState, name: ParameterName, count: number): object {
  return count === 1 ? { name, values: [parameters[name]] } : { name, ...ranges[name], count };
}

export function countText({ resolution }: ExplorerState, { counts }: ExportForm, name: ParameterName): string {
  return counts[name] ?? String(resolution);
}

/** The chosen fields that the price mode has, in the order of the table. */
export function chosenFields({ prices }: ExplorerState, { fields }: ExportForm): readonly FieldName[] {
  return exportFields(prices).filter((name) => fields.includes(name));
}

export function withField(form: ExportForm, name: FieldName, isChosen: boolean): ExportForm {
  return { ...form, fields: isChosen ? [...form.fields, name] : form.fields.filter((one) => one !== name) };
}

/** Why a format cannot hold what is asked for here; `null` where it can. */
export function formatRefusal(exporter: FormatInfo, fields: number, canSaveFolders: boolean): BilingualText | null {
  if (!exporter.holdsSeveralFields && fields > 1) return { en: `Not here: it holds one field, and ${fields} are chosen.`, zh: `此处不可用：只能容纳一个字段，现选了 ${fields} 个。` };
  if (exporter.container === "folder" && !canSaveFolders) {
    return { en: "Not here: it is a folder, and this browser cannot save one. Use the command, or Chrome or Edge.", zh: "此处不可用：它是文件夹，而此浏览器无法保存。请用命令，或用 Chrome、Edge。" };
  }
  return null;
}

/** The row of the chosen format. */
export function formatOf({ format }: Pick<ExportForm, "format">): FormatInfo {
  return findFormat(format) ?? FORMATS[0];
}

/** Wanted seconds of a shard; `null` where what is typed is no such time. */
export function wantedSeconds({ hours }: ExportForm): number | null {
  const value = Number(hours.trim());
  return hours.trim() !== "" && value >= 1 / 60 && value <= 8760 ? value * 3600 : null;
}

function readCount(text: string): number | null {
  if (!/^\d{1,7}$/.test(text.trim())) return null;
  const count = Number(text);
  return count >= 1 && count <= MOST_POINTS_AN_AXIS ? count : null;
}

/** Said at the axis, which needs no path. */
function badCount(text: string): Problem {
  const found = quote(text);
  return {
    path: "", found: { en: `found ${found}`, zh: `得到 ${found}` },
    allowed: { en: "a whole number from 1 to 1,000,000", zh: "1 至 1,000,000 的整数" },
  };
}

const NO_FIELDS: Problem = {
  path: "", found: { en: "found none", zh: "未选择" }, allowed: { en: "one quantity at least", zh: "至少一个量" },
};
