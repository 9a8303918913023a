import {
  describeAdmissible, isAdmissible, isTechnologyFeasible, PARAMETER_NAMES, PARAMETERS, SMALLEST_CHI, serviceElasticity, STATUS_INFO, statusFlags, type BilingualText,
  type Parameters, type PointEvaluation, type StatusFlag,
} from "../model/index.ts";
import { formatNumber, formatPercent } from "./format.ts";

/** Why a point is not feasible, a sentence for every domain that is left, with the numbers. Empty where it is feasible. */
export function infeasibilitySentences(parameters: Parameters): readonly BilingualText[] {
  const outside = PARAMETER_NAMES.filter((name) => !isAdmissible(name, parameters[name])).map((name): BilingualText => {
    const { symbol } = PARAMETERS[name];
    const allowed = describeAdmissible(name);
    const value = formatNumber(parameters[name]);
    return { en: `${symbol} is ${value}; it must be ${allowed.en}.`, zh: `${symbol} 为 ${value}；应为${allowed.zh}。` };
  });
  const { alpha, beta } = parameters;
  if (outside.length > 0 || isTechnologyFeasible(alpha, beta)) return outside;
  const sum = `α+β = ${formatNumber(alpha)} + ${formatNumber(beta)} = ${formatNumber(alpha + beta)}`;
  const chi = serviceElasticity(alpha, beta);
  const left = `χ = 1−α−β = ${Math.abs(chi) <= SMALLEST_CHI ? "0" : formatNumber(chi)}`;
  return [{
    en: `${sum} leaves nothing for compute services: ${left}, and χ must be positive.`,
    zh: `${sum}，没有给算力服务留下份额：${left}，而 χ 必须为正。`,
  }];
}

/** What a flag says, and the equation or section of MODEL.md that it comes from. */
export interface FlagSentence {
  readonly sentence: BilingualText;
  readonly equation: string;
}

/** Why a feasible point is called economically impossible, a sentence for each flag, with the numbers. */
export function flagSentences(parameters: Parameters, point: PointEvaluation): readonly FlagSentence[] {
  return statusFlags(point.status).filter((flag) => flag !== "infeasible")
    .map((flag) => ({ sentence: flagSentence(flag, parameters, point), equation: STATUS_INFO[flag].equation }));
}

function flagSentence(flag: Exclude<StatusFlag, "infeasible">, { rho, sigma }: Parameters, { fields }: PointEvaluation): BilingualText {
  const { growth = NaN, impliedSavingRate: saving = NaN, discountGap = NaN } = fields;
  const rate = (language: "en" | "zh") => formatPercent(growth, 3, language);
  if (flag === "transversality") {
    const shown = (value: number) => (value < 0 ? `(${formatNumber(value)})` : formatNumber(value));
    const arithmetic = `ρ+(σ−1)g = ${formatNumber(rho)} + ${shown(sigma - 1)} × ${shown(growth)} = ${formatNumber(discountGap)}`;
    return {
      en: `Lifetime utility is not finite: ${arithmetic}, which must be above 0, so the optimum is not defined.`,
      zh: `终身效用不是有限值：${arithmetic}，而该值必须大于 0，因此最优解没有定义。`,
    };
  }
  const number = formatNumber(saving);
  return saving > 0 ? {
    en: `The saving rate implied is ${number}, ${saving === 1 ? "not below" : "above"} 1: growth of ${rate("en")} a year would take all output and more for investment.`,
    zh: `隐含储蓄率为 ${number}，${saving === 1 ? "不低于" : "高于"} 1：每年 ${rate("zh")} 的增长需要的投资超过全部产出。`,
  } : {
    en: `The saving rate implied is ${number}, not above 0: at growth of ${rate("en")} a year capital would be consumed faster than it wears out.`,
    zh: `隐含储蓄率为 ${number}，不大于 0：在每年 ${rate("zh")} 的增长率下，资本被消耗得比折旧还快。`,
  };
}
