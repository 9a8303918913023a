import { technologyAt, type BilingualText, type Language } from "../model/index.ts";
import type { ChartTable } from "./chart-table.ts";

/** What one kind of capital, or the monopoly, earns of a unit of output. */
export interface FactorShare {
  readonly name: "capital" | "production" | "services" | "profit";
  readonly formula: string;
  /** Part of output, 0 to 1. */
  readonly value: number;
  readonly label: BilingualText;
}

/** Who earns what part of output (MODEL.md, section 2) at a feasible point: the parts add up to one, whatever the prices and the rule. */
export function factorShares(alpha: number, beta: number): readonly FactorShare[] {
  const { chi, profitShare } = technologyAt(alpha, beta);
  return [
    { name: "capital", formula: "α", value: alpha, label: { en: "Ordinary capital K", zh: "普通资本 K" } },
    { name: "production", formula: "β", value: beta, label: { en: "Compute in final production, part of D", zh: "最终生产所用算力，D 的一部分" } },
    { name: "services", formula: "χ²", value: chi * chi, label: { en: "Compute in services, part of D", zh: "算力服务所用算力，D 的一部分" } },
    { name: "profit", formula: "χ(α+β)", value: profitShare, label: { en: "Profit of the service monopoly", zh: "算力服务的垄断利润" } },
  ];
}

const HEADINGS: Readonly<Record<Language, readonly string[]>> = { en: ["formula", "who earns it", "share of output"], zh: ["公式", "归属", "占产出的份额"] };

export function factorShareTable(shares: readonly FactorShare[], language: Language): ChartTable {
  return { headings: HEADINGS[language], rows: shares.map(({ formula, label, value }) => [formula, label[language], value]) };
}
