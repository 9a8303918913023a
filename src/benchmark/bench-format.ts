import type { Language } from "../model/index.ts";

const DIGITS = 3;
/** Stands where there is no number. */
export const NONE = "–";

const TIME_UNITS = [[1, { en: "s", zh: "秒" }], [1e-3, { en: "ms", zh: "毫秒" }], [1e-6, { en: "µs", zh: "微秒" }]] as const;
const FINEST_UNIT = [1e-9, { en: "ns", zh: "纳秒" }] as const;
const PREFIXES = [[1e12, "T"], [1e9, "G"], [1e6, "M"], [1e3, "k"]] as const;

export function formatNumber(value: number, language: Language, digits = DIGITS): string {
  return new Intl.NumberFormat(language, { minimumSignificantDigits: 1, maximumSignificantDigits: digits }).format(value);
}

export function formatSeconds(seconds: number, language: Language): string {
  const [scale, unit] = TIME_UNITS.find(([least]) => seconds >= least) ?? (seconds === 0 ? TIME_UNITS[0] : FINEST_UNIT);
  return `${formatNumber(seconds / scale, language)} ${unit[language]}`;
}

/** Something a second, such as points or bytes, with a prefix of a thousand: "1.2 G". The unit follows. */
export function formatRate(rate: number | null, unit: string, language: Language): string {
  if (rate === null || !Number.isFinite(rate)) return NONE;
  const [scale, prefix] = PREFIXES.find(([least]) => rate >= least) ?? [1, ""];
  return `${formatNumber(rate / scale, language)} ${prefix}${unit}`;
}

export function formatShare(share: number | null, language: Language): string {
  return share === null ? NONE : `${formatNumber(100 * share, language)} %`;
}

/** A memory's size in powers of 1024. */
export function formatMemory(bytes: number | null, language: Language): string {
  if (bytes === null) return NONE;
  return bytes >= 2 ** 30 ? `${formatNumber(bytes / 2 ** 30, language)} GiB` : `${formatNumber(bytes / 2 ** 20, language)} MiB`;
}

/** A ratio with three decimals, so that small changes show. */
export function formatRatio(ratio: number | null, language: Language): string {
  if (ratio === null) return NONE;
  return new Intl.NumberFormat(language, { minimumFractionDigits: 3, maximumFractionDigits: 3 }).format(ratio);
}
