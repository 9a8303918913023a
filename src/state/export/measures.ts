import type { BilingualText } from "../../model/index.ts";
import { formatNumber } from "../format.ts";

const DIGITS = 3;
/** Nobody can promise three. */
const TIME_DIGITS = 2;

const TIMES: readonly { readonly below: number; readonly seconds: number; readonly unit: BilingualText }[] = [
  { below: 1, seconds: 1e-3, unit: { en: "ms", zh: "毫秒" } },
  { below: 120, seconds: 1, unit: { en: "s", zh: "秒" } },
  { below: 7200, seconds: 60, unit: { en: "min", zh: "分钟" } },
  { below: 172_800, seconds: 3600, unit: { en: "h", zh: "小时" } },
  { below: Infinity, seconds: 86_400, unit: { en: "days", zh: "天" } },
];

/** A duration in the unit that suits it. */
export function formatSeconds(seconds: number): BilingualText {
  // By the rounded number: 0.996 s are 1 s, not 1000 ms.
  const rounded = Number(seconds.toPrecision(TIME_DIGITS));
  const row = TIMES.find(({ below }) => rounded < below) ?? TIMES[0];
  const number = formatNumber(seconds / row.seconds, TIME_DIGITS);
  return { en: `${number} ${row.unit.en}`, zh: `${number} ${row.unit.zh}` };
}

/** Points a second. */
export function formatRate(pointsPerSecond: number): BilingualText {
  const [scale, prefix] = pointsPerSecond >= 1e9 ? [1e9, "G"] : pointsPerSecond >= 1e6 ? [1e6, "M"] : [1e3, "k"];
  const number = formatNumber(pointsPerSecond / scale, DIGITS);
  return { en: `${number} ${prefix}points/s`, zh: `${number} ${prefix}点/秒` };
}
