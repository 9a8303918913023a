import type { PriceMode } from "./parameters.ts";
import type { BilingualText } from "./text.ts";

export const QUANTITY_NAMES = [
  "growth", "growthSlope", "threshold", "margin", "computeShare", "serviceSplit", "servicePrice", "profitShare",
  "impliedSavingRate", "discountGap", "consistentTau", "productivity", "r", "w", "wr", "growthMaximisingTau",
] as const;
export type QuantityName = (typeof QUANTITY_NAMES)[number];

/** Integer-valued fields of a sweep (MODEL.md, section 6). */
export const CODE_FIELD_NAMES = ["class", "status"] as const;
export type CodeFieldName = (typeof CODE_FIELD_NAMES)[number];

/** Everything a sweep can fill. */
export type FieldName = QuantityName | CodeFieldName;
export const FIELD_NAMES: readonly FieldName[] = [...QUANTITY_NAMES, ...CODE_FIELD_NAMES];

export interface FieldInfo {
  readonly name: FieldName;
  readonly symbol: string;
  /** Equation of the report (R1 to R13), or the section of MODEL.md where the product adds it. */
  readonly equation: string;
  readonly unit: "1" | "1/year" | "scale" | "code";
  /** How people read it: growth as per cent a year, slopes as points per point, the rest as plain numbers. */
  readonly display: "growth" | "slope" | "share" | "number" | "code";
  readonly modes: readonly PriceMode[];
  /** True where the quantity goes beyond the report. */
  readonly added: boolean;
  readonly label: BilingualText;
  readonly meaning: BilingualText;
}

const BOTH: readonly PriceMode[] = ["given", "equilibrium"];
const GIVEN: readonly PriceMode[] = ["given"];
const EQUILIBRIUM: readonly PriceMode[] = ["equilibrium"];

