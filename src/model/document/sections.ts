import type { BilingualText } from "../text.ts";
import type { SectionNumber } from "./equation.ts";

/** The numbered sections, which follow MODEL.md; an anchor is the bare number. Texts may hold LaTeX between dollar signs. */
export interface ModelSection {
  readonly number: SectionNumber;
  readonly title: BilingualText;
  /** True where all of it goes beyond the report. */
  readonly added: boolean;
  readonly intro: readonly BilingualText[];
}

export const MODEL_SECTIONS: readonly ModelSection[] = [
  {
    number: 1, added: false, title: { en: "Symbols and parameters", zh: "符号与参数" },
    intro: [{
      en: "Ten parameters say everything about a point. Their default values are illustrative: together they give growth of about 5.6 % a year. $(\\alpha, \\beta)$ lives on the open triangle $\\alpha > 0$, $\\beta > 0$, $\\alpha+\\beta < 1$.",
      zh: "十个参数确定一个点。默认值仅作示意，合起来得到每年约 5.6% 的增长率。$(\\alpha, \\beta)$ 位于开三角形 $\\alpha > 0$、$\\beta > 0$、$\\alpha+\\beta < 1$ 之内。",
    }],
  },
  {
    number: 2, added: false, title: { en: "The report's equations, and what follows from them", zh: "报告的方程及其推论" },
    intro: [{
      en: "The report prints its equations without numbers; R1 to R13 number them in order of appearance. They stand here as corrected: what was printed is listed under the slips. T1 to T5 follow from them.",
      zh: "报告中的方程没有编号；R1 至 R13 按出现的先后编号。此处是更正后的形式，原文的印刷问题列于“印刷疏误”。T1 至 T5 是由它们推出的结果。",
    }],
  },
  {
    number: 3, added: true, title: { en: "Prices given: what the report does", zh: "价格给定：报告的做法" },
    intro: [{
      en: "$\\alpha$, $\\beta$, $\\tau$, $\\omega$ and $r$ are all free. Growth is then a straight line in $\\tau$ and in $\\omega$, and along either the region is a half-line. Free prices need not clear the market, though.",
      zh: "$\\alpha$、$\\beta$、$\\tau$、$\\omega$ 与 $r$ 都可自由设定。此时增长率对 $\\tau$、对 $\\omega$ 都是直线，沿其中任何一个轴，区域都是一条半直线。但自由设定的价格不一定使市场出清。",
    }],
  },
  {
    number: 4, added: true, title: { en: "Three rules: who weighs returns", zh: "三种规则：由谁权衡回报" },
    intro: [{
      en: "R12 weighs average products. Whoever decides on saving may weigh otherwise: a household sees rental prices, a planner sees social marginal products. Under the report's own rule $a_K = 1/\\alpha$ and $a_H = 1/D$.",
      zh: "R12 以平均产出加权。决定储蓄的人也可能采用别的权重：家庭看到租赁价格，计划者看到社会边际产出。在报告自身的规则下，$a_K = 1/\\alpha$，$a_H = 1/D$。",
    }],
  },
  {
    number: 5, added: true, title: { en: "Prices in equilibrium", zh: "均衡价格" },
    intro: [{
      en: "With $\\bar H = 1$ the market sets the prices: $\\omega$ is an outcome, and the axes are $\\alpha$, $\\beta$, $\\tau$ and $A$.",
      zh: "取 $\\bar H = 1$ 后，价格由市场决定：$\\omega$ 是结果，可选的轴为 $\\alpha$、$\\beta$、$\\tau$ 与 $A$。",
    }],
  },
  {
    number: 6, added: true, title: { en: "How a cell is decided", zh: "如何判定一个格点" },
    intro: [
      {
        en: "Each point of a grid is a cell. The sign of $\\partial g/\\partial\\tau$ is a class, not the sign of a rounded number: positive, negative, boundary, or infeasible. Exact ties do occur on round grids (report rule, $\\alpha = \\beta = 1/3$, $\\omega = 4/3$), and are called what they are.",
        zh: "网格上的每个点称为一个格点。$\\partial g/\\partial\\tau$ 的符号是一个类别，而不是某个舍入数的符号：正、负、边界或不可行。整齐的网格上确实会出现精确相等（报告规则，$\\alpha = \\beta = 1/3$，$\\omega = 4/3$），会如实判为边界。",
      },
      {
        en: "A cell is infeasible where a parameter lies outside its domain or nothing is left for services (T18); it then holds no value at all. A feasible cell may still carry a flag: the saving rate T3 is not between 0 and 1, or utility T4 is not finite.",
        zh: "参数超出定义域，或没有给服务留下份额（T18）时，格点不可行，不含任何数值。可行的格点也可能带有标记：储蓄率 T3 不在 0 与 1 之间，或效用 T4 不是有限值。",
      },
      {
        en: "All engines compute the same expressions in the same order in 64-bit floating point, so their results agree bit for bit; the bound on $p$ and $q$ was tried on a million adversarial points against exact rational arithmetic.",
        zh: "所有引擎以 64 位浮点数按相同顺序计算相同的表达式，结果逐位一致；$p$ 与 $q$ 的误差界曾在一百万个刁钻的点上与精确有理数算术核对。",
      },
    ],
  },
];
