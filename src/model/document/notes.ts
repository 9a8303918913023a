import type { BilingualText } from "../text.ts";

/** What the model takes for granted. Texts may hold LaTeX between dollar signs. */
export const ASSUMPTIONS: readonly BilingualText[] = [
  { en: "Labour and the price of output are set to 1.", zh: "劳动与产出的价格标准化为 1。" },
  { en: "The average stock of compute $\\bar H$ is set to 1, so the spillover is switched off: without it a constant $g$ would not exist.", zh: "平均算力存量 $\\bar H$ 取为 1，溢出效应因此关闭；否则不存在不变的 $g$。" },
  { en: "Technology $A$ does not change over time; growth comes from accumulating both kinds of capital.", zh: "技术水平 $A$ 不随时间变化；增长来自两类资本的积累。" },
  { en: "Production is Cobb–Douglas: any two factors substitute with elasticity 1, and $\\alpha$, $\\beta$ and $\\chi$ sum to 1.", zh: "生产函数为柯布–道格拉斯形式：任意两种要素的替代弹性为 1，且 $\\alpha$、$\\beta$ 与 $\\chi$ 之和为 1。" },
  { en: "Final production is competitive; one firm sells compute services as a monopoly and leases its compute capital.", zh: "最终生产是竞争性的；算力服务由一家垄断企业出售，其算力资本是租来的。" },
  { en: "Both kinds of capital depreciate at one rate $\\delta$. The report takes $0 < \\delta < 1$; the product also takes $\\delta = 0$.", zh: "两类资本的折旧率同为 $\\delta$。报告取 $0 < \\delta < 1$，本产品也接受 $\\delta = 0$。" },
  { en: "The report allows $\\sigma \\ge 0$; R12 divides by $\\sigma$, so $\\sigma = 0$ is refused with that reason.", zh: "报告允许 $\\sigma \\ge 0$；R12 以 $\\sigma$ 为除数，因此 $\\sigma = 0$ 会被拒绝并说明原因。" },
  { en: "The share $\\tau$ is a policy: it is set, it stays, and no household chooses it.", zh: "占比 $\\tau$ 是政策变量：由外部设定，保持不变，不由家庭选择。" },
  { en: "The economy is closed and on its balanced path; how it gets there is not modelled.", zh: "经济是封闭的，且处于平衡增长路径上；模型不描述如何到达该路径。" },
];

/** A source; `text` as it is cited, `role` what it is cited for. */
export interface Reference {
  readonly text: string;
  readonly role: BilingualText;
}

export const REFERENCES: readonly Reference[] = [
  {
    text: "清华大学 IGI、浪潮：《中国算力发展观察报告》，2023 年 12 月，附录“包含算力生产要素的内生增长模型”。",
    role: { en: "The report (Tsinghua IGI and Inspur, December 2023): the source of R1 to R13 and of Figure 7.", zh: "报告：R1 至 R13 与图 7 的来源。" },
  },
  {
    text: "Romer, P. M. (1990). Endogenous Technological Change. Journal of Political Economy 98(5), Part 2, S71–S102.",
    role: { en: "The model of growth on which the report builds.", zh: "报告所依据的增长模型。" },
  },
  {
    text: "Thompson et al. (2022)",
    role: { en: "Cited by the report, in this form, for the part of compute in production.", zh: "报告引用的文献（原文即此写法），关于算力在生产中的作用。" },
  },
  {
    text: "Barro, R. J., and Sala-i-Martin, X. (2004). Economic Growth, 2nd edition. MIT Press.",
    role: { en: "Textbook: constant returns in accumulated stocks, the Euler equation, transversality.", zh: "教科书：可积累存量的规模报酬不变、欧拉方程、横截条件。" },
  },
  {
    text: "Acemoglu, D. (2009). Introduction to Modern Economic Growth. Princeton University Press.",
    role: { en: "Textbook: endogenous growth, and planner against market.", zh: "教科书：内生增长，以及计划者与市场的比较。" },
  },
  {
    text: "Higham, N. J. (2002). Accuracy and Stability of Numerical Algorithms, 2nd edition. SIAM.",
    role: { en: "Textbook: bounds on rounding errors, as used in deciding a cell.", zh: "教科书：舍入误差界，用于判定格点的符号。" },
  },
];
