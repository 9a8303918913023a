import type { FieldInfo, Language } from "../model/index.ts";
import type { Texts } from "./texts/texts.ts";

const SIGNIFICANT_DIGITS = 4;
/** Times and sizes vary more than three digits could tell. */
const MEASURED_DIGITS = 3;
/** Outside this range a number is read more easily with a power of ten. */
const PLAIN_FROM = 1e-4;
const PLAIN_TO = 1e7;

/** A few significant digits; full precision is what `--json` is for. */
function presentNumber(value: number, language: Language, digits = SIGNIFICANT_DIGITS): string {
  if (Number.isNaN(value)) return "–";
  const size = Math.abs(value);
  if (size !== 0 && (size < PLAIN_FROM || size >= PLAIN_TO)) return value.toExponential(digits - 1);
  return new Intl.NumberFormat(language, {
    minimumSignificantDigits: Number.isInteger(value) ? 1 : digits, maximumSignificantDigits: digits,
  }).format(value);
}

/** A value as people read the field: growth in per cent a year, the rest as it is. */
export function presentField(field: FieldInfo, value: number, language: Language): string {
  return presentNumber(field.display === "growth" ? 100 * value : value, language);
}

/** The unit that belongs to {@link presentField}. */
export function fieldUnit(field: FieldInfo, texts: Texts): string {
  if (field.display === "growth") return texts.units.growth;
  if (field.display === "slope") return texts.units.slope;
  return texts.units[field.unit];
}

/** A share as per cent. */
export function presentShare(share: number, language: Language): string {
  return `${presentNumber(100 * share, language)} %`;
}

/** A duration, in the unit that suits it. */
export function presentSeconds(seconds: number, texts: Texts, language: Language): string {
  const { units } = texts;
  const [scale, unit] = seconds < 1 ? [1e-3, units.milliseconds]
    : seconds < 120 ? [1, units.seconds]
      : seconds < 7200 ? [60, units.minutes]
        : seconds < 172_800 ? [3600, units.hours] : [86_400, units.days];
  return `${presentNumber(seconds / scale, language, MEASURED_DIGITS)} ${unit}`;
}

/** Points a second. */
export function presentRate(points: number, seconds: number, texts: Texts, language: Language): string {
  const rate = seconds > 0 ? points / seconds : 0;
  const [scale, prefix] = rate >= 1e9 ? [1e9, "G"] : rate >= 1e6 ? [1e6, "M"] : [1e3, "k"];
  return `${presentNumber(rate / scale, language, MEASURED_DIGITS)} ${prefix}${texts.units.pointsPerSecond}`;
}
