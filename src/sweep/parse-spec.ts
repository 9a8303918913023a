import {
  DEFAULT_PARAMETERS, describeAdmissible, FIELD_NAMES, FIELDS, formatCount, isAdmissible, isFieldName, isParameterName, PARAMETER_NAMES, PARAMETERS, PRICE_MODES, RULES,
  type FieldName, type ParameterName, type PriceMode, type Rule,
} from "../model/index.ts";
import { parseAxis } from "./parse-axis.ts";
import { quote, type Problem } from "./problems.ts";
import {
  both, choice, finiteNumber, found, isRecord, listOf, refuseUnknownKeys, type Report,
} from "./reading.ts";
import { cellCount, PRECISIONS, SWEEP_SCHEMA, type Axis, type Precision, type SweepSpec } from "./spec.ts";

export type ParsedSpec =
  | { readonly ok: true; readonly spec: SweepSpec }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Of more points the power of ten is told. */
const MOST_WRITTEN_OUT = 1e21;
const SPEC_KEYS = ["schema", "prices", "rule", "axes", "fixed", "fields", "precision"] as const;
const DEFAULT_FIELDS: readonly FieldName[] = ["growth", "growthSlope"];

/**
 * Reads a sweep's spec from JSON that came from outside (CONTRACT.md, "A sweep's spec"): fills the defaults in, or reports
 * every problem at once.
 */
export function parseSpec(input: unknown): ParsedSpec {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  if (!isRecord(input)) {
    report(found("", input, both("an object with the keys", SPEC_KEYS, "带有以下键的对象：")));
    return { ok: false, problems };
  }
  refuseUnknownKeys(input, SPEC_KEYS, "", report);
  if (input.schema !== SWEEP_SCHEMA) report(found("schema", input.schema, { en: `"${SWEEP_SCHEMA}"`, zh: `"${SWEEP_SCHEMA}"` }));
  const prices = choice(input.prices, PRICE_MODES, "given", "prices", report);
  const rule = choice(input.rule, RULES, "report", "rule", report);
  const precision = choice(input.precision, PRECISIONS, "f64", "precision", report);
  const axes = readAxes(input.axes, prices, report);
  const fixed = readFixed(input.fixed, axes.names, prices, report);
  const fields = readFields(input.fields, prices, report);
  if (problems.length > 0) return { ok: false, problems };
  const spec = assemble(prices, rule, precision, axes.axes, fixed, fields);
  const points = cellCount(spec);
  if (points > Number.MAX_SAFE_INTEGER + 1) {
    const counted = points < MOST_WRITTEN_OUT ? formatCount(points) : String(points);
    report({
      path: "axes",
      found: { en: `${counted} points in all`, zh: `共 ${counted} 个点` },
      allowed: { en: "at most 2^53 points in all: use fewer points an axis", zh: "总点数不超过 2^53；请减少各轴点数" },
    });
    return { ok: false, problems };
  }
  return { ok: true, spec };
}

function assemble(
  prices: PriceMode, rule: Rule, precision: Precision, axes: readonly Axis[],
  fixed: Readonly<Partial<Record<ParameterName, number>>>, fields: readonly FieldName[],
): SweepSpec {
  const names = new Set(axes.map((axis) => axis.name));
  const rest = PARAMETER_NAMES.filter((name) => !names.has(name) && PARAMETERS[name].modes.includes(prices));
  return {
    schema: SWEEP_SCHEMA, prices, rule, axes,
    fixed: Object.fromEntries(rest.map((name) => [name, (fixed[name] ?? DEFAULT_PARAMETERS[name]) + 0])),
    fields, precision,
  };
}

interface AxesRead {
  readonly axes: readonly Axis[];
  /** Where each parameter first stands as an axis; also axes that were refused for another reason. */
  readonly names: ReadonlyMap<ParameterName, number>;
}

