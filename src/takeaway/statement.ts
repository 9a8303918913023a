import {
  CLASS_INFEASIBLE, CLASS_NEGATIVE, CLASS_POSITIVE, evaluatePoint, PRICE_MODE_INFO, RULE_INFO, STATUS_INFO, statusFlags,
  type BilingualText, type Language,
} from "../model/index.ts";
import { verdictAt } from "../state/verdict.ts";
import { latexNumber, statementFormulas, type WrittenExpression } from "./formulas.ts";
import { parameterRows, type ParameterRow } from "./parameter-rows.ts";
import type { Taken } from "./taken.ts";

/** A line of the statement: the number that the report's equation has here, empty where the product adds it, and mathematics in LaTeX. */
export interface StatementEquation {
  readonly label: string;
  readonly latex: string;
}

/** What holds at the point, in the parts that LaTeX and Markdown put on paper alike. Texts are plain. */
export interface Statement {
  readonly title: string;
  readonly verdict: string;
  readonly parameters: readonly ParameterRow[];
  readonly parametersTitle: string;
  readonly equationsTitle: string;
  readonly equations: readonly StatementEquation[];
  readonly notes: readonly string[];
  readonly linkTitle: string;
}

const TEXTS = {
  title: { en: "Does a larger compute share raise growth?", zh: "提高算力投资占比会提高增长率吗？" },
  parameters: { en: "Parameters", zh: "参数" },
  equations: { en: "The condition, with its numbers", zh: "条件及其数值" },
  link: { en: "This point in Tauscape", zh: "在 Tauscape 中打开该点" },
  source: {
    en: "R12 and R13 number the equations of the report in order of appearance (Tsinghua IGI and Inspur, December 2023, appendix on endogenous growth with compute).",
    zh: "R12、R13 为报告公式按出现次序的编号（清华大学全球产业研究院、浪潮信息，2023 年 12 月，附录“包含算力生产要素的内生增长模型”）。",
  },
} as const satisfies Record<string, BilingualText>;

/** The statement of a state, with its numbers; without equations where the point is infeasible. */
export function statementOf(taken: Taken): Statement {
  const { state, language } = taken;
  const { parameters, rule, prices } = state;
  const point = evaluatePoint(parameters, rule, prices);
  const { headline, sentence } = verdictAt(parameters, point, language);
  return {
    title: TEXTS.title[language],
    verdict: language === "zh" ? headline + sentence : `${headline} ${sentence}`,
    parametersTitle: TEXTS.parameters[language],
    parameters: parameterRows(state, language),
    equationsTitle: TEXTS.equations[language],
    equations: point.class === CLASS_INFEASIBLE ? [] : equationsOf(taken),
    notes: [
      ...statusFlags(point.status).filter((flag) => flag !== "infeasible").map((flag) => labelled(STATUS_INFO[flag].label, STATUS_INFO[flag].meaning, language)),
      labelled(PRICE_MODE_INFO[prices].label, PRICE_MODE_INFO[prices].meaning, language),
      labelled(RULE_INFO[rule].label, RULE_INFO[rule].meaning, language),
      TEXTS.source[language],
    ],
    linkTitle: TEXTS.link[language],
  };
}

function equationsOf({ state: { parameters, rule, prices } }: Taken): readonly StatementEquation[] {
  const { fields, class: sign } = evaluatePoint(parameters, rule, prices);
  const { growth, slope, left, right } = statementFormulas(parameters, rule, prices, fields);
  const isPrinted = rule === "report" && prices === "given";
  const relation = sign === CLASS_POSITIVE ? ">" : sign === CLASS_NEGATIVE ? "<" : "=";
  const equations: StatementEquation[] = [
    { label: isPrinted ? "R12" : "", latex: `g = ${growth.symbols} = ${growth.numbers} = ${latexNumber(fields.growth ?? NaN)}` },
    { label: isPrinted ? "R13" : "", latex: `\\frac{\\partial g}{\\partial \\tau} = ${slope.symbols} = ${slope.numbers} = ${latexNumber(fields.growthSlope ?? NaN)}` },
    { label: "", latex: `${chainOf(left).join(" = ")} \\;${relation}\\; ${chainOf(right).reverse().join(" = ")}` },
  ];
  if (prices === "given") {
    const { threshold = NaN } = fields;
    equations.push({ label: "", latex: `\\omega = \\frac{w}{r} = ${latexNumber(parameters.wr)} \\;${relation}\\; \\Theta = ${latexNumber(threshold)}` });
  }
  return equations;
}

/** From the letters to the value; a number alone stands once. */
function chainOf({ symbols, numbers, value }: WrittenExpression): string[] {
  return symbols === numbers ? [symbols] : [symbols, numbers, latexNumber(value)];
}

/** Such as `Label: what it means.` */
export function labelled(label: BilingualText, meaning: BilingualText, language: Language): string {
  return language === "zh" ? `${label.zh}：${meaning.zh}` : `${label.en}: ${meaning.en}`;
}
