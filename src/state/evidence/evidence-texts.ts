import type { BilingualText } from "../../model/index.ts";
import type { CentreStatus, Region } from "./evidence-schema.ts";

/** The file's English words, in both languages; a test finds each of them here. */
export const EVIDENCE_TEXTS: Readonly<Record<string, BilingualText>> = {
  "trillion yuan": { en: "trillion yuan", zh: "万亿元" },
  "% of GDP": { en: "% of GDP", zh: "占 GDP 的 %" },
  "% of the digital economy": { en: "% of the digital economy", zh: "占数字经济的 %" },
  "EFLOPS": { en: "EFLOPS", zh: "EFLOPS" },
  "EFLOPS, more than": { en: "EFLOPS or more", zh: "EFLOPS 以上" },
  "10,000 servers/year": { en: "10,000 servers a year", zh: "万台/年" },
  "10,000 racks": { en: "× 10,000 racks", zh: "万架" },
  "Figure 1": { en: "Figure 1", zh: "图 1" },
  "Figure 2": { en: "Figure 2", zh: "图 2" },
  "Figure 4": { en: "Figure 4", zh: "图 4" },
  "Figure 5": { en: "Figure 5", zh: "图 5" },
  "Compute scale": { en: "Section on the scale of compute", zh: "“算力规模”一节" },
  "Public basic compute offered": { en: "Public basic compute offered", zh: "提供的公共基础算力" },
  "Data-centre racks in public service": { en: "Data-centre racks in public service", zh: "对外服务的数据中心机架" },
  "Racks added in the year": { en: "Racks added in the year", zh: "当年净增机架" },
  "Action Plan for Compute Infrastructure, October 2023, as the report cites it": {
    en: "Action Plan for Compute Infrastructure, October 2023, as the report cites it", zh: "《算力基础设施高质量发展行动计划》，2023 年 10 月，据报告转引",
  },
};

/** A word of the file in both languages; what has none is shown as it stands. */
export function evidenceText(word: string): BilingualText {
  return Object.hasOwn(EVIDENCE_TEXTS, word) ? EVIDENCE_TEXTS[word] : { en: word, zh: word };
}

export const STATUS_TEXTS: Readonly<Record<CentreStatus, BilingualText>> = {
  "under construction": { en: "Under construction", zh: "在建" },
  "completed": { en: "Completed", zh: "竣工" },
  "trial operation": { en: "Trial operation", zh: "试运行" },
  "in operation": { en: "In operation", zh: "投入使用" },
};

export const REGION_TEXTS: Readonly<Record<Region, BilingualText>> = {
  east: { en: "East", zh: "东部" },
  central: { en: "Central", zh: "中部" },
  west: { en: "West", zh: "西部" },
  northeast: { en: "Northeast", zh: "东北" },
};
