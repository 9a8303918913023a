import { FIELDS, type FieldInfo, type FieldName, type Language } from "../model/index.ts";

const DIGITS = 4;

/** Four significant digits, with a true minus and no exponent where that is readable; "–" for what is not a number. */
export function formatNumber(value: number, digits = DIGITS): string {
  if (Number.isNaN(value)) return "–";
  const magnitude = Math.abs(value);
  const text = magnitude !== 0 && (magnitude < 1e-4 || magnitude >= 1e7)
    ? exponential(value, digits)
    : Number(value.toPrecision(digits)).toLocaleString("en-GB", { maximumSignificantDigits: digits, useGrouping: magnitude >= 1e4 });
  return text.replace("-", "−");
}

function exponential(value: number, digits: number): string {
  const [mantissa, exponent] = value.toExponential(digits - 1).split("e");
  return `${mantissa}×10^${Number(exponent)}`;
}

/** Every digit that is needed to read the same number back. */
export function formatExactly(value: number): string {
  return Number.isNaN(value) ? "NaN" : String(value).replace("-", "−");
}

export function formatCount(value: number): string {
  return value.toLocaleString("en-GB");
}

/** A share as a percentage with two decimals at most. */
export function formatPercent(share: number, digits = DIGITS): string {
  return Number.isNaN(share) ? "–" : `${formatNumber(share * 100, digits)} %`;
}

/** A value as a person reads it, with its unit. */
export function formatQuantity(name: FieldName, value: number, language: Language): string {
  const { display, unit } = FIELDS[name];
  if (Number.isNaN(value)) return "–";
  if (display === "growth") return language === "zh" ? `每年 ${formatPercent(value)}` : `${formatPercent(value)} a year`;
  return [formatNumber(value), unitText({ display, unit }, language)].filter((part) => part !== "").join(" ");
}

/** The unit in words, empty where the number is pure. */
export function unitText({ display, unit }: Pick<FieldInfo, "display" | "unit">, language: Language): string {
  if (display === "growth") return language === "zh" ? "%/年" : "% a year";
  if (unit === "1/year") return language === "zh" ? "/年" : "a year";
  return "";
}
