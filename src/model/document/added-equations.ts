import type { Equation } from "./equation.ts";

const ADDED = { added: true } as const;

/** What the product adds to the report: consequences, prices that clear the market, other rules, and how a cell is decided. */
export const ADDED_EQUATIONS: readonly Equation[] = [
  {
    ...ADDED, number: "T1", section: 2,
    lines: ["\\alpha + D + \\chi(\\alpha+\\beta) = 1"],
    title: { en: "Factor shares", zh: "要素份额" },
    says: {
      en: "Of output, ordinary capital earns $\\alpha$, compute capital $D$, and the service monopoly keeps $\\chi(\\alpha+\\beta)$ as profit.",
      zh: "产出中，普通资本得 $\\alpha$，算力资本得 $D$，服务垄断企业得利润 $\\chi(\\alpha+\\beta)$。",
    },
    symbols: ["alpha", "D", "chi", "beta"], fields: ["profitShare"],
  },
  {
    ...ADDED, number: "T2", section: 2,
    lines: ["\\frac{Y}{K} = \\frac{r}{\\alpha},\\quad \\frac{Y}{H_T} = \\frac{w}{D}"],
    title: { en: "Average products", zh: "平均产出" },
    says: {
      en: "Rental prices fix output per unit of each stock: so R12 weighs average products, not rental prices.",
      zh: "租赁价格决定了单位存量的产出，因此 R12 加权的是平均产出，而不是租赁价格。",
    },
    symbols: ["Y", "K", "r", "alpha", "HT", "w", "D"], fields: [],
  },
  {
    ...ADDED, number: "T3", section: 2,
    lines: ["s = \\frac{I}{Y} = (g+\\delta)\\left(\\frac{\\alpha}{r}+\\frac{D}{w}\\right)", "0 < s < 1"],
    title: { en: "Implied saving rate", zh: "隐含储蓄率" },
    says: {
      en: "To keep both stocks growing at $g$, this share of output must be invested; outside $(0, 1)$ no economy can do so.",
      zh: "要使两类存量都以 $g$ 增长，必须把产出的这一份额用于投资；若不在 $(0, 1)$ 之内，任何经济都做不到。",
    },
    symbols: ["s", "I", "Y", "g", "delta", "alpha", "r", "D", "w"], fields: ["impliedSavingRate"],
  },
  {
    ...ADDED, number: "T4", section: 2,
    lines: ["\\rho + (\\sigma-1)\\,g > 0"],
    title: { en: "Finite utility (transversality)", zh: "效用有限（横截条件）" },
    says: {
      en: "Only where this holds is lifetime utility finite, and the optimum defined.",
      zh: "只有满足此式，终身效用才有限，最优解才有定义。",
    },
    symbols: ["rho", "sigma", "g"], fields: ["discountGap"],
  },
  {
    ...ADDED, number: "T5", section: 2,
    lines: ["\\Theta(\\alpha,\\beta) = \\frac{\\beta+(1-\\alpha-\\beta)^2}{\\alpha}", "\\min_{\\beta}\\Theta = \\frac{3/4-\\alpha}{\\alpha}\\ \\text{ at }\\ \\beta = \\tfrac12-\\alpha"],
    title: { en: "The boundary as a surface, and its valley", zh: "边界曲面及其谷线" },
    says: {
      en: "$\\Theta$ depends on $\\alpha$ and $\\beta$ alone, so the region is what lies above one surface. For $\\alpha < 1/2$ it has a valley where services have the elasticity $1/2$; for $\\alpha \\ge 1/2$ it rises with $\\beta$.",
      zh: "$\\Theta$ 只取决于 $\\alpha$ 与 $\\beta$，所以区域就是一张曲面之上的部分。$\\alpha < 1/2$ 时，曲面在服务弹性为 $1/2$ 处有一条谷线；$\\alpha \\ge 1/2$ 时随 $\\beta$ 上升。",
    },
    symbols: ["Theta", "alpha", "beta"], fields: [],
  },
  {
    ...ADDED, number: "T6", section: 3,
    lines: ["\\frac{K}{H_T} = \\frac{\\omega}{\\Theta} = \\frac{1-\\tau}{\\tau}", "\\tau^{\\mathrm{c}} = \\frac{\\Theta}{\\Theta+\\omega},\\quad \\Theta = \\frac{D}{\\alpha}"],
    title: { en: "The price-consistent share", zh: "与价格一致的占比" },
    says: {
      en: "What firms demand at these prices and what investment builds up agree at one $\\tau$ only.",
      zh: "企业在该价格下的需求与投资所积累的存量，只在一个 $\\tau$ 上一致。",
    },
    symbols: ["K", "HT", "omega", "Theta", "tau", "tauC"], fields: ["consistentTau"],
  },
  {
    ...ADDED, number: "T7", section: 3,
    lines: ["\\omega > \\Theta \\iff \\tau^{\\mathrm{c}} < \\tfrac12"],
    title: { en: "What the report's condition means", zh: "报告条件的含义" },
    says: {
      en: "At prices that clear the market, the report's condition says that compute gets less than half of investment.",
      zh: "在市场出清的价格下，报告的条件等价于算力所得不到投资的一半。",
    },
    symbols: ["omega", "Theta", "tauC"], fields: [],
  },
  {
    ...ADDED, number: "T8", section: 4,
    lines: ["g = \\frac{1}{\\sigma}\\left\\{ (1-\\tau)\\, r\\, a_K + \\tau\\, w\\, a_H - \\delta - \\rho \\right\\}"],
    title: { en: "Growth under a rule", zh: "某一规则下的增长率" },
    says: {
      en: "Whoever decides gives a unit of each kind of capital a weight; R12 is the case $a_K = 1/\\alpha$, $a_H = 1/D$.",
      zh: "决策者给每类资本一个权重；R12 就是 $a_K = 1/\\alpha$、$a_H = 1/D$ 的情形。",
    },
    symbols: ["g", "sigma", "tau", "r", "aK", "w", "aH", "delta", "rho"], fields: ["growth"],
  },
  {
    ...ADDED, number: "T9", section: 4,
    lines: ["\\frac{\\partial g}{\\partial\\tau} = \\frac{1}{\\sigma}\\,(w\\,a_H - r\\,a_K)", "\\Theta = \\frac{a_K}{a_H}"],
    title: { en: "Effect of the compute share under a rule", zh: "某一规则下算力占比的影响" },
    says: { en: "The threshold is the ratio of the two weights.", zh: "门槛等于两个权重之比。" },
    symbols: ["g", "tau", "sigma", "w", "aH", "r", "aK", "Theta"], fields: ["growthSlope", "threshold", "margin"],
  },
  {
    ...ADDED, number: "T10", section: 4,
    lines: ["a_K = 1,\\quad a_H = 1,\\quad \\Theta = 1"],
    title: { en: "Rule: household", zh: "规则：家庭" },
    says: {
      en: "A household that takes prices as given earns $(1-\\tau) r + \\tau w$ on a unit that it invests.",
      zh: "视价格为给定的家庭，每单位投资的收益为 $(1-\\tau) r + \\tau w$。",
    },
    symbols: ["aK", "aH", "Theta"], fields: [],
  },
  {
    ...ADDED, number: "T11", section: 4,
    lines: ["a_K = 1,\\quad a_H = \\frac{1-\\alpha}{D},\\quad \\Theta = \\frac{D}{1-\\alpha}"],
    title: { en: "Rule: planner", zh: "规则：计划者" },
    says: {
      en: "A planner who takes $\\tau$ and the split $\\gamma$ as given counts social marginal products: $\\alpha Y/K$ and $(1-\\alpha) Y/H_T$.",
      zh: "视 $\\tau$ 与分配 $\\gamma$ 为给定的计划者，计算的是社会边际产出：$\\alpha Y/K$ 与 $(1-\\alpha) Y/H_T$。",
    },
    symbols: ["aK", "aH", "alpha", "D", "Theta"], fields: [],
  },
  {
    ...ADDED, number: "T12", section: 5,
    lines: ["Y = B K^{\\alpha} H_T^{1-\\alpha}", "B = A\\,(1-\\gamma)^{\\beta}\\left(\\frac{\\gamma}{\\eta}\\right)^{\\chi}"],
    title: { en: "Output over the two stocks", zh: "以两类存量表示的产出" },
    says: {
      en: "Once compute is split between its uses and $\\bar H = 1$, output has constant returns in the two stocks, so a balanced path exists.",
      zh: "算力在两种用途间分配、且 $\\bar H = 1$ 之后，产出对两类存量规模报酬不变，因此存在平衡增长路径。",
    },
    symbols: ["Y", "B", "K", "alpha", "HT", "A", "gamma", "beta", "eta", "chi"], fields: ["productivity"],
  },
  {
    ...ADDED, number: "T13", section: 5,
    lines: ["\\kappa = \\frac{H_T}{K} = \\frac{\\tau}{1-\\tau}"],
    title: { en: "Proportion of the stocks", zh: "两类存量之比" },
    says: { en: "On a balanced path the stocks stand to each other as the investments in them.", zh: "在平衡增长路径上，两类存量之比等于对它们的投资之比。" },
    symbols: ["kappa", "HT", "K", "tau"], fields: [],
  },
  {
    ...ADDED, number: "T14", section: 5,
    lines: ["r = \\alpha B \\kappa^{1-\\alpha},\\quad w = D B \\kappa^{-\\alpha}", "\\omega = \\frac{D}{\\alpha}\\cdot\\frac{1-\\tau}{\\tau}"],
    title: { en: "Prices that clear the market", zh: "市场出清的价格" },
    says: {
      en: "Rental prices follow from the proportion of the stocks: the more compute, the cheaper it is.",
      zh: "租赁价格由两类存量之比决定：算力越多，其价格越低。",
    },
    symbols: ["r", "alpha", "B", "kappa", "w", "D", "omega", "tau"], fields: ["r", "w", "wr"],
  },
  {
    ...ADDED, number: "T15", section: 5,
    lines: ["g(\\tau) = \\frac{1}{\\sigma}\\left\\{ m B\\, \\tau^{1-\\alpha} (1-\\tau)^{\\alpha} - \\delta - \\rho \\right\\}", "m_{\\text{report}} = 2", "m_{\\text{household}} = \\alpha+D", "m_{\\text{planner}} = 1"],
    title: { en: "Growth in equilibrium", zh: "均衡下的增长率" },
    says: {
      en: "Figure 7 becomes a hump: growth rises with $\\tau$, peaks, and falls.",
      zh: "图 7 变成驼峰形：增长率随 $\\tau$ 先升后降。",
    },
    symbols: ["g", "tau", "sigma", "m", "B", "alpha", "delta", "rho"], fields: ["growth"],
  },
  {
    ...ADDED, number: "T16", section: 5,
    lines: ["\\frac{\\partial g}{\\partial\\tau} = \\frac{mB}{\\sigma}\\, \\tau^{-\\alpha} (1-\\tau)^{\\alpha-1} (1-\\alpha-\\tau)"],
    title: { en: "Effect of the compute share in equilibrium", zh: "均衡下算力占比的影响" },
    says: {
      en: "All factors but the last are positive, so more compute raises growth exactly where $\\tau < 1-\\alpha$, under every rule.",
      zh: "除最后一个因子外都为正，所以在各规则下，当且仅当 $\\tau < 1-\\alpha$ 时增加算力会提高增长率。",
    },
    symbols: ["g", "tau", "m", "B", "sigma", "alpha"], fields: ["growthSlope"],
  },
  {
    ...ADDED, number: "T17", section: 5,
    lines: ["\\tau^{*} = 1-\\alpha"],
    title: { en: "The share at which growth peaks", zh: "增长率最高的占比" },
    says: { en: "Growth is greatest at the elasticity of all compute together.", zh: "增长率在等于全部算力产出弹性之和的占比处最高。" },
    symbols: ["tauStar", "alpha"], fields: ["growthMaximisingTau"],
  },
  {
    ...ADDED, number: "T18", section: 6,
    lines: ["\\chi = (1-\\max(\\alpha,\\beta)) - \\min(\\alpha,\\beta) > 2^{-46}"],
    title: { en: "Room for services", zh: "给服务留下的份额" },
    says: {
      en: "Computed in this order the difference is exact where cancellation would hurt, so a grid point with $\\alpha+\\beta = 1$ in name is infeasible on every grid.",
      zh: "按此顺序计算，在相消会造成误差之处差是精确的，因此名义上 $\\alpha+\\beta = 1$ 的网格点在任何网格上都不可行。",
    },
    symbols: ["chi", "alpha", "beta"], fields: [],
  },
  {
    ...ADDED, number: "T19", section: 6,
    lines: ["\\text{given: } p = w\\,a_H,\\quad q = r\\,a_K", "\\text{equilibrium: } p = 1,\\quad q = \\alpha+\\tau"],
    title: { en: "The two sides", zh: "条件的两侧" },
    says: { en: "The sign of $\\partial g/\\partial\\tau$ is that of $p-q$, in either price mode.", zh: "无论哪种价格设定，$\\partial g/\\partial\\tau$ 的符号都是 $p-q$ 的符号。" },
    symbols: ["p", "w", "aH", "q", "r", "aK", "alpha", "tau"], fields: [],
  },
  {
    ...ADDED, number: "T20", section: 6,
    lines: ["p\\,(1-T) > q\\,(1+T) \\implies +1", "p\\,(1+T) < q\\,(1-T) \\implies -1", "T = 2^{-46}"],
    title: { en: "The certified sign", zh: "有误差界保证的符号" },
    says: {
      en: "A cell is called positive or negative only beyond the error bound; whatever lies within is called boundary. $p$ and $q$ carry less than $2^{-48}$ relative error, so what is called is so in exact arithmetic.",
      zh: "只有超出误差界才判为正或负，界内一律判为边界。$p$ 与 $q$ 的相对误差小于 $2^{-48}$，因此所作判定在精确算术下同样成立。",
    },
    symbols: ["p", "q", "T"], fields: ["class"],
  },
];
