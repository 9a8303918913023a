import { CLASS_BOUNDARY, CLASS_NEGATIVE, CLASS_POSITIVE, type BilingualText, type Language, type Parameters, type PointEvaluation } from "../model/index.ts";
import { infeasibilitySentences } from "./flag-sentences.ts";
import { formatNumber, formatPercent } from "./format.ts";

export interface Verdict {
  readonly headline: string;
  readonly sentence: string;
}

const HEADLINES = {
  positive: { en: "Here more compute raises growth.", zh: "在此处，增加算力会提高增长。" },
  negative: { en: "Here more compute lowers growth.", zh: "在此处，增加算力会降低增长。" },
  boundary: { en: "Here growth stands on the boundary.", zh: "此处恰在边界上。" },
  infeasible: { en: "This point is not feasible.", zh: "该点不可行。" },
} as const satisfies Record<string, BilingualText>;

/** What a point means, in words: for the page and for everything that is taken away from it. */
export function verdictAt(parameters: Parameters, { fields, class: sign }: PointEvaluation, language: Language): Verdict {
  const points = formatNumber(Math.abs(fields.growthSlope ?? NaN), 3);
  const growth = formatPercent(fields.growth ?? NaN, 3, language);
  const say = (headline: BilingualText, sentence: BilingualText): Verdict => ({ headline: headline[language], sentence: sentence[language] });
  if (sign === CLASS_POSITIVE) {
    return say(HEADLINES.positive, {
      en: `Moving one more percentage point of investment to compute adds ${points} points of growth a year; growth is now ${growth} a year.`,
      zh: `将投资的 1 个百分点转向算力，年增长率提高 ${points} 个百分点；当前年增长率为 ${growth}。`,
    });
  }
  if (sign === CLASS_NEGATIVE) {
    return say(HEADLINES.negative, {
      en: `Moving one more percentage point of investment to compute takes ${points} points of growth a year away; growth is now ${growth} a year.`,
      zh: `将投资的 1 个百分点转向算力，年增长率降低 ${points} 个百分点；当前年增长率为 ${growth}。`,
    });
  }
  if (sign === CLASS_BOUNDARY) {
    return say(HEADLINES.boundary, {
      en: `Moving investment between compute and the rest changes nothing to first order; growth is ${growth} a year.`,
      zh: `在算力与其他投资之间调整，一阶影响为零；年增长率为 ${growth}。`,
    });
  }
  const reasons = infeasibilitySentences(parameters);
  return say(HEADLINES.infeasible, { en: reasons.map(({ en }) => en).join(" "), zh: reasons.map(({ zh }) => zh).join("") });
}
