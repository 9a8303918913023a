import type { BilingualText } from "./text.ts";

/** Classes of a cell: the certified sign of ∂g/∂τ (MODEL.md, section 6). */
export const CLASS_POSITIVE = 1;
export const CLASS_BOUNDARY = 0;
export const CLASS_NEGATIVE = -1;
export const CLASS_INFEASIBLE = -128;
export type SignClass =
  | typeof CLASS_POSITIVE | typeof CLASS_BOUNDARY | typeof CLASS_NEGATIVE | typeof CLASS_INFEASIBLE;

interface ClassInfo {
  /** Where it is clear that more compute is meant. */
  readonly label: BilingualText;
  /** As a part of a sentence. */
  readonly meaning: BilingualText;
}

/** What a class is called, everywhere. */
export const CLASS_INFO: Readonly<Record<SignClass, ClassInfo>> = {
  [CLASS_POSITIVE]: {
    label: { en: "raises growth", zh: "提高增长率" }, meaning: { en: "more compute raises growth", zh: "增加算力会提高增长率" },
  },
  [CLASS_NEGATIVE]: {
    label: { en: "lowers growth", zh: "降低增长率" }, meaning: { en: "more compute lowers growth", zh: "增加算力会降低增长率" },
  },
  [CLASS_BOUNDARY]: { label: { en: "boundary", zh: "边界" }, meaning: { en: "on the boundary", zh: "恰在边界上" } },
  [CLASS_INFEASIBLE]: { label: { en: "not feasible", zh: "不可行" }, meaning: { en: "not feasible", zh: "不可行" } },
};

/** Relative error that p and q are allowed; they carry less than 2⁻⁴⁸ (MODEL.md, section 6). */
export const CLASS_TOLERANCE = 2 ** -46;

/** The sign of p−q where it is certain, else boundary. p, q > 0. */
export function signClass(p: number, q: number): SignClass {
  if (p * (1 - CLASS_TOLERANCE) > q * (1 + CLASS_TOLERANCE)) return CLASS_POSITIVE;
  if (p * (1 + CLASS_TOLERANCE) < q * (1 - CLASS_TOLERANCE)) return CLASS_NEGATIVE;
  return CLASS_BOUNDARY;
}

/** Status bits of a cell, lowest bit first. */
export const STATUS_BITS = { infeasible: 1, saving: 2, transversality: 4 } as const;
export type StatusFlag = keyof typeof STATUS_BITS;
export const STATUS_FLAGS: readonly StatusFlag[] = ["infeasible", "saving", "transversality"];

interface StatusInfo {
  readonly label: BilingualText;
  readonly meaning: BilingualText;
  /** Its number on the model page. */
  readonly equation: string;
}

export const STATUS_INFO: Readonly<Record<StatusFlag, StatusInfo>> = {
  infeasible: {
    equation: "T18",
    label: { en: "Infeasible", zh: "不可行" },
    meaning: {
      en: "A parameter lies outside its domain, or α+β leaves nothing for compute services.",
      zh: "某个参数超出定义域，或 α+β 没有给算力服务留下份额。",
    },
  },
  saving: {
    equation: "T3",
    label: { en: "Saving rate out of range", zh: "储蓄率超出范围" },
    meaning: {
      en: "Sustaining this growth would need a saving rate that is not between 0 and 1, so the point is economically impossible.",
      zh: "维持该增长所需的储蓄率不在 0 与 1 之间，经济上不可能实现。",
    },
  },
  transversality: {
    equation: "T4",
    label: { en: "Utility not finite", zh: "效用发散" },
    meaning: {
      en: "Lifetime utility is infinite: ρ+(σ−1)g is not positive, so the optimum is not defined.",
      zh: "终身效用为无穷大：ρ+(σ−1)g 不为正，最优解没有定义。",
    },
  },
};

/** The names of the bits that are set. */
export function statusFlags(status: number): StatusFlag[] {
  return STATUS_FLAGS.filter((flag) => (status & STATUS_BITS[flag]) !== 0);
}
