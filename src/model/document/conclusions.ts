import type { BilingualText } from "../text.ts";

/** A conclusion of the report, and how far the model bears it out. */
export interface ReportConclusion {
  readonly label: BilingualText;
  /** What the report concludes. */
  readonly statement: BilingualText;
  /** Equations that it rests on, with commas between them. */
  readonly source: string;
  /** What the model says about its limits: the product's part. */
  readonly limits: BilingualText;
}

/** In the order of MODEL.md, section 2; the model page lists them, the explorer takes each to the present point. */
export const REPORT_CONCLUSIONS = {
  "steady-growth": {
    label: { en: "Steady growth", zh: "稳态增长" },
    statement: {
      en: "Investment in compute brings steady growth: the marginal products of compute fall towards zero, and the economy settles on a path of constant growth.",
      zh: "算力投资带来稳态增长：算力的边际产出递减并趋于零，经济收敛到增长率不变的路径。",
    },
    source: "R2, R3, R12",
    limits: {
      en: "The growth rate of R12 is constant, but not because the marginal products reach zero. Falling curves are the transition; on the balanced path all stocks grow together, Y/K and Y/H_T stay where they are, and so does g. With H̄ taken literally there would be no such path: the product sets H̄ = 1.",
      zh: "R12 的增长率不变，但并非因为边际产出趋于零。递减曲线描述的是过渡过程；在平衡增长路径上各存量同步增长，Y/K 与 Y/H_T 不变，g 因而不变。若按字面处理 H̄，则不存在这样的路径：本产品取 H̄ = 1。",
    },
  },
  "larger-share": {
    label: { en: "A larger share raises growth", zh: "提高占比会提高增长率" },
    statement: {
      en: "Raising the share of investment that goes to compute can raise the growth of the whole economy.",
      zh: "提高算力投资占比可以提高整体经济的增长率。",
    },
    source: "R12, R13",
    limits: {
      en: "At given prices this is so exactly when ω > Θ, whatever τ is. In equilibrium, where prices follow τ, it is so exactly when τ < 1−α, and it reverses beyond. The household's threshold is 1 and the planner's D/(1−α); in equilibrium all three rules agree.",
      zh: "价格给定时，当且仅当 ω > Θ 时成立，与 τ 无关。均衡下价格随 τ 而变，当且仅当 τ < 1−α 时成立，超过后反转。家庭规则的门槛为 1，计划者规则为 D/(1−α)；均衡下三种规则一致。",
    },
  },
  "pull-ahead": {
    label: { en: "Advanced regions pull ahead", zh: "先进地区领先" },
    statement: {
      en: "Regions that invest a larger share in compute grow faster and pull ahead of the others.",
      zh: "算力投资占比更高的地区增长更快，与其他地区的差距拉大。",
    },
    source: "R13",
    limits: {
      en: "The gap in growth between two regions that differ in τ alone is ∂g/∂τ·Δτ, so this is so only where ∂g/∂τ > 0. In equilibrium g bends with τ, and a region beyond τ* = 1−α loses ground by investing still more.",
      zh: "仅 τ 不同的两个地区，增长率差距为 ∂g/∂τ·Δτ，因此只在 ∂g/∂τ > 0 时成立。均衡下 g 随 τ 弯曲，超过 τ* = 1−α 的地区继续增加投资反而落后。",
    },
  },
  "synergy": {
    label: { en: "Synergy and substitution", zh: "协同与替代" },
    statement: {
      en: "Compute works with other capital: it raises what that capital produces (synergy), and it takes its place where it is cheaper (substitution).",
      zh: "算力与其他资本共同作用：既提高其他资本的产出（协同），又在更便宜时取而代之（替代）。",
    },
    source: "R1",
    limits: {
      en: "Synergy is the spillover H̄^α of R1. Taken literally it leaves no balanced path at constant A, so H̄ is set to 1 and the spillover is off in every number shown. Substitution is that of Cobb–Douglas: shares of income do not move when relative prices do.",
      zh: "协同来自 R1 中的溢出项 H̄^α。若按字面处理，A 不变时不存在平衡增长路径，因此取 H̄ = 1，所示数值均不含溢出。替代为柯布–道格拉斯式：相对价格变化时收入份额不变。",
    },
  },
  "two-industries": {
    label: { en: "Two industries", zh: "两类产业" },
    statement: {
      en: "Compute feeds two industries: digitalised industry, which uses it in final production (H), and the digital industry, which sells it as a service (X). H : X is their proportion.",
      zh: "算力支撑两类产业：在最终生产中使用算力的产业数字化（H），以及把算力作为服务出售的数字产业化（X）。H : X 为两者之比。",
    },
    source: "R4, R5, R8",
    limits: {
      en: "R8 fixes the split by technology alone: γ = χ²/D. Services take the larger part exactly when χ² > β, which the report does not say.",
      zh: "R8 表明该分配仅由技术决定：γ = χ²/D。当且仅当 χ² > β 时算力服务占较大部分；报告没有指出这一点。",
    },
  },
} as const satisfies Readonly<Record<string, ReportConclusion>>;
