import { FIELDS, type FieldName, type Language } from "../model/index.ts";

const DIGITS = 4;
/** Outside this range a number is read more easily with a power of ten. */
const PLAIN_FROM = 1e-4;
const PLAIN_TO = 1e7;
/** Four digits in a row need no comma. */
const GROUPED_FROM = 1e4;
/** Of the larger value: a few roundings. */
const LEFT_OVER = 16 * Number.EPSILON;
const NOT_A_NUMBER = "–";
/** Made once: making one takes longer than all else that a number on the page costs. */
const GROUPED = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 21 });
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** At most `digits` significant digits, with a true minus, grouped from five digits on; "–" for what is not a number. */
export function formatNumber(value: number, digits = DIGITS): string {
  if (Number.isNaN(value)) return NOT_A_NUMBER;
  const rounded = Number(value.toPrecision(digits));
  const magnitude = Math.abs(rounded);
  const isPlain = magnitude === 0 || magnitude === Infinity || (magnitude >= PLAIN_FROM && magnitude < PLAIN_TO);
  const text = !isPlain ? withPowerOfTen(magnitude) : magnitude >= GROUPED_FROM ? GROUPED.format(magnitude) : String(magnitude);
  return rounded < 0 ? `−${text}` : text;
}

/** As `formatNumber`, with the zeros that a column of numbers needs to be read down: 5.00 below 5.43. */
export function formatInColumn(value: number, digits = DIGITS): string {
  const text = formatNumber(value, digits);
  const padded = Math.abs(value).toPrecision(digits);
  const isShorter = padded.startsWith(text.replace("−", "")) && !padded.includes("e") && Number(padded) !== 0;
  return isShorter ? `${value < 0 ? "−" : ""}${padded}` : text;
}

function withPowerOfTen(magnitude: number): string {
  const [mantissa, exponent] = magnitude.toExponential().split("e");
  const power = [...exponent.replace("+", "")].map((sign) => (sign === "-" ? "⁻" : SUPERSCRIPTS[Number(sign)])).join("");
  return `${mantissa}×10${power}`;
}

/** The shortest decimal that reads back as the same float64; plain characters, so that it can be copied into a file or a script. */
export function formatExactly(value: number): string {
  return String(value);
}

/** A share or a rate as a percentage; Chinese sets no space before the sign. */
export function formatPercent(share: number, digits = DIGITS, language: Language = "en"): string {
  if (Number.isNaN(share)) return NOT_A_NUMBER;
  return `${formatNumber(share * 100, digits)}${language === "zh" ? "%" : " %"}`;
}

/** A value as a person reads it, with its unit: growth in % a year, slopes in points of growth a year per point of τ. */
export function formatQuantity(name: FieldName, value: number, language: Language): string {
  if (Number.isNaN(value)) return NOT_A_NUMBER;
  const { display, unit } = FIELDS[name];
  const number = formatNumber(value);
  if (display === "growth") {
    const percent = formatPercent(value, DIGITS, language);
    return language === "zh" ? `每年 ${percent}` : `${percent} a year`;
  }
  if (display === "slope") return language === "zh" ? `τ 每提高 1 个点：${number} 个点` : `${number} points per point of τ`;
  if (unit !== "1/year") return number;
  return language === "zh" ? `每年 ${number}` : `${number} a year`;
}

/** A value on a line or in a narrow place: without its time unit, which the scale beside it has. */
export function formatLevel(name: FieldName, value: number, language: Language): string {
  return FIELDS[name].display === "growth" ? formatPercent(value, DIGITS, language) : formatNumber(value);
}

/** What two values differ by; none where they are the same but for what arithmetic in float64 leaves over. */
export function readableDifference(value: number, other: number): number {
  const difference = value - other;
  return Math.abs(difference) <= LEFT_OVER * Math.max(Math.abs(value), Math.abs(other)) ? 0 : difference;
}

/** A difference between two values of a quantity, with its sign: of growth in points, else in the quantity's own unit. */
export function formatDifference(name: FieldName, difference: number, language: Language): string {
  if (Number.isNaN(difference)) return NOT_A_NUMBER;
  const sign = difference > 0 ? "+" : "";
  if (FIELDS[name].display !== "growth") return sign + formatQuantity(name, difference, language);
  const points = formatNumber(difference * 100);
  return language === "zh" ? `每年 ${sign}${points} 个百分点` : `${sign}${points} points a year`;
}

/** The unit in which `formatQuantityShortly` gives a value; empty where it has none. */
export function quantityUnit(name: FieldName, language: Language): string {
  const { display, unit } = FIELDS[name];
  if (display === "growth") return language === "zh" ? "% / 年" : "% a year";
  if (display === "slope") return language === "zh" ? "每个点 τ 的百分点" : "points per point of τ";
  if (unit !== "1/year") return "";
  return language === "zh" ? "每年" : "a year";
}

/** A value without its unit, for a scale that names the unit once. */
export function formatQuantityShortly(name: FieldName, value: number): string {
  return formatNumber(value * quantityInput(name).factor, 3);
}

/** How a value of a quantity is typed in: its number is the value times `factor`, in `unit`. */
export function quantityInput(name: FieldName): { readonly symbol: string; readonly factor: number; readonly unit: "%" | "" } {
  const { display, symbol } = FIELDS[name];
  return display === "growth" ? { symbol, factor: 100, unit: "%" } : { symbol, factor: 1, unit: "" };
}
