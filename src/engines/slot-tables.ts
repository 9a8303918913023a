import * as layout from "../../assembly/layout.ts";
import {
  eulerWeights, equilibriumWeight, productivityPerLevel, stockIndexAt, technologyAt,
  type FieldName, type ParameterName, type Parameters, type PriceMode, type Rule,
} from "../model/index.ts";

/** What a slot holds: which parameters it depends on, and its value where they are given. */
export interface SlotDefinition {
  readonly slot: number;
  readonly parameters: readonly ParameterName[];
  /** The fields that need the slot; absent where every sweep does, because classes are always counted. */
  readonly fields?: readonly FieldName[];
  readonly value: (at: Parameters, rule: Rule) => number;
}

const weights = (at: Parameters, rule: Rule) => eulerWeights(rule, at.alpha, technologyAt(at.alpha, at.beta).computeShare);

const SAVING: readonly FieldName[] = ["impliedSavingRate", "status"];
const GAP: readonly FieldName[] = ["discountGap", "status"];

const SHARED: readonly SlotDefinition[] = [
  { slot: layout.SLOT_TAU, parameters: ["tau"], value: (at) => at.tau },
  { slot: layout.SLOT_PATIENCE, parameters: ["sigma"], value: (at) => 1 / at.sigma },
  { slot: layout.SLOT_IMPATIENCE, parameters: ["delta", "rho"], value: (at) => at.delta + at.rho },
  { slot: layout.SLOT_DELTA, parameters: ["delta"], fields: SAVING, value: (at) => at.delta },
  { slot: layout.SLOT_RHO, parameters: ["rho"], fields: GAP, value: (at) => at.rho },
  { slot: layout.SLOT_SIGMA_LESS_ONE, parameters: ["sigma"], fields: GAP, value: (at) => at.sigma - 1 },
  { slot: layout.SLOT_ALPHA, parameters: ["alpha"], value: (at) => at.alpha },
  { slot: layout.SLOT_COMPUTE_SHARE, parameters: ["alpha", "beta"], fields: [...SAVING, "computeShare", "w"], value: (at) => technologyAt(at.alpha, at.beta).computeShare },
  { slot: layout.SLOT_REPORT_THRESHOLD, parameters: ["alpha", "beta"], fields: ["consistentTau", "wr"], value: (at) => technologyAt(at.alpha, at.beta).reportThreshold },
  { slot: layout.SLOT_SERVICE_SPLIT, parameters: ["alpha", "beta"], fields: ["serviceSplit"], value: (at) => technologyAt(at.alpha, at.beta).serviceSplit },
];

const GIVEN: readonly SlotDefinition[] = [
  ...SHARED,
  { slot: layout.SLOT_ON_COMPUTE, parameters: ["alpha", "beta"], value: (at, rule) => weights(at, rule).onCompute },
  { slot: layout.SLOT_ON_CAPITAL, parameters: ["alpha", "beta"], value: (at, rule) => weights(at, rule).onCapital },
  { slot: layout.SLOT_THRESHOLD, parameters: ["alpha", "beta"], fields: ["threshold", "margin"], value: (at, rule) => weights(at, rule).threshold },
  { slot: layout.SLOT_R, parameters: ["r"], value: (at) => at.r },
  { slot: layout.SLOT_WR, parameters: ["wr"], value: (at) => at.wr },
  { slot: layout.SLOT_CHI, parameters: ["alpha", "beta"], fields: ["servicePrice"], value: (at) => technologyAt(at.alpha, at.beta).chi },
  { slot: layout.SLOT_PROFIT_SHARE, parameters: ["alpha", "beta"], fields: ["profitShare"], value: (at) => technologyAt(at.alpha, at.beta).profitShare },
  { slot: layout.SLOT_ETA, parameters: ["eta"], fields: ["servicePrice"], value: (at) => at.eta },
];

const EQUILIBRIUM: readonly SlotDefinition[] = [
  ...SHARED,
  {
    slot: layout.SLOT_WEIGHT, parameters: ["alpha", "beta"],
    value: (at, rule) => equilibriumWeight(rule, at.alpha, technologyAt(at.alpha, at.beta).computeShare),
  },
  {
    slot: layout.SLOT_PRODUCTIVITY_PER_LEVEL, parameters: ["alpha", "beta", "eta"],
    value: (at) => productivityPerLevel(technologyAt(at.alpha, at.beta), at.beta, at.eta),
  },
  { slot: layout.SLOT_LEVEL, parameters: ["A"], value: (at) => at.A },
  { slot: layout.SLOT_STOCKS, parameters: ["alpha", "tau"], value: (at) => stockIndexAt(at.alpha, at.tau).level },
  { slot: layout.SLOT_STOCKS_SLOPE, parameters: ["alpha", "tau"], fields: ["growthSlope"], value: (at) => stockIndexAt(at.alpha, at.tau).slope },
  {
    slot: layout.SLOT_STOCKS_PER_REST, parameters: ["alpha", "tau"], fields: ["r"],
    value: (at) => stockIndexAt(at.alpha, at.tau).level / (1 - at.tau),
  },
  {
    slot: layout.SLOT_STOCKS_PER_TAU, parameters: ["alpha", "tau"], fields: ["w"],
    value: (at) => stockIndexAt(at.alpha, at.tau).level / at.tau,
  },
  { slot: layout.SLOT_REST_PER_TAU, parameters: ["tau"], fields: ["wr"], value: (at) => (1 - at.tau) / at.tau },
  { slot: layout.SLOT_REST, parameters: ["alpha"], fields: ["growthMaximisingTau"], value: (at) => 1 - at.alpha },
];

/** The slots that a sweep of these fields needs. */
export function slotsFor(prices: PriceMode, fields: readonly FieldName[]): readonly SlotDefinition[] {
  const slots = prices === "given" ? GIVEN : EQUILIBRIUM;
  return slots.filter((slot) => slot.fields === undefined || slot.fields.some((field) => fields.includes(field)));
}
