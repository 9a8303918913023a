import type { BilingualText } from "./text.ts";

/** How the firms' prices come about: given (section 3 of MODEL.md) or by equilibrium (section 5). */
export const PRICE_MODES = ["given", "equilibrium"] as const;
export type PriceMode = (typeof PRICE_MODES)[number];

export const PARAMETER_NAMES = ["alpha", "beta", "tau", "wr", "r", "sigma", "delta", "rho", "eta", "A"] as const;
export type ParameterName = (typeof PARAMETER_NAMES)[number];

/** One value for each of the ten parameters, in the units of {@link PARAMETERS}. */
export type Parameters = Readonly<Record<ParameterName, number>>;

/** Interval of admissible values; `maxInclusive` false excludes the upper end. The lower end is always included. */
export interface Domain {
  readonly min: number;
  readonly max: number;
  readonly maxInclusive: boolean;
  /** Why the domain ends where a reader of the report might not expect it. */
  readonly reason?: BilingualText;
}

/** How an economist thinks of the parameters; the order is that of the page. */
export type ParameterGroup = "technology" | "investment" | "prices" | "household" | "capital";

export interface ParameterInfo {
  readonly name: ParameterName;
  readonly symbol: string;
  /** Where the parameter first appears: R1 to R13 of the report. */
  readonly equation: string;
  readonly unit: "1" | "1/year" | "scale";
  readonly domain: Domain;
  /** Illustrative value: together the defaults give growth of about 5.6 % a year. */
  readonly default: number;
  /** Price modes in which a choice of this parameter has an effect; elsewhere it is an outcome or absent. */
  readonly modes: readonly PriceMode[];
  readonly group: ParameterGroup;
  /** The range a person usually wants to look at: sliders and default axes. */
  readonly view: { readonly min: number; readonly max: number; readonly spacing: "linear" | "log" };
  readonly label: BilingualText;
  readonly meaning: BilingualText;
}

/** Smallest value of a positive parameter: below it products could underflow (MODEL.md, section 6). */
export const SMALLEST_POSITIVE: number = 2 ** -64;
/** Largest value of a positive parameter: above it products could overflow (MODEL.md, section 6). */
export const LARGEST_POSITIVE: number = 2 ** 64;

const SHARE: Domain = { min: SMALLEST_POSITIVE, max: 1, maxInclusive: false };
const POSITIVE: Domain = { min: SMALLEST_POSITIVE, max: LARGEST_POSITIVE, maxInclusive: true };
const BOTH: readonly PriceMode[] = PRICE_MODES;