function readAxes(input: unknown, prices: PriceMode, report: Report): AxesRead {
  const names = new Map<ParameterName, number>();
  const items = listOf(input, "axes", { en: "a list of at least one axis", zh: "至少包含一个轴的列表" }, report);
  const axes: Axis[] = [];
  items.forEach((item, k) => {
    const path = `axes[${k}]`;
    const axis = parseAxis(item, path, report);
    const name = isRecord(item) && isParameterName(item.name) ? item.name : undefined;
    if (name !== undefined) {
      const first = names.get(name);
      if (first !== undefined) {
        report(found(`${path}.name`, name, {
          en: `each parameter once; it is already axes[${first}]`, zh: `每个参数只能出现一次；它已是 axes[${first}]`,
        }));
      } else {
        names.set(name, k);
      }
      refuseWithoutEffect(name, prices, `${path}.name`, report);
    }
    if (axis !== null) axes.push(axis);
  });
  return { axes, names };
}

function readFixed(
  input: unknown, axes: ReadonlyMap<ParameterName, number>, prices: PriceMode, report: Report,
): Readonly<Partial<Record<ParameterName, number>>> {
  if (input === undefined) return {};
  if (!isRecord(input)) {
    report(found("fixed", input, { en: "an object of parameters and numbers", zh: "由参数名与数值组成的对象" }));
    return {};
  }
  refuseUnknownKeys(input, PARAMETER_NAMES, "fixed", report);
  const fixed: Partial<Record<ParameterName, number>> = {};
  for (const name of PARAMETER_NAMES) {
    if (!(name in input)) continue;
    const path = `fixed.${name}`;
    const axis = axes.get(name);
    if (axis !== undefined) {
      report(found(path, input[name], {
        en: `no value: ${name} is already axes[${axis}]`, zh: `不应给出：${name} 已是 axes[${axis}]`,
      }));
    }
    refuseWithoutEffect(name, prices, path, report);
    const value = finiteNumber(input[name], path, describeAdmissible(name), report);
    if (value === null) continue;
    if (!isAdmissible(name, value)) report(found(path, value, describeAdmissible(name)));
    fixed[name] = value;
  }
  return fixed;
}

function refuseWithoutEffect(name: ParameterName, prices: PriceMode, path: string, report: Report): void {
  if (PARAMETERS[name].modes.includes(prices)) return;
  const isOutcome = prices === "equilibrium";
  report({
    path,
    found: isOutcome
      ? { en: `"${name}", which is an outcome when prices are in equilibrium`, zh: `“${name}”在均衡价格下是结果，不能设定` }
      : { en: `"${name}", which has no effect when prices are given`, zh: `“${name}”在给定价格下没有作用` },
    allowed: {
      en: `${PARAMETER_NAMES.filter((other) => PARAMETERS[other].modes.includes(prices)).join(", ")}, or "prices": "${PARAMETERS[name].modes[0]}"`,
      zh: `${PARAMETER_NAMES.filter((other) => PARAMETERS[other].modes.includes(prices)).join("、")}，或设 "prices": "${PARAMETERS[name].modes[0]}"`,
    },
  });
}

function readFields(input: unknown, prices: PriceMode, report: Report): readonly FieldName[] {
  if (input === undefined) return DEFAULT_FIELDS;
  const available = FIELD_NAMES.filter((name) => FIELDS[name].modes.includes(prices));
  const allowed = both("fields of this price mode:", available, "该价格模式下的字段：");
  const items = listOf(input, "fields", allowed, report);
  const fields: FieldName[] = [];
  items.forEach((item, k) => {
    const path = `fields[${k}]`;
    if (!isFieldName(item) || !available.includes(item)) report(found(path, item, allowed));
    else if (fields.includes(item)) {
      report({
        path, found: { en: `${quote(item)} a second time`, zh: `${quote(item)} 重复出现` },
        allowed: { en: "each field once", zh: "每个字段只出现一次" },
      });
    } else fields.push(item);
  });
  return fields;
}
