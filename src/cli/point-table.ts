import {
  describeAdmissible, evaluatePoint, FIELDS, isAdmissible, isTechnologyFeasible, PARAMETER_NAMES, PARAMETERS, PRICE_MODE_INFO, quantitiesOf, RULE_INFO,
  STATUS_INFO, statusFlags, type Parameters, type PointEvaluation, type PriceMode, type Rule, type StatusFlag,
} from "../model/index.ts";
import type { CommandContext } from "./context.ts";
import { fieldUnit, presentField } from "./present-number.ts";
import { renderTable } from "./table.ts";

/** The point as people read it: what was set, what follows, and what to be careful about. */
export function renderPoint(
  parameters: Parameters, rules: readonly Rule[], prices: PriceMode, place: { readonly index: number; readonly count: number },
  context: CommandContext,
): string {
  const { texts } = context;
  const points = rules.map((rule) => evaluatePoint(parameters, rule, prices));
  const heading = place.count === 1 ? "" : `${texts.point.heading(place.index, place.count)}\n\n`;
  return [
    heading + renderSettings(rules, prices, context),
    renderParameters(parameters, prices, context),
    renderQuantities(points, rules, prices, context),
    renderVerdicts(points, rules, parameters, context),
  ].join("\n");
}

function renderSettings(rules: readonly Rule[], prices: PriceMode, { texts, language }: CommandContext): string {
  const info = PRICE_MODE_INFO[prices];
  return renderTable([
    [texts.point.prices, info.label[language], info.meaning[language]],
    ...rules.map((rule, k) => [k === 0 ? texts.point.rule : "", RULE_INFO[rule].label[language], RULE_INFO[rule].meaning[language]]),
  ], ["left", "left", "left"]);
}

function renderParameters(parameters: Parameters, prices: PriceMode, { texts, language }: CommandContext): string {
  const rows = PARAMETER_NAMES.map((name) => {
    const { symbol, label, unit, modes } = PARAMETERS[name];
    return [symbol, label[language], String(parameters[name]), texts.units[unit], modes.includes(prices) ? "" : texts.point.noEffect];
  });
  return `${texts.point.parameters}\n${renderTable(rows, ["left", "left", "right", "left", "left"])}`;
}

function renderQuantities(points: readonly PointEvaluation[], rules: readonly Rule[], prices: PriceMode, { texts, language }: CommandContext): string {
  const { header } = texts.point;
  const values = rules.length === 1 ? [header.value] : rules.map((rule) => RULE_INFO[rule].label[language]);
  const rows = quantitiesOf(prices).map((name) => {
    const field = FIELDS[name];
    const numbers = points.map((point) => presentField(field, point.fields[name] ?? NaN, language));
    return [field.symbol, field.label[language], ...numbers, fieldUnit(field, texts), field.equation];
  });
  return renderTable(
    [[header.symbol, header.quantity, ...values, header.unit, header.equation], ...rows],
    ["left", "left", ...values.map(() => "right" as const), "left", "left"],
  );
}

function renderVerdicts(points: readonly PointEvaluation[], rules: readonly Rule[], parameters: Parameters, context: CommandContext): string {
  const { texts, language } = context;
  return points.map((point, k) => {
    const rule = rules.length === 1 ? null : RULE_INFO[rules[k]].label[language];
    const flags = statusFlags(point.status);
    const reasons = flags.length === 0 ? [texts.point.noFlags] : flags.flatMap((flag) => reasonsOf(flag, parameters, context));
    return renderTable([
      [texts.point.verdict, rule === null ? texts.point.verdicts[point.class] : texts.labelled(rule, texts.point.verdicts[point.class])],
      ...reasons.map((reason, i) => [i === 0 ? texts.point.flags : "", reason]),
    ], ["left", "left"]);
  }).join("");
}

function reasonsOf(flag: StatusFlag, parameters: Parameters, { texts, language }: CommandContext): string[] {
  const { label, meaning } = STATUS_INFO[flag];
  if (flag !== "infeasible") return [texts.labelled(label[language], meaning[language])];
  const outside = PARAMETER_NAMES.filter((name) => !isAdmissible(name, parameters[name])).map((name) =>
    texts.point.outsideDomain(PARAMETERS[name].symbol, String(parameters[name]), describeAdmissible(name)[language]));
  const leavesNothing = outside.length === 0 && !isTechnologyFeasible(parameters.alpha, parameters.beta);
  return leavesNothing ? [texts.point.nothingLeftForServices] : outside;
}
