import type { BilingualText } from "../text.ts";

/** A slip in print: what the report says, and how the product reads it. Texts may hold LaTeX between dollar signs. */
export interface Slip {
  /** Anchor on the model page. */
  readonly id: string;
  readonly printed: BilingualText;
  readonly corrected: BilingualText;
}

export const SLIPS: readonly Slip[] = [
  {
    id: "slip-1",
    printed: { en: "R7 and R9 print the share of non-compute investment as $(1-\\gamma)$.", zh: "R7 与 R9 把非算力投资的份额印作 $(1-\\gamma)$。" },
    corrected: { en: "The text defines it as $(1-\\tau)$; $\\gamma$ is the split of compute capital in R8.", zh: "正文定义为 $(1-\\tau)$；$\\gamma$ 是 R8 中算力资本的分配比例。" },
  },
  {
    id: "slip-2",
    printed: {
      en: "The rental price of non-compute capital is once printed as $\\gamma$, that of compute capital once as $\\omega$, that of services once as $\\rho x$; the pricing rule is called 边际利润 = 边际成本 (marginal profit = marginal cost).",
      zh: "非算力资本的租赁价格有一处印作 $\\gamma$，算力资本的有一处印作 $\\omega$，服务的有一处印作 $\\rho x$；定价规则称作“边际利润 = 边际成本”。",
    },
    corrected: {
      en: "They are $r$, $w$ and $p_X$; $\\omega$ here is always $w/r$. The rule is marginal revenue = marginal cost.",
      zh: "应为 $r$、$w$ 与 $p_X$；本产品中的 $\\omega$ 始终指 $w/r$。定价规则应为边际收益 = 边际成本。",
    },
  },
  {
    id: "slip-3",
    printed: {
      en: "R7 equates stocks with flows ($H_T = \\tau I$, $K = (1-\\tau) I$); R9 prints $\\dot H$ for $\\dot H_T$; the household's state variable is printed as $H_t$.",
      zh: "R7 把存量与流量等同（$H_T = \\tau I$，$K = (1-\\tau) I$）；R9 把 $\\dot H_T$ 印作 $\\dot H$；家庭的状态变量印作 $H_t$。",
    },
    corrected: {
      en: "Read as shares of investment R7 agrees with R9, and on a balanced path R9 gives $K/H_T = (1-\\tau)/\\tau$. The state variable is $H_T$.",
      zh: "若理解为投资份额，R7 与 R9 一致；在平衡增长路径上，R9 给出 $K/H_T = (1-\\tau)/\\tau$。状态变量应为 $H_T$。",
    },
  },
  {
    id: "slip-4",
    printed: {
      en: "$\\bar H$ is taken as the growing average stock. Then R1 has degree $1+\\alpha$ in $(K, H_T)$, and no balanced path exists at constant $A$.",
      zh: "$\\bar H$ 取为不断增长的平均存量。这样 R1 对 $(K, H_T)$ 是 $1+\\alpha$ 次的，在 $A$ 不变时不存在平衡增长路径。",
    },
    corrected: {
      en: "The report's constant $g$ needs $\\bar H$ normalised; the product sets $\\bar H = 1$.",
      zh: "报告中不变的 $g$ 要求把 $\\bar H$ 标准化；本产品取 $\\bar H = 1$。",
    },
  },
  {
    id: "slip-5",
    printed: {
      en: "“The marginal product converges to zero, hence steady growth.”",
      zh: "“边际产出收敛于零，因此稳态增长。”",
    },
    corrected: {
      en: "It does not follow. On a balanced path $Y/K$ and $Y/H_T$ stay constant, which is why $g$ in R12 is constant and positive.",
      zh: "此推论不成立。在平衡增长路径上 $Y/K$ 与 $Y/H_T$ 保持不变，R12 中的 $g$ 因此为不变的正数。",
    },
  },
];
