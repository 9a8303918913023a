import { PARAMETERS, SERVICE_ELASTICITY, type ParameterName } from "../parameters.ts";
import { FIELDS } from "../quantities.ts";
import type { BilingualText } from "../text.ts";

export interface ModelSymbol {
  readonly latex: string;
  readonly label: BilingualText;
}

const parameter = (latex: string, name: ParameterName): ModelSymbol => ({ latex, label: PARAMETERS[name].label });

/** Every symbol of the equations. What is a parameter or a quantity of the product takes its words from there. */
export const SYMBOLS = {
  Y: { latex: "Y", label: { en: "Output, whose price is 1", zh: "产出，其价格为 1" } },
  C: { latex: "C", label: { en: "Consumption", zh: "消费" } },
  I: { latex: "I", label: { en: "Investment", zh: "投资" } },
  K: { latex: "K", label: { en: "Ordinary (non-compute) capital", zh: "普通（非算力）资本" } },
  H: { latex: "H", label: { en: "Compute capital used in final production", zh: "最终生产所用的算力资本" } },
  HX: { latex: "H_X", label: { en: "Compute capital leased by the service firm", zh: "服务企业租用的算力资本" } },
  HT: { latex: "H_T", label: { en: "All compute capital", zh: "全部算力资本" } },
  Hbar: { latex: "\\bar H", label: { en: "Average stock of compute capital in the economy (spillover), set to 1", zh: "全社会平均算力资本存量（溢出效应），取为 1" } },
  X: { latex: "X", label: { en: "Compute services", zh: "算力服务" } },
  A: parameter("A", "A"),
  alpha: parameter("\\alpha", "alpha"),
  beta: parameter("\\beta", "beta"),
  chi: { latex: "\\chi", label: SERVICE_ELASTICITY.label },
  tau: parameter("\\tau", "tau"),
  r: parameter("r", "r"),
  w: { latex: "w", label: FIELDS.w.label },
  omega: parameter("\\omega", "wr"),
  sigma: parameter("\\sigma", "sigma"),
  delta: parameter("\\delta", "delta"),
  rho: parameter("\\rho", "rho"),
  eta: parameter("\\eta", "eta"),
  gamma: { latex: "\\gamma", label: FIELDS.serviceSplit.label },
  D: { latex: "D", label: FIELDS.computeShare.label },
  Theta: { latex: "\\Theta", label: FIELDS.threshold.label },
  pX: { latex: "p_X", label: FIELDS.servicePrice.label },
  g: { latex: "g", label: FIELDS.growth.label },
  s: { latex: "s", label: FIELDS.impliedSavingRate.label },
  u: { latex: "u", label: { en: "Utility of consumption at one moment", zh: "即期消费效用" } },
  t: { latex: "t", label: { en: "Time, in years", zh: "时间（年）" } },
  tauC: { latex: "\\tau^{\\mathrm{c}}", label: FIELDS.consistentTau.label },
  tauStar: { latex: "\\tau^{*}", label: FIELDS.growthMaximisingTau.label },
  aK: { latex: "a_K", label: { en: "Weight of the rental price of ordinary capital", zh: "普通资本租赁价格的权重" } },
  aH: { latex: "a_H", label: { en: "Weight of the rental price of compute capital", zh: "算力资本租赁价格的权重" } },
  B: { latex: "B", label: FIELDS.productivity.label },
  kappa: { latex: "\\kappa", label: { en: "Compute capital per unit of ordinary capital", zh: "每单位普通资本对应的算力资本" } },
  m: { latex: "m", label: { en: "Weight of the rule in equilibrium", zh: "均衡下各规则的系数" } },
  p: { latex: "p", label: { en: "Side of the condition that favours compute", zh: "条件中有利于算力的一侧" } },
  q: { latex: "q", label: { en: "Side of the condition that favours ordinary capital", zh: "条件中有利于普通资本的一侧" } },
  T: { latex: "T", label: { en: "Error bound within which a sign is not called", zh: "误差界：在此之内不判定符号" } },
} as const satisfies Record<string, ModelSymbol>;

export type SymbolName = keyof typeof SYMBOLS;
