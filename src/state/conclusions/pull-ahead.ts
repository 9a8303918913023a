import { REPORT_CONCLUSIONS } from "../../model/document/conclusions.ts";
import { evaluatePoint, type Parameters, type PriceMode, type Rule } from "../../model/index.ts";
import type { ExplorerState } from "../explorer-state.ts";
import { formatNumber, formatPercent } from "../format.ts";
import { growthAt } from "../growth-figure.ts";
import { bilingual, isReportCase, levelView, type ConclusionAccount, type ConclusionInfo } from "./conclusion.ts";
import type { RegionShares } from "./names.ts";

export const YEARS = [10, 20, 30] as const;

/** Two regions that differ in τ alone. Rates are a year. */
export interface RegionalGap {
  readonly growthA: number;
  readonly growthB: number;
  /** Growth of A less that of B. */
  readonly gap: number;
  /** ∂g/∂τ·Δτ at the present τ: all of the gap with prices given, its first order in equilibrium. */
  readonly firstOrder: number;
}

export function regionalGap(parameters: Parameters, [a, b]: RegionShares, rule: Rule, prices: PriceMode): RegionalGap {
  const [growthA, growthB] = [a, b].map((tau) => growthAt(parameters, tau, rule, prices));
  const slope = evaluatePoint(parameters, rule, prices).fields.growthSlope ?? NaN;
  return { growthA, growthB, gap: growthA - growthB, firstOrder: slope * (a - b) };
}

/** Output of A over that of B after some years, both having begun with the same output. */
export function outputRatio(gap: number, years: number): number {
  return Math.exp(gap * years);
}

const HALVINGS = 60;

/**
 * In equilibrium: the share beyond τ* = 1−α that brings the growth of `tau` again, or before it where `tau` is beyond. Between the two a
 * region grows faster, outside more slowly. `null` where `tau` is the peak itself, or no share of the domain brings it.
 */
export function twinShare(parameters: Parameters, tau: number, rule: Rule): number | null {
  const peak = 1 - parameters.alpha;
  if (tau === peak) return null;
  const growth = growthAt(parameters, tau, rule, "equilibrium");
  let [inside, outside] = [peak, tau < peak ? 1 - 2 ** -40 : 2 ** -40];
  if (!(growthAt(parameters, outside, rule, "equilibrium") < growth)) return null;
  for (let k = 0; k < HALVINGS; k++) {
    const middle = (inside + outside) / 2;
    if (growthAt(parameters, middle, rule, "equilibrium") > growth) inside = middle;
    else outside = middle;
  }
  return inside;
}

function turnOf({ parameters, regions, rule, prices }: ExplorerState): ConclusionAccount["turn"] {
  const lower = Math.min(...regions);
  if (prices === "given") {
    const threshold = formatNumber(evaluatePoint(parameters, rule, prices).fields.threshold ?? NaN);
    return {
      en: `The gap is ∂g/∂τ·Δτ, so it closes at ω = Θ = ${threshold} and opens the other way below: there the region that invests less in compute pulls ahead.`,
      zh: `差距为 ∂g/∂τ·Δτ，因此在 ω = Θ = ${threshold} 处消失，低于该值则反向：此时算力投资较少的地区领先。`,
    };
  }
  const peak = formatNumber(1 - parameters.alpha);
  const twin = twinShare(parameters, lower, rule);
  const limit = twin === null || twin < lower ? null : formatNumber(twin);
  return limit === null ? {
    en: `A region with τ = ${formatNumber(lower)} is at or beyond τ* = 1−α = ${peak} already: whoever invests more in compute falls behind.`,
    zh: `τ = ${formatNumber(lower)} 的地区已达到或超过 τ* = 1−α = ${peak}：算力投资更多者反而落后。`,
  } : {
    en: `Against a region with τ = ${formatNumber(lower)} a larger share is an advantage up to τ = ${limit}, the greatest at τ* = 1−α = ${peak}; beyond ${limit} the region falls behind.`,
    zh: `相对于 τ = ${formatNumber(lower)} 的地区，更高的占比在 τ = ${limit} 以内都是优势，在 τ* = 1−α = ${peak} 处最大；超过 ${limit} 则落后。`,
  };
}

function account(state: ExplorerState): ConclusionAccount {
  const { parameters, regions: [a, b], rule, prices } = state;
  const { growthA, growthB, gap, firstOrder } = regionalGap(parameters, [a, b], rule, prices);
  const leader = a >= b ? "A" : "B";
  const lead = a >= b ? gap : -gap;
  const points = (value: number) => ({ en: `${formatNumber(value * 100, 3)} points a year`, zh: `每年 ${formatNumber(value * 100, 3)} 个百分点` });
  return {
    holds: a !== b && lead > 0,
    here: bilingual((language) => {
      const [rateA, rateB] = [growthA, growthB].map((rate) => formatPercent(rate, 3, language));
      const rates = language === "en" ? `A (τ = ${formatNumber(a)}) grows by ${rateA} a year, B (τ = ${formatNumber(b)}) by ${rateB}.` : `A（τ = ${formatNumber(a)}）每年增长 ${rateA}，B（τ = ${formatNumber(b)}）每年增长 ${rateB}。`;
      if (a === b) return language === "en" ? `${rates} They do not differ.` : `${rates}两者没有差别。`;
      if (language === "en") return `${rates} ${lead > 0 ? `${leader}, which invests more in compute, pulls ahead.` : `${leader} invests more in compute and does not pull ahead.`}`;
      return `${rates}${lead > 0 ? `算力投资更多的 ${leader} 领先。` : `${leader} 的算力投资更多，却没有领先。`}`;
    }),
    turn: turnOf(state),
    effects: [
      { label: { en: "Gap in growth, A less B", zh: "增长率差距，A 减 B" }, value: points(gap) },
      { label: prices === "given" ? { en: "∂g/∂τ·Δτ, the same at given prices", zh: "∂g/∂τ·Δτ，价格给定时与之相同" } : { en: "∂g/∂τ·Δτ with the slope at the present τ", zh: "以当前 τ 处斜率计算的 ∂g/∂τ·Δτ" }, value: points(firstOrder) },
      ...YEARS.map((years) => ({
        label: { en: `Output of A over that of B after ${years} years, from equal output`, zh: `产出起点相同，${years} 年后 A 与 B 的产出之比` },
        value: bilingual(() => formatNumber(outputRatio(gap, years), 4)),
      })),
    ],
  };
}

export const PULL_AHEAD: ConclusionInfo = {
  ...REPORT_CONCLUSIONS["pull-ahead"],
  isReports: isReportCase,
  account,
  view: (state) => {
    const { parameters, rule, prices } = state;
    const slope = evaluatePoint(parameters, rule, prices).fields.growthSlope ?? NaN;
    const shown = formatNumber(slope);
    return levelView(
      state, "growthSlope", slope,
      { en: `The scene shows all economies in which the same Δτ opens the same gap as here, ∂g/∂τ = ${shown}; in the shaded region advanced regions pull ahead.`, zh: `场景中显示同样的 Δτ 带来与此处相同差距（∂g/∂τ = ${shown}）的所有经济体；着色区域中先进地区领先。` },
      { en: "The shaded region is where advanced regions pull ahead; the colour shows how large a gap the same Δτ opens.", zh: "着色区域中先进地区领先；颜色表示同样的 Δτ 带来的差距大小。" },
    );
  },
};