/** The ten parameters: the one description from which page, command, files and documentation are made. */
export const PARAMETERS: Readonly<Record<ParameterName, ParameterInfo>> = {
  alpha: {
    name: "alpha", symbol: "α", equation: "R1", unit: "1", domain: SHARE, default: 0.35, modes: BOTH, group: "technology",
    view: { min: 0.05, max: 0.9, spacing: "linear" },
    label: { en: "Elasticity of ordinary capital", zh: "普通资本的产出弹性" },
    meaning: {
      en: "Per cent by which output rises when ordinary (non-compute) capital K rises by one per cent.",
      zh: "普通（非算力）资本 K 增加 1% 时，产出增加的百分比。",
    },
  },
  beta: {
    name: "beta", symbol: "β", equation: "R1", unit: "1", domain: SHARE, default: 0.25, modes: BOTH, group: "technology",
    view: { min: 0.05, max: 0.9, spacing: "linear" },
    label: { en: "Elasticity of compute capital", zh: "算力资本的产出弹性" },
    meaning: {
      en: "Per cent by which output rises when compute capital H used in final production rises by one per cent.",
      zh: "最终生产所用算力资本 H 增加 1% 时，产出增加的百分比。",
    },
  },
  tau: {
    name: "tau", symbol: "τ", equation: "R7", unit: "1", domain: SHARE, default: 0.3, modes: BOTH, group: "investment",
    view: { min: 0.015, max: 0.96, spacing: "linear" },
    label: { en: "Share of investment in compute", zh: "算力投资占比" },
    meaning: {
      en: "Share of all investment that goes to compute capital; the rest goes to ordinary capital.",
      zh: "全部投资中用于算力资本的比例，其余用于普通资本。",
    },
  },
  wr: {
    name: "wr", symbol: "ω", equation: "R13", unit: "1", domain: POSITIVE, default: 1.5, modes: ["given"], group: "prices",
    view: { min: 0.1, max: 10, spacing: "log" },
    label: { en: "Relative rental price of compute", zh: "算力的相对租赁价格" },
    meaning: {
      en: "Rental price of compute capital divided by that of ordinary capital, w/r.",
      zh: "算力资本租赁价格与普通资本租赁价格之比 w/r。",
    },
  },
  r: {
    name: "r", symbol: "r", equation: "R12", unit: "1/year", domain: POSITIVE, default: 0.12, modes: ["given"], group: "prices",
    view: { min: 0.01, max: 0.4, spacing: "linear" },
    label: { en: "Rental price of ordinary capital", zh: "普通资本的租赁价格" },
    meaning: {
      en: "What a unit of ordinary capital earns in a year before depreciation; the report calls it the real interest rate.",
      zh: "一单位普通资本每年的租金收入（未扣折旧）；报告称之为实际利率。",
    },
  },
  sigma: {
    name: "sigma", symbol: "σ", equation: "R10", unit: "1",
    domain: { ...POSITIVE, reason: { en: "R12 divides by σ", zh: "R12 以 σ 为除数" } },
    default: 5, modes: BOTH, group: "household",
    view: { min: 0.5, max: 10, spacing: "linear" },
    label: { en: "Relative risk aversion", zh: "相对风险厌恶系数" },
    meaning: {
      en: "How strongly households smooth consumption over time; growth scales with 1/σ.",
      zh: "家庭跨期平滑消费的意愿强度；增长率与 1/σ 成正比。",
    },
  },
  delta: {
    name: "delta", symbol: "δ", equation: "R9", unit: "1/year", domain: { min: 0, max: 1, maxInclusive: false }, default: 0.05, modes: BOTH, group: "capital",
    view: { min: 0, max: 0.3, spacing: "linear" },
    label: { en: "Depreciation", zh: "折旧率" },
    meaning: {
      en: "Share of both kinds of capital that wears out in a year.",
      zh: "两类资本每年损耗的比例。",
    },
  },
  rho: {
    name: "rho", symbol: "ρ", equation: "R11", unit: "1/year", domain: POSITIVE, default: 0.04, modes: BOTH, group: "household",
    view: { min: 0.005, max: 0.2, spacing: "linear" },
    label: { en: "Rate of time preference", zh: "时间偏好率" },
    meaning: {
      en: "Rate at which households discount future utility.",
      zh: "家庭对未来效用的贴现率。",
    },
  },
  eta: {
    name: "eta", symbol: "η", equation: "R4", unit: "1", domain: POSITIVE, default: 1, modes: BOTH, group: "capital",
    view: { min: 0.1, max: 10, spacing: "log" },
    label: { en: "Compute capital per unit of service", zh: "单位算力服务所需的算力资本" },
    meaning: {
      en: "Units of compute capital that the service firm leases for one unit of compute service.",
      zh: "服务企业提供一单位算力服务所租用的算力资本。",
    },
  },
  A: {
    name: "A", symbol: "A", equation: "R1", unit: "scale", domain: POSITIVE, default: 0.75, modes: ["equilibrium"], group: "capital",
    view: { min: 0.1, max: 3, spacing: "linear" },
    label: { en: "Technology level", zh: "技术水平" },
    meaning: {
      en: "Exogenous scale of production; it sets rental prices when they come from equilibrium.",
      zh: "外生的生产技术规模；在均衡价格下决定租赁价格的高低。",
    },
  },
};

/** χ = 1−α−β is set through α and β; it is described here for the triangle, the axes of files and the page. */
export const SERVICE_ELASTICITY: Pick<ParameterInfo, "symbol" | "equation" | "unit" | "label" | "meaning"> = {
  symbol: "χ", equation: "R1", unit: "1",
  label: { en: "Elasticity of compute services", zh: "算力服务的产出弹性" },
  meaning: {
    en: "Per cent by which output rises when compute services X rise by one per cent; what α and β leave of one.",
    zh: "算力服务 X 增加 1% 时，产出增加的百分比；等于 1 减去 α 与 β。",
  },
};

/** The illustrative point: every parameter at its default. */
export const DEFAULT_PARAMETERS: Parameters = Object.freeze(
  Object.fromEntries(PARAMETER_NAMES.map((name) => [name, PARAMETERS[name].default])) as Record<ParameterName, number>,
);

export function isParameterName(name: unknown): name is ParameterName {
  return (PARAMETER_NAMES as readonly unknown[]).includes(name);
}
