import { EQUATIONS, MODEL_SECTIONS, type Equation } from "../../model/document/index.ts";
import type { BilingualText } from "../../model/index.ts";

/** A part of the model page, in order. */
export interface Part {
  /** Also its anchor. */
  readonly id: string;
  readonly title: BilingualText;
  readonly equations: readonly Equation[];
}

/** The parts that follow the numbered sections. */
export const CLOSING_PARTS = {
  quantities: { en: "Quantities", zh: "变量一览" },
  conclusions: { en: "What the report concludes", zh: "报告的结论" },
  slips: { en: "Slips in print", zh: "印刷疏误" },
  assumptions: { en: "Assumptions", zh: "假设" },
  references: { en: "References", zh: "参考文献" },
} as const satisfies Record<string, BilingualText>;

/** The table of contents. */
export const PARTS: readonly Part[] = [
  ...MODEL_SECTIONS.map(({ number, title }) => ({
    id: String(number), equations: EQUATIONS.filter(({ section }) => section === number),
    title: { en: `${number}. ${title.en}`, zh: `${number}. ${title.zh}` },
  })),
  ...Object.entries(CLOSING_PARTS).map(([id, title]) => ({ id, title, equations: [] })),
];
