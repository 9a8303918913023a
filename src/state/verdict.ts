import { CLASS_BOUNDARY, CLASS_INFEASIBLE, CLASS_INFO, CLASS_NEGATIVE, CLASS_POSITIVE, type BilingualText, type Language, type Parameters, type PointEvaluation, type SignClass } from "../model/index.ts";
import { infeasibilitySentences } from "./flag-sentences.ts";
import { formatNumber, formatPercent } from "./format.ts";

export interface Verdict {
  readonly headline: string;
  readonly sentence: string;
}

const HEADLINES: Readonly<Record<SignClass, BilingualText>> = {
  [CLASS_POSITIVE]: here(CLASS_INFO[CLASS_POSITIVE].meaning),
  [CLASS_NEGATIVE]: here(CLASS_INFO[CLASS_NEGATIVE].meaning),
  [CLASS_BOUNDARY]: { en: "Here growth stands on the boundary.", zh: "此处恰在边界上。" },
  [CLASS_INFEASIBLE]: { en: "This point is not feasible.", zh: "该点不可行。" },
};

function here({ en, zh }: BilingualText): BilingualText {
  return { en: `Here ${en}.`, zh: `在此处，${zh}。` };
}

/** The verdict in one short sentence. */
export function verdictHeadline(sign: SignClass): BilingualText {
  return HEADLINES[sign];
}

/** What a point means, in words: for the page and for everything that is taken away from it. */
export function verdictAt(parameters: Parameters, { fields, class: sign }: PointEvaluation, language: Language): Verdict {
  const points = formatNumber(Math.abs(fields.growthSlope ?? NaN), 3);
  const growth = formatPercent(fields.growth ?? NaN, 3, language);
  const say = (sentence: BilingualText): Verdict => ({ headline: verdictHeadline(sign)[language], sentence: sentence[language] });
  if (sign === CLASS_POSITIVE) {
    return say({
      en: `Moving one more percentage point of investment to compute adds ${points} points of growth a year; growth is now ${growth} a year.`,
      zh: `将投资的 1 个百分点转向算力，年增长率提高 ${points} 个百分点；当前年增长率为 ${growth}。`,
    });
  }
  if (sign === CLASS_NEGATIVE) {
    return say({
      en: `Moving one more percentage point of investment to compute takes ${points} points of growth a year away; growth is now ${growth} a year.`,
      zh: `将投资的 1 个百分点转向算力，年增长率降低 ${points} 个百分点；当前年增长率为 ${growth}。`,
    });
  }
  if (sign === CLASS_BOUNDARY) {
    return say({
      en: `Moving investment between compute and the rest changes nothing to first order; growth is ${growth} a year.`,
      zh: `在算力与其他投资之间调整，一阶影响为零；年增长率为 ${growth}。`,
    });
  }
  const reasons = infeasibilitySentences(parameters);
  return say({ en: reasons.map(({ en }) => en).join(" "), zh: reasons.map(({ zh }) => zh).join("") });
}
