import type { Command } from "commander";
import {
  describeAdmissible, evaluatePoint, PARAMETER_NAMES, PARAMETERS, PRICE_MODES, RULES, statusFlags,
  type ParameterName, type Parameters, type PriceMode, type QuantityName, type Rule, type SignClass, type StatusFlag,
} from "../../model/index.ts";
import { describeProblem } from "../../sweep/problems.ts";
import { refusal } from "../command-error.ts";
import type { CommandContext } from "../context.ts";
import { choiceOption, numberOption } from "../option-values.ts";
import { renderPoint } from "../point-table.ts";
import { inputLabel, readJson } from "../read-input.ts";
import { completePoint, readPoints, type PartialParameters, type PointsRead } from "../read-parameters.ts";
import { examples } from "../program-help.ts";

const ALL_RULES = "all";

interface PointOptions extends PartialParameters {
  readonly params?: string;
  readonly rule: Rule | typeof ALL_RULES;
  readonly prices: PriceMode;
  readonly json?: true;
}

/** What `point --json` prints for one point under one rule (CONTRACT.md). */
export interface PointAnswer {
  readonly params: Parameters;
  readonly fields: Readonly<Partial<Record<QuantityName, number | null>>>;
  readonly class: SignClass;
  readonly status: readonly StatusFlag[];
}

export function addPointCommand(program: Command, context: CommandContext): void {
  const { texts } = context;
  const command = program.command("point").description(texts.help.point);
  for (const name of PARAMETER_NAMES) {
    command.option(`--${name} <number>`, parameterDescription(name, context), numberOption(`--${name}`, texts));
  }
  command
    .option("--params <file>", texts.help.params)
    .option("--rule <rule>", texts.help.rule(texts.listOf([...RULES, ALL_RULES])), choiceOption("--rule", [...RULES, ALL_RULES], texts), "report")
    .option("--prices <prices>", texts.help.prices(texts.listOf(PRICE_MODES)), choiceOption("--prices", PRICE_MODES, texts), "given")
    .option("--json", texts.help.json)
    .addHelpText("after", examples(texts, [
      "tauscape point --alpha 0.3 --beta 0.3 --wr 2",
      "tauscape point --prices equilibrium --rule all --json",
      "echo '[{\"tau\": 0.2}, {\"tau\": 0.4}]' | tauscape point --params - --json",
    ]))
    .action((options: PointOptions) => runPoint(options, context));
}

function parameterDescription(name: ParameterName, { texts, language }: CommandContext): string {
  const { symbol, label, default: value } = PARAMETERS[name];
  const { help } = texts;
  return help.parameter(`${symbol} ${label[language]}`, describeAdmissible(name)[language], String(value));
}

async function runPoint(options: PointOptions, context: CommandContext): Promise<void> {
  const { params: file, rule, prices, json } = options;
  const { isList, points } = file === undefined ? { isList: false, points: [{}] } : await readPointsFrom(file, context);
  const complete = points.map((point) => completePoint(point, parametersAmong(options)));
  const text = json === true
    ? renderJson(isList, complete, rule, prices)
    : complete.map((point, k) => renderPoint(point, rulesOf(rule), prices, { index: k + 1, count: complete.length }, context)).join("\n");
  await context.io.stdout.write(text);
}

async function readPointsFrom(file: string, context: CommandContext): Promise<PointsRead> {
  const { read, problems } = readPoints(await readJson(file, context));
  if (problems.length === 0) return read;
  const sentences = problems.map((problem) => describeProblem(problem, context.language));
  throw refusal(context.texts.refusedParameters(inputLabel(file, context), sentences));
}

function parametersAmong(options: PointOptions): PartialParameters {
  return Object.fromEntries(PARAMETER_NAMES.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])));
}

function rulesOf(rule: PointOptions["rule"]): readonly Rule[] {
  return rule === ALL_RULES ? RULES : [rule];
}

function renderJson(isList: boolean, points: readonly Parameters[], rule: PointOptions["rule"], prices: PriceMode): string {
  const answers = points.map((point) => rule === ALL_RULES
    ? Object.fromEntries(RULES.map((each) => [each, answerAt(point, each, prices)]))
    : answerAt(point, rule, prices));
  return `${JSON.stringify(isList ? answers : answers[0], null, 2)}\n`;
}

function answerAt(params: Parameters, rule: Rule, prices: PriceMode): PointAnswer {
  const { fields, class: sign, status } = evaluatePoint(params, rule, prices);
  const numbers = Object.entries(fields).map(([name, value]) => [name, Number.isNaN(value) ? null : value] as const);
  return { params, fields: Object.fromEntries(numbers), class: sign, status: statusFlags(status) };
}
