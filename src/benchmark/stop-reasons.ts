import type { BilingualText } from "../model/index.ts";

/** Why a benchmark may stop early. A result holds the English words; whoever reads it in Chinese gets them in Chinese. */
export const STOP_REASONS = {
  noEngineLeft: { en: "no engine could go on", zh: "没有引擎能够继续" },
  cancelled: { en: "cancelled", zh: "已取消" },
  hidden: {
    en: "its tab was hidden, and browsers slow hidden tabs down", zh: "标签页被隐藏，而浏览器会让隐藏的标签页变慢",
  },
} as const satisfies Readonly<Record<string, BilingualText>>;

export type StopReason = keyof typeof STOP_REASONS;

/** A result's reason in both languages; one that is not ours, such as an error's message, is the same in both. */
export function describeStopReason(reason: string): BilingualText {
  return Object.values(STOP_REASONS).find(({ en }) => en === reason) ?? { en: reason, zh: reason };
}
