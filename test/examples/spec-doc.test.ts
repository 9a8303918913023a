import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  FIELD_NAMES, FIELDS, LARGEST_POSITIVE, PARAMETER_NAMES, PARAMETERS, PRICE_MODE_INFO, PRICE_MODES, RULE_INFO, RULES, SMALLEST_POSITIVE,
  type FieldInfo, type ParameterInfo, type PriceMode,
} from "../../src/model/index.ts";
import { parseSpec } from "../../src/sweep/parse-spec.ts";
import { describeProblem, type Problem } from "../../src/sweep/problems.ts";
import { PRECISIONS, SPACINGS, SWEEP_SCHEMA, type SweepSpec } from "../../src/sweep/spec.ts";

const DOCUMENT = readFileSync(new URL("../../docs/spec.md", import.meta.url), "utf8");
const AXIS = { name: "tau", min: 0.1, max: 0.9, count: 9 };

/** The first table under a heading, row by row, without its head. */
function tableUnder(heading: string): string[][] {
  const [, after = ""] = DOCUMENT.split(`\n## ${heading}\n`);
  const lines = after.split("\n## ")[0].split("\n");
  const start = lines.findIndex((line) => line.startsWith("|"));
  const end = lines.findIndex((line, k) => k > start && !line.startsWith("|"));
  return lines.slice(start + 2, end).map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));
}

const code = (name: string) => `\`${name}\``;
const prices = (modes: readonly PriceMode[]) => modes.join(", ");

function bound(value: number): string {
  if (value === SMALLEST_POSITIVE) return "2⁻⁶⁴";
  return value === LARGEST_POSITIVE ? "2⁶⁴" : String(value);
}

function parameterRow({ name, symbol, meaning, unit, domain, default: start, modes }: ParameterInfo): string[] {
  const range = `${bound(domain.min)} to ${domain.maxInclusive ? "" : "below "}${bound(domain.max)}`;
  return [code(name), symbol, meaning.en, unit, range, String(start), prices(modes)];
}

function fieldRow({ name, symbol, meaning, unit, modes, equation, added }: FieldInfo): string[] {
  return [code(name), symbol, meaning.en, unit, prices(modes), added ? "beyond it" : equation];
}

function problemsOf(input: unknown): readonly Problem[] {
  const parsed = parseSpec(input);
  return parsed.ok ? [] : parsed.problems;
}

/** The keys that are allowed where an unknown one stands. */
function keysWhere(path: string, input: unknown): string[] {
  return problemsOf(input).filter((problem) => problem.path === path).flatMap(({ allowed }) => allowed.en.split(", "));
}

function filledIn(): SweepSpec {
  const parsed = parseSpec({ schema: SWEEP_SCHEMA, axes: [AXIS] });
  if (!parsed.ok) throw new Error(describeProblem(parsed.problems[0], "en"));
  return parsed.spec;
}

describe("docs/spec.md", () => {
  it("has every key of a spec, with its default", () => {
    const table = tableUnder("Keys");
    expect(table.map(([key]) => key)).toEqual(keysWhere("gamma", { gamma: 1 }).map(code));
    const { prices: mode, rule, fields, precision } = filledIn();
    const defaults = Object.fromEntries(table.map(([key, , start]) => [key.replaceAll("`", ""), start]));
    expect(defaults).toEqual({
      schema: "must be given", axes: "must be given", fixed: "the parameters' defaults",
      prices: code(JSON.stringify(mode)), rule: code(JSON.stringify(rule)), precision: code(JSON.stringify(precision)), fields: code(JSON.stringify(fields).replace(",", ", ")),
    });
    const meanings = Object.fromEntries(table.map(([key, meaning]) => [key.replaceAll("`", ""), meaning]));
    expect(meanings.schema).toContain(`"${SWEEP_SCHEMA}"`);
    for (const mode of PRICE_MODES) expect(meanings.prices).toContain(`"${mode}"`);
    for (const rule of RULES) expect(meanings.rule).toContain(`"${rule}"`);
    for (const precision of PRECISIONS) expect(meanings.precision).toContain(`"${precision}"`);
  });

  it("has every key of an axis, with its default", () => {
    const table = tableUnder("Axes");
    expect(table.map(([key]) => key)).toEqual(keysWhere("axes[0].gamma", { axes: [{ gamma: 1 }] }).map(code));
    const [axis] = filledIn().axes;
    const [, meaning, start] = table.find(([key]) => key === code("spacing")) ?? [];
    for (const spacing of SPACINGS) expect(meaning).toContain(`"${spacing}"`);
    expect(start).toBe(code(JSON.stringify("spacing" in axis ? axis.spacing : null)));
  });

  it("has every parameter as the model describes it", () => {
    expect(tableUnder("Parameters")).toEqual(PARAMETER_NAMES.map((name) => parameterRow(PARAMETERS[name])));
  });

  it("has every field as the model describes it", () => {
    expect(tableUnder("Fields")).toEqual(FIELD_NAMES.map((name) => fieldRow(FIELDS[name])));
  });

  it("has every rule and where prices come from", () => {
    expect(tableUnder("Rules")).toEqual(RULES.map((rule) => [code(rule), RULE_INFO[rule].meaning.en]));
    expect(tableUnder("Prices")).toEqual(PRICE_MODES.map((mode) => [code(mode), PRICE_MODE_INFO[mode].meaning.en]));
  });

  it("shows specs that are taken, and refusals as they are worded", () => {
    const examples = [...DOCUMENT.matchAll(/^```json\n([^]*?)^```$/gm)].map(([, text]) => text);
    expect(examples).toHaveLength(3);
    for (const example of examples) expect(problemsOf(JSON.parse(example))).toEqual([]);
    const refused = problemsOf({ schema: SWEEP_SCHEMA, axes: [{ ...AXIS, count: 0 }], fixed: { alpha: 1.2 } });
    expect(refused).toHaveLength(2);
    for (const problem of refused) expect(DOCUMENT).toContain(`    ${describeProblem(problem, "en")}\n`);
  });
});
