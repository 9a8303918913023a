import type { Equation } from "./equation.ts";

const REPORT = { section: 2, added: false } as const;

/** What the report prints, numbered in order of appearance. */
export const REPORT_EQUATIONS: readonly Equation[] = [
  {
    ...REPORT, number: "R1",
    lines: ["Y = A\\,(\\bar H K)^{\\alpha} H^{\\beta} X^{\\chi}", "\\chi = 1-\\alpha-\\beta"],
    title: { en: "Output", zh: "产出" },
    says: {
      en: "Ordinary capital, compute capital and compute services make output together; the average stock of compute makes ordinary capital more productive.",
      zh: "产出由普通资本、算力资本与算力服务共同生产；全社会的算力存量会提高普通资本的效率。",
    },
    symbols: ["Y", "A", "Hbar", "K", "alpha", "H", "beta", "X", "chi"], fields: [], corrects: ["slip-4"],
  },
  {
    ...REPORT, number: "R2",
    lines: ["\\frac{\\partial Y}{\\partial H} = \\beta A\\,(\\bar H K)^{\\alpha} X^{\\chi} H^{\\beta-1}"],
    title: { en: "Marginal product of compute capital", zh: "算力资本的边际产出" },
    says: {
      en: "Each further unit of compute capital adds less; the addition falls to zero as $H$ grows (Inada).",
      zh: "每增加一单位算力资本，带来的产出越来越少；随 $H$ 增大趋于零（稻田条件）。",
    },
    symbols: ["H", "beta", "Hbar", "K", "X", "chi"], fields: [], corrects: ["slip-5"],
  },
  {
    ...REPORT, number: "R3",
    lines: ["\\frac{\\partial Y}{\\partial X} = \\chi A\\,(\\bar H K)^{\\alpha} H^{\\beta} X^{-\\alpha-\\beta}"],
    title: { en: "Marginal product of compute services", zh: "算力服务的边际产出" },
    says: { en: "The same holds of compute services.", zh: "算力服务同样如此。" },
    symbols: ["X", "chi", "Hbar", "K", "H"], fields: [], corrects: ["slip-5"],
  },
  {
    ...REPORT, number: "R4",
    lines: ["X = \\frac{H_X}{\\eta}"],
    title: { en: "Technology of services", zh: "算力服务的技术" },
    says: { en: "A unit of service takes $\\eta$ units of compute capital.", zh: "一单位算力服务需要 $\\eta$ 单位算力资本。" },
    symbols: ["X", "HX", "eta"], fields: [],
  },
  {
    ...REPORT, number: "R5",
    lines: ["p_X = \\frac{\\eta w}{\\chi}"],
    title: { en: "Monopoly price of services", zh: "算力服务的垄断价格" },
    says: {
      en: "The service firm sets marginal revenue equal to marginal cost, so it charges $1/\\chi$ times its cost $\\eta w$.",
      zh: "服务企业使边际收益等于边际成本，价格为成本 $\\eta w$ 的 $1/\\chi$ 倍。",
    },
    symbols: ["pX", "eta", "w", "chi"], fields: ["servicePrice"], corrects: ["slip-2"],
  },
  {
    ...REPORT, number: "R6",
    lines: ["Y = C + I"],
    title: { en: "Resources", zh: "资源约束" },
    says: { en: "Output is consumed or invested.", zh: "产出用于消费或投资。" },
    symbols: ["Y", "C", "I"], fields: [],
  },
  {
    ...REPORT, number: "R7",
    lines: ["H_T = H + H_X", "I_{H} = \\tau I,\\quad I_{K} = (1-\\tau) I"],
    title: { en: "Compute stock and shares of investment", zh: "算力存量与投资份额" },
    says: {
      en: "Compute capital is used in final production or leased to the service firm; $\\tau$ of investment adds to it, $1-\\tau$ to ordinary capital.",
      zh: "算力资本或用于最终生产，或租给服务企业；投资中 $\\tau$ 用于算力资本，$1-\\tau$ 用于普通资本。",
    },
    symbols: ["HT", "H", "HX", "tau", "I"], fields: [], corrects: ["slip-1", "slip-3"],
  },
  {
    ...REPORT, number: "R8",
    lines: ["\\frac{H_X}{H} = \\frac{\\gamma}{1-\\gamma} = \\frac{\\chi^2}{\\beta}", "\\gamma = \\frac{\\chi^2}{D},\\quad D = \\beta+\\chi^2"],
    title: { en: "Split of compute capital", zh: "算力资本的分配" },
    says: {
      en: "Services take compute in the proportion $\\chi^2 : \\beta$; together both uses earn the share $D$ of output.",
      zh: "算力在服务与最终生产之间按 $\\chi^2 : \\beta$ 分配；两者合计获得产出的份额 $D$。",
    },
    symbols: ["HX", "H", "gamma", "chi", "beta", "D"], fields: ["serviceSplit", "computeShare"],
  },
  {
    ...REPORT, number: "R9",
    lines: ["\\dot K = (1-\\tau) I - \\delta K", "\\dot H_T = \\tau I - \\delta H_T"],
    title: { en: "Accumulation", zh: "资本积累" },
    says: { en: "Each stock grows by what is invested in it and shrinks by depreciation.", zh: "两类存量因投资而增加，因折旧而减少。" },
    symbols: ["K", "HT", "tau", "I", "delta"], fields: [], corrects: ["slip-1", "slip-3"],
  },
  {
    ...REPORT, number: "R10",
    lines: ["u(C) = \\frac{C^{1-\\sigma}-1}{1-\\sigma}"],
    title: { en: "Utility", zh: "效用" },
    says: {
      en: "Households dislike uneven consumption, the more so the larger $\\sigma$; at $\\sigma = 1$ it is $\\ln C$.",
      zh: "家庭不喜欢消费波动，$\\sigma$ 越大越是如此；$\\sigma = 1$ 时为 $\\ln C$。",
    },
    symbols: ["u", "C", "sigma"], fields: [],
  },
  {
    ...REPORT, number: "R11",
    lines: ["\\max \\int_0^{\\infty} e^{-\\rho t}\\, u(C)\\, dt"],
    title: { en: "Objective", zh: "目标函数" },
    says: { en: "Households value a later utility less, at the rate $\\rho$.", zh: "家庭以 $\\rho$ 的速率对未来效用贴现。" },
    symbols: ["rho", "t", "u", "C"], fields: [],
  },
  {
    ...REPORT, number: "R12",
    lines: ["g = \\frac{1}{\\sigma}\\left\\{ (1-\\tau)\\frac{r}{\\alpha} + \\tau\\frac{w}{D} - \\delta - \\rho \\right\\}"],
    title: { en: "Steady-state growth", zh: "稳态增长率" },
    says: {
      en: "Output, consumption and both kinds of capital grow at one rate: what a unit of investment yields, less depreciation and impatience, divided by $\\sigma$.",
      zh: "产出、消费与两类资本以同一速度增长：单位投资的收益，减去折旧与不耐，再除以 $\\sigma$。",
    },
    symbols: ["g", "sigma", "tau", "r", "alpha", "w", "D", "delta", "rho"], fields: ["growth"], corrects: ["slip-2", "slip-4", "slip-5"],
  },
  {
    ...REPORT, number: "R13",
    lines: ["\\frac{\\partial g}{\\partial \\tau} = \\frac{1}{\\sigma}\\left[ \\frac{w}{D} - \\frac{r}{\\alpha} \\right]", "\\frac{\\partial g}{\\partial \\tau} > 0 \\iff \\omega > \\Theta = \\frac{D}{\\alpha}"],
    title: { en: "Effect of the compute share", zh: "算力占比的影响" },
    says: {
      en: "More compute raises growth exactly where compute capital yields more output per unit than ordinary capital, that is where its relative price $\\omega = w/r$ lies above $\\Theta$.",
      zh: "当且仅当单位算力资本的产出高于普通资本，即相对价格 $\\omega = w/r$ 高于 $\\Theta$ 时，增加算力会提高增长率。",
    },
    symbols: ["g", "tau", "sigma", "w", "D", "r", "alpha", "omega", "Theta"], fields: ["growthSlope", "threshold", "margin"],
  },
  {
    ...REPORT, number: "F7",
    lines: ["g(\\tau) = g(0) + \\tau\\,\\frac{\\partial g}{\\partial \\tau}"],
    title: { en: "Figure 7", zh: "图 7" },
    says: {
      en: "At given prices growth is a straight line in $\\tau$: rising where $\\omega > \\Theta$, flat where they are equal, falling where $\\omega < \\Theta$.",
      zh: "价格给定时，增长率是 $\\tau$ 的直线：$\\omega > \\Theta$ 时上升，相等时水平，$\\omega < \\Theta$ 时下降。",
    },
    symbols: ["g", "tau", "omega", "Theta"], fields: [],
  },
];
