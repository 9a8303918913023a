import { describe, expect, it } from "vitest";
import { DEFAULT_PARAMETERS, evaluatePoint, RULES } from "../../src/model/index.ts";
import { growthFigure } from "../../src/state/growth-figure.ts";

function figureAt(changes: Partial<typeof DEFAULT_PARAMETERS>) {
  const figure = growthFigure({ ...DEFAULT_PARAMETERS, ...changes });
  if (figure === null) throw new Error("not feasible");
  return figure;
}
const rise = (growth: readonly number[]) => growth[growth.length - 1] - growth[0];

describe("growthFigure", () => {
  it("has straight lines at given prices: they rise, are flat or fall as ω is above, on or below Θ, as Figure 7 draws them", () => {
    const third = { alpha: 1 / 3, beta: 1 / 3 };
    for (const [wr, sign] of [[2, 1], [4 / 3, 0], [1, -1]] as const) {
      const { curves: [{ growth, rule, prices }], taus } = figureAt({ ...third, wr });
      expect([rule, prices]).toEqual(["report", "given"]);
      expect(Math.sign(Math.round(rise(growth) * 1e12)) + 0).toBe(sign);
      const slope = rise(growth) / (taus[taus.length - 1] - taus[0]);
      growth.forEach((value, k) => expect(value).toBeCloseTo(growth[0] + slope * (taus[k] - taus[0]), 12));
    }
  });

  it("has humps in equilibrium that peak at τ* = 1−α under every rule", () => {
    const { curves, taus, growthMaximisingTau } = figureAt({ alpha: 0.4 });
    const humps = curves.filter(({ prices }) => prices === "equilibrium");
    expect(humps.map(({ rule }) => rule)).toEqual([...RULES]);
    for (const { growth } of humps) expect(taus[growth.indexOf(Math.max(...growth))]).toBeCloseTo(growthMaximisingTau, 12);
  });

  it("meets the inspector's numbers: growth at the present τ, and τᶜ where the equilibrium has the given ω", () => {
    const { curves, taus, consistentTau } = figureAt({ tau: 0.3 });
    for (const { rule, prices, growth } of curves) {
      expect(growth[taus.indexOf(0.3)]).toBe(evaluatePoint({ ...DEFAULT_PARAMETERS, tau: 0.3 }, rule, prices).fields.growth);
    }
    expect(evaluatePoint({ ...DEFAULT_PARAMETERS, tau: consistentTau }, "report", "equilibrium").fields.wr).toBeCloseTo(DEFAULT_PARAMETERS.wr, 12);
  });

  it("is not there where no τ is feasible, but where only the present one is not", () => {
    expect(growthFigure({ ...DEFAULT_PARAMETERS, alpha: 0.6, beta: 0.6 })).toBeNull();
    expect(growthFigure({ ...DEFAULT_PARAMETERS, tau: 0 })).not.toBeNull();
  });
});
