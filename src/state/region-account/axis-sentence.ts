import { PARAMETERS, type BilingualText, type Language } from "../../model/index.ts";
import { formatNumber, formatPercent } from "../format.ts";
import type { AxisCounts } from "./region-counts.ts";

const DIGITS = 3;

/** Where the region lies along one axis: from which value to which, and where it is widest. */
interface Extent {
  readonly from: number;
  readonly to: number;
  /** Whether points between hold nothing of it. */
  readonly hasGaps: boolean;
  /** Greatest share of the feasible cells at one point; the first and the last point that have it. */
  readonly widest: { readonly share: number; readonly from: number; readonly to: number };
  /** Every point with feasible cells has the same share. */
  readonly isEven: boolean;
}

/** @returns `null` where no cell of the axis is positive */
function extentOf({ points, feasible, positive }: AxisCounts): Extent | null {
  const shares = positive.map((count, k) => (feasible[k] === 0 ? NaN : count / feasible[k]));
  const held = [...points.keys()].filter((k) => positive[k] > 0);
  if (held.length === 0) return null;
  const [first, last] = [held[0], held[held.length - 1]];
  const share = Math.max(...held.map((k) => shares[k]));
  const best = held.filter((k) => shares[k] === share);
  return {
    from: points[first], to: points[last], hasGaps: held.length < last - first + 1,
    widest: { share, from: points[best[0]], to: points[best[best.length - 1]] },
    isEven: shares.every((one) => Number.isNaN(one) || one === share),
  };
}

const number = (value: number): string => formatNumber(value, DIGITS);

const percent = (share: number, language: Language): string => formatPercent(share, DIGITS, language);

/** One sentence about one axis; `null` where there is no region. */
export function axisSentence(counts: AxisCounts): BilingualText | null {
  const extent = extentOf(counts);
  if (extent === null) return null;
  const { symbol } = PARAMETERS[counts.name];
  const { from, to, hasGaps, widest, isEven } = extent;
  const [low, high] = [number(from), number(to)];
  const place = widest.from === widest.to ? number(widest.from) : null;
  if (from === to) {
    return {
      en: `Along ${symbol} it is found at ${low} alone, where it holds ${percent(widest.share, "en")} of the feasible points.`,
      zh: `沿 ${symbol}：仅见于 ${low}，占该处可行点的 ${percent(widest.share, "zh")}。`,
    };
  }
  if (isEven) {
    return {
      en: `Along ${symbol} it holds the same share everywhere, from ${low} to ${high}: ${percent(widest.share, "en")} of the feasible points.`,
      zh: `沿 ${symbol}：从 ${low} 到 ${high} 处处相同，均占可行点的 ${percent(widest.share, "zh")}。`,
    };
  }
  const widestEn = place === null ? `widest from ${number(widest.from)} to ${number(widest.to)}` : `widest at ${place}`;
  const widestZh = place === null ? `在 ${number(widest.from)} 至 ${number(widest.to)} 之间最宽` : `在 ${place} 处最宽`;
  return {
    en: `Along ${symbol} it reaches from ${low} to ${high}${hasGaps ? ", with gaps" : ""}; it is ${widestEn}, where it holds ${percent(widest.share, "en")} of the feasible points.`,
    zh: `沿 ${symbol}：从 ${low} 到 ${high}${hasGaps ? "（中间有间断）" : ""}；${widestZh}，占该处可行点的 ${percent(widest.share, "zh")}。`,
  };
}
