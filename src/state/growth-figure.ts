import {
  evaluatePoint, isFeasible, PRICE_MODE_INFO, PRICE_MODES, RULE_INFO, RULES, type Language, type Parameters, type PriceMode, type Rule,
} from "../model/index.ts";
import type { ChartTable } from "./chart-table.ts";

/** Growth over the compute share, under one rule and one way in which prices come about; a rate a year. */
export interface GrowthCurve {
  readonly rule: Rule;
  readonly prices: PriceMode;
  readonly growth: readonly number[];
}

/** The report's Figure 7 at a point, and what becomes of it under other rules and in equilibrium. */
export interface GrowthFigure {
  /** Compute shares at which all curves are given. */
  readonly taus: readonly number[];
  /** All rules, first with prices given, then in equilibrium. */
  readonly curves: readonly GrowthCurve[];
  /** τᶜ, at which the given prices clear the market (MODEL.md, section 3). */
  readonly consistentTau: number;
  /** τ* = 1−α, at which growth peaks in equilibrium under every rule (section 5). */
  readonly growthMaximisingTau: number;
}

const STEPS = 100;
/** Both ends are left out: there one kind of capital gets nothing. */
const NEAREST_TO_END = 0.002;

/** @returns `null` where the point is not feasible, whatever its τ */
export function growthFigure(parameters: Parameters): GrowthFigure | null {
  if (!isFeasible({ ...parameters, tau: 0.5 })) return null;
  const taus = Array.from({ length: STEPS + 1 }, (_, k) => Math.min(1 - NEAREST_TO_END, Math.max(NEAREST_TO_END, k / STEPS)));
  const curves = PRICE_MODES.flatMap((prices) => RULES.map((rule): GrowthCurve => ({
    rule, prices, growth: taus.map((tau) => growthAt(parameters, tau, rule, prices)),
  })));
  const { consistentTau = NaN } = evaluatePoint({ ...parameters, tau: 0.5 }, "report", "given").fields;
  return { taus, curves, consistentTau, growthMaximisingTau: 1 - parameters.alpha };
}

/** Growth at the point with another τ; NaN where that is not feasible. */
export function growthAt(parameters: Parameters, tau: number, rule: Rule, prices: PriceMode): number {
  return evaluatePoint({ ...parameters, tau }, rule, prices).fields.growth ?? NaN;
}

/** The curves as numbers: a row a compute share, a column a curve. */
export function growthTable({ taus, curves }: GrowthFigure, language: Language): ChartTable {
  const names = curves.map(({ rule, prices }) => ({ rule: RULE_INFO[rule].label[language], prices: PRICE_MODE_INFO[prices].label[language] }));
  return {
    headings: ["τ", ...names.map(({ rule, prices }) => (language === "zh" ? `g（每年），规则：${rule}，价格：${prices}` : `g (1/year), rule: ${rule}, prices: ${prices}`))],
    rows: taus.map((tau, k) => [tau, ...curves.map(({ growth }) => growth[k])]),
  };
}
