import {
  CLASS_TOLERANCE, FIELDS, PARAMETER_NAMES, quantitiesOf, type BilingualText, type Language, type ParameterName, type QuantityName,
} from "../../model/index.ts";
import { sweepSpecOf } from "../../state/derived-specs.ts";
import { isListAxis, type RangeAxis } from "../../sweep/spec.ts";
import type { Taken } from "../taken.ts";
import { definitionsOf, feasibilityComparisons, type Definition } from "./expressions.ts";

/** What differs between the scripts' languages in a line of arithmetic. */
export interface Syntax {
  /** Between a name and its value. */
  readonly assign: string;
  /** Between comparisons that must all hold. */
  readonly and: string;
  /** A text as a literal. */
  readonly text: (value: string) => string;
}

/** A float as all three languages read it back exactly; never one that they would take for an integer. */
export function numberLiteral(value: number): string {
  const text = String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** Double quotes and the escapes of JSON, which Python and R share. */
export function textLiteral(value: string): string {
  return JSON.stringify(value);
}

/** Points an axis unless the reader asks for more: a script ends in seconds. */
export const COARSE_COUNT = 12;

/** All that a script is made of besides its language. */
export interface ScriptParts {
  /** Comments of the head, without their sign. */
  readonly head: readonly string[];
  readonly link: string;
  /** The sweep of the page, as JSON in one line. */
  readonly spec: string;
  readonly parameters: readonly (readonly [ParameterName, string])[];
  readonly axes: readonly RangeAxis[];
  readonly tolerance: string;
  readonly feasible: string;
  /** Lines of arithmetic: up to χ and D, up to p and q, and up to every quantity. */
  readonly technology: readonly string[];
  readonly sign: readonly string[];
  readonly quantities: readonly string[];
  /** The quantities of the price mode, in their order. */
  readonly outputs: readonly QuantityName[];
}

const TEXTS = {
  what: {
    en: "Computes what Tauscape showed: every quantity at one point, the certified sign of ∂g/∂τ, and the counts of a sweep.",
    zh: "计算 Tauscape 所显示的内容：某一点的全部变量、∂g/∂τ 的有误差界保证的符号，以及一次扫描的计数。",
  },
  printed: { en: "Prints JSON. NaN is null; class -128 is an infeasible point.", zh: "输出 JSON。NaN 记为 null；类别 -128 表示不可行点。" },
} as const satisfies Record<string, BilingualText>;

/** @param run how the script is started, without the number of points */
export function scriptParts({ state, link, language, tool }: Taken, syntax: Syntax, run: string): ScriptParts {
  const spec = sweepSpecOf(state);
  const { technology, sign, quantities } = definitionsOf(state.rule, state.prices);
  const outputs = quantitiesOf(state.prices);
  const lines = (rows: readonly Definition[]) => rows.map((row) => line(row, outputs, syntax, language));
  return {
    head: [
      TEXTS.what[language], TEXTS.printed[language],
      usage(state.resolution, run)[language],
      "", `Tauscape ${tool.version}${tool.commit === null ? "" : ` (${tool.commit})`}`, link,
    ],
    link, spec: JSON.stringify(spec),
    parameters: PARAMETER_NAMES.map((name) => [name, numberLiteral(state.parameters[name])]),
    axes: spec.axes.filter((axis): axis is RangeAxis => !isListAxis(axis)),
    tolerance: numberLiteral(CLASS_TOLERANCE),
    feasible: feasibilityComparisons(numberLiteral).join(syntax.and),
    technology: lines(technology), sign: lines(sign), quantities: lines(quantities),
    outputs,
  };
}

function usage(count: number, run: string): BilingualText {
  return {
    en: `Run: ${run} [points an axis, ${COARSE_COUNT} unless given; the page counted ${count}]`,
    zh: `运行：${run} [每轴点数，默认 ${COARSE_COUNT}；页面所用为 ${count}]`,
  };
}

/** A definition, with what it stands for where it is one of the quantities that come out. */
function line({ name, expression }: Definition, outputs: readonly QuantityName[], { assign }: Syntax, language: Language): string {
  const text = `${name} ${assign} ${expression}`;
  const quantity = outputs.find((one) => one === name);
  if (quantity === undefined) return text;
  const { symbol, equation, unit, label } = FIELDS[quantity];
  return `${text}  # ${symbol}, ${equation}, ${unit}: ${label[language]}`;
}