/** Every quantity that the product computes, once: for the page, the command, the files and the documentation. */
export const FIELDS: Readonly<Record<FieldName, FieldInfo>> = {
  growth: {
    name: "growth", symbol: "g", equation: "R12", unit: "1/year", display: "growth", modes: BOTH, added: false,
    label: { en: "Steady-state growth", zh: "稳态增长率" },
    meaning: {
      en: "Rate at which output, consumption and both kinds of capital grow on the balanced path.",
      zh: "平衡增长路径上产出、消费与两类资本的共同增长率。",
    },
  },
  growthSlope: {
    name: "growthSlope", symbol: "∂g/∂τ", equation: "R13", unit: "1/year", display: "slope", modes: BOTH, added: false,
    label: { en: "Effect of the compute share on growth", zh: "算力占比对增长的影响" },
    meaning: {
      en: "Points of growth a year gained per unit of τ: positive where more compute raises growth.",
      zh: "τ 每提高一单位所带来的年增长率变化；为正表示增加算力会提高增长率。",
    },
  },
  threshold: {
    name: "threshold", symbol: "Θ", equation: "R13", unit: "1", display: "number", modes: GIVEN, added: false,
    label: { en: "Threshold of the relative price", zh: "相对价格门槛" },
    meaning: {
      en: "The relative rental price ω above which more compute raises growth.",
      zh: "使增加算力能提高增长率的相对租赁价格 ω 的下限。",
    },
  },
  margin: {
    name: "margin", symbol: "ω−Θ", equation: "R13", unit: "1", display: "number", modes: GIVEN, added: false,
    label: { en: "Distance to the threshold", zh: "与门槛的距离" },
    meaning: {
      en: "How far ω lies above (positive) or below (negative) the threshold.",
      zh: "ω 高于（正）或低于（负）门槛的幅度。",
    },
  },
  computeShare: {
    name: "computeShare", symbol: "D", equation: "R8", unit: "1", display: "share", modes: GIVEN, added: false,
    label: { en: "Income share of compute capital", zh: "算力资本的收入份额" },
    meaning: {
      en: "Share of output paid for all compute capital, in final production and in services: β+χ².",
      zh: "产出中支付给全部算力资本（最终生产与算力服务）的份额：β+χ²。",
    },
  },
  serviceSplit: {
    name: "serviceSplit", symbol: "γ", equation: "R8", unit: "1", display: "share", modes: BOTH, added: false,
    label: { en: "Compute capital in services", zh: "服务业占用的算力资本比例" },
    meaning: {
      en: "Share of compute capital that the service firm leases; services take the larger part when χ² > β.",
      zh: "服务企业租用的算力资本比例；当 χ² > β 时服务占较大部分。",
    },
  },
  servicePrice: {
    name: "servicePrice", symbol: "p_X", equation: "R5", unit: "1/year", display: "number", modes: GIVEN, added: false,
    label: { en: "Price of compute services", zh: "算力服务价格" },
    meaning: {
      en: "Monopoly price of a unit of compute service: marginal revenue equals marginal cost.",
      zh: "一单位算力服务的垄断价格：边际收益等于边际成本。",
    },
  },
  profitShare: {
    name: "profitShare", symbol: "χ(α+β)", equation: "R5", unit: "1", display: "share", modes: GIVEN, added: true,
    label: { en: "Profit share", zh: "利润份额" },
    meaning: {
      en: "Share of output that is left to the service monopoly as profit.",
      zh: "产出中归算力服务垄断企业的利润份额。",
    },
  },
  impliedSavingRate: {
    name: "impliedSavingRate", symbol: "s", equation: "§2", unit: "1", display: "share", modes: BOTH, added: true,
    label: { en: "Implied saving rate", zh: "隐含储蓄率" },
    meaning: {
      en: "Share of output that must be invested to sustain this growth; economically possible only between 0 and 1.",
      zh: "维持该增长率所需的投资占产出比例；只有介于 0 与 1 之间在经济上才可行。",
    },
  },
  discountGap: {
    name: "discountGap", symbol: "ρ+(σ−1)g", equation: "R11", unit: "1/year", display: "number", modes: BOTH, added: true,
    label: { en: "Discount gap", zh: "贴现余量" },
    meaning: {
      en: "Lifetime utility is finite (transversality) only where this is positive.",
      zh: "仅当该值为正时，终身效用有限（横截条件成立）。",
    },
  },
  consistentTau: {
    name: "consistentTau", symbol: "τᶜ", equation: "§3", unit: "1", display: "share", modes: GIVEN, added: true,
    label: { en: "Price-consistent compute share", zh: "与价格一致的算力占比" },
    meaning: {
      en: "The τ at which accumulation and firms' demand agree at these prices; below one half exactly when ω > Θ under the report's rule.",
      zh: "在该价格下资本积累与企业需求一致的 τ；在报告规则下，当且仅当 ω > Θ 时小于二分之一。",
    },
  },
  productivity: {
    name: "productivity", symbol: "B", equation: "§5", unit: "scale", display: "number", modes: EQUILIBRIUM, added: true,
    label: { en: "Productivity of both capitals", zh: "综合生产率" },
    meaning: {
      en: "Output per unit of the capital index once compute is split between its two uses.",
      zh: "算力在两种用途间分配后，单位资本指数的产出。",
    },
  },
  r: {
    name: "r", symbol: "r", equation: "§5", unit: "1/year", display: "number", modes: EQUILIBRIUM, added: true,
    label: { en: "Rental price of ordinary capital", zh: "普通资本的租赁价格" },
    meaning: {
      en: "What ordinary capital earns in a year where the market clears.",
      zh: "市场出清时普通资本的年租金。",
    },
  },
  w: {
    name: "w", symbol: "w", equation: "§5", unit: "1/year", display: "number", modes: EQUILIBRIUM, added: true,
    label: { en: "Rental price of compute capital", zh: "算力资本的租赁价格" },
    meaning: {
      en: "What compute capital earns in a year where the market clears.",
      zh: "市场出清时算力资本的年租金。",
    },
  },
  wr: {
    name: "wr", symbol: "ω", equation: "§5", unit: "1", display: "number", modes: EQUILIBRIUM, added: true,
    label: { en: "Relative rental price of compute", zh: "算力的相对租赁价格" },
    meaning: {
      en: "The relative price w/r that clears the market at this τ: Θ(1−τ)/τ.",
      zh: "在该 τ 下使市场出清的相对价格 w/r：Θ(1−τ)/τ。",
    },
  },
  growthMaximisingTau: {
    name: "growthMaximisingTau", symbol: "τ*", equation: "§5", unit: "1", display: "share", modes: EQUILIBRIUM, added: true,
    label: { en: "Growth-maximising compute share", zh: "使增长最大的算力占比" },
    meaning: {
      en: "The τ at which growth peaks in equilibrium, under every rule: 1−α.",
      zh: "均衡下使增长率最高的 τ，在各规则下均为 1−α。",
    },
  },
  class: {
    name: "class", symbol: "sgn ∂g/∂τ", equation: "R13", unit: "code", display: "code", modes: BOTH, added: false,
    label: { en: "Sign of the effect", zh: "影响的符号" },
    meaning: {
      en: "1 where more compute raises growth, −1 where it lowers growth, 0 on the boundary, −128 where the point is infeasible; certified with an error bound.",
      zh: "1 表示增加算力会提高增长率，−1 表示会降低增长率，0 表示在边界上，−128 表示不可行；符号判定有误差界保证。",
    },
  },
  status: {
    name: "status", symbol: "status", equation: "§6", unit: "code", display: "code", modes: BOTH, added: true,
    label: { en: "Status flags", zh: "状态标记" },
    meaning: {
      en: "Bits: 1 infeasible, 2 the implied saving rate is not between 0 and 1, 4 utility is not finite.",
      zh: "位标记：1 不可行；2 隐含储蓄率不在 0 与 1 之间；4 效用不是有限值。",
    },
  },
};

export function isFieldName(name: unknown): name is FieldName {
  return (FIELD_NAMES as readonly unknown[]).includes(name);
}

export function isCodeField(name: FieldName): name is CodeFieldName {
  return (CODE_FIELD_NAMES as readonly FieldName[]).includes(name);
}

/** The quantities that a price mode has, in the order of {@link QUANTITY_NAMES}. */
export function quantitiesOf(mode: PriceMode): readonly QuantityName[] {
  return QUANTITY_NAMES.filter((name) => FIELDS[name].modes.includes(mode));
}
