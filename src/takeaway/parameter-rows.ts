import { PARAMETERS, type BilingualText, type Language, type ParameterInfo } from "../model/index.ts";
import { axisNames } from "../state/axes.ts";
import type { ExplorerState } from "../state/explorer-state.ts";
import { formatExactly } from "../state/format.ts";

export interface ParameterRow {
  readonly symbol: string;
  readonly label: string;
  /** Every digit. */
  readonly value: string;
  readonly unit: string;
}

const UNITS: Readonly<Record<ParameterInfo["unit"], BilingualText>> = {
  1: { en: "–", zh: "–" }, "1/year": { en: "a year", zh: "每年" }, scale: { en: "scale", zh: "规模" },
};

/** The parameters that have an effect at these prices, for a table. */
export function parameterRows({ parameters, prices }: ExplorerState, language: Language): readonly ParameterRow[] {
  return axisNames(prices).map((name) => {
    const { symbol, label, unit } = PARAMETERS[name];
    return { symbol, label: label[language], value: formatExactly(parameters[name]), unit: UNITS[unit][language] };
  });
}
