import type { BilingualText } from "../model/index.ts";

export const SITE_PAGES = ["explore", "model", "evidence", "benchmark"] as const;
export type SitePage = (typeof SITE_PAGES)[number];

export interface SitePageInfo {
  /** Relative, so that the site works under any path. */
  readonly address: string;
  /** In the bar on every page. */
  readonly label: BilingualText;
  /** Of the browser's tab, and what search engines show. */
  readonly title: BilingualText;
  readonly description: BilingualText;
}

/** The pages of the site, in the order of the bar. */
export const SITE_PAGE_INFO: Readonly<Record<SitePage, SitePageInfo>> = {
  explore: {
    address: "./",
    label: { en: "Explore", zh: "探索" },
    title: { en: "Tauscape", zh: "Tauscape" },
    description: {
      en: "Where does investing more in compute raise steady-state growth? Sweep the model and see the region.",
      zh: "增加算力投资在哪里能提高稳态增长率？扫描模型，看清这片区域。",
    },
  },
  model: {
    address: "./model.html",
    label: { en: "Model", zh: "模型" },
    title: { en: "The model – Tauscape", zh: "模型 – Tauscape" },
    description: {
      en: "Every equation of the model with its number, what goes beyond the report, the slips in print and their corrections, assumptions and references.",
      zh: "模型的全部方程与编号、报告之外的内容、印刷疏误及更正、假设与参考文献。",
    },
  },
  evidence: {
    address: "./evidence.html",
    label: { en: "Evidence", zh: "数据" },
    title: { en: "The evidence – Tauscape", zh: "数据 – Tauscape" },
    description: {
      en: "The report's figures on the digital economy and compute, with printed and recomputed growth rates side by side, and its table of computing centres.",
      zh: "报告中关于数字经济与算力的数字，印刷与重新计算的增长率并列，以及智算中心列表。",
    },
  },
  benchmark: {
    address: "./benchmark.html",
    label: { en: "Benchmark", zh: "基准测试" },
    title: { en: "Benchmark – Tauscape", zh: "基准测试 – Tauscape" },
    description: {
      en: "Measure how fast this machine sweeps the model: every engine, every job, beside what its memory can do.",
      zh: "测量这台机器扫描模型的速度：各引擎、各任务，并与其内存所能达到的速度对照。",
    },
  },
};
