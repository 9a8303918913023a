import { evaluatePoint, PRICE_MODE_INFO, RULE_INFO, type BilingualText } from "../model/index.ts";
import { verdictAt, type Verdict } from "../state/verdict.ts";
import { parameterRows } from "./parameter-rows.ts";
import type { Taken } from "./taken.ts";

/** A space at which no line ends. */
const JOINED = "\u00a0";

/** What stands below a picture, line by line. */
export interface Caption extends Verdict {
  readonly parameters: string;
  readonly choices: string;
  readonly link: string;
}

export function captionOf({ state, link, language, tool }: Taken): Caption {
  const { parameters, rule, prices } = state;
  const choices: BilingualText = {
    en: `Rule: ${RULE_INFO[rule].label.en} · Prices: ${PRICE_MODE_INFO[prices].label.en} · Tauscape ${tool.version}`,
    zh: `规则：${RULE_INFO[rule].label.zh} · 价格：${PRICE_MODE_INFO[prices].label.zh} · Tauscape ${tool.version}`,
  };
  return {
    ...verdictAt(parameters, evaluatePoint(parameters, rule, prices), language),
    parameters: parameterRows(state, language).map(({ symbol, value }) => `${symbol}${JOINED}=${JOINED}${value}`).join(" · "),
    choices: choices[language], link,
  };
}
