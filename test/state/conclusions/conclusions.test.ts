import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  DEFAULT_PARAMETERS, evaluatePoint, isFeasible, LANGUAGES, PARAMETER_NAMES, PARAMETERS, PRICE_MODES, RULES, valueInView, type Parameters,
} from "../../../src/model/index.ts";
import { quantityRange } from "../../../src/state/isosurfaces.ts";
import { DEFAULT_STATE, withParameters, withPrices, type ExplorerState } from "../../../src/state/explorer-state.ts";
import { CONCLUSION_INFO } from "../../../src/state/conclusions/index.ts";
import { growthElasticity, slopeCurves } from "../../../src/state/conclusions/larger-share.ts";
import { CONCLUSIONS } from "../../../src/state/conclusions/names.ts";
import { outputRatio, regionalGap, twinShare } from "../../../src/state/conclusions/pull-ahead.ts";
import { grossReturn, marginalCurves, marginalElasticities, marginalProducts } from "../../../src/state/conclusions/steady-growth.ts";
import { demandedRatio, synergyCurves } from "../../../src/state/conclusions/synergy.ts";
import { evenAlpha, evenBeta, industrySplit } from "../../../src/state/conclusions/two-industries.ts";
import { derivative, elasticity, output } from "./report-model.ts";

const arbitraryPoint = fc.record(Object.fromEntries(PARAMETER_NAMES.map((name) =>
  [name, fc.double({ min: 0, max: 1, noNaN: true }).map((place) => valueInView(place, PARAMETERS[name].view) + 0)])) as Record<keyof Parameters, fc.Arbitrary<number>>)
  .filter((point) => isFeasible(point) && point.alpha + point.beta < 0.97);
const everywhere = (check: (point: Parameters) => void) => fc.assert(fc.property(arbitraryPoint, check), { numRuns: 40 });
/** One balanced path: K = 1, H_T = τ/(1−τ), split by χ² : β, X = H_X/η. */
const stocksOf = ({ alpha, beta, tau, eta }: Parameters) => {
  const total = tau / (1 - tau);
  const chi = 1 - alpha - beta;
  const services = (total * chi ** 2) / (beta + chi ** 2);
  return { K: 1, H: total - services, X: services / eta };
};
const close = (found: number, expected: number, tolerance = 1e-6) => expect(Math.abs(found - expected)).toBeLessThanOrEqual(tolerance * Math.max(1e-9, Math.abs(expected)));

describe("compute brings steady growth", () => {
  it("with marginal products that are the prices of the market, by differences of R1", () => {
    everywhere((point) => {
      const { K, H, X } = stocksOf(point);
      const { capital, compute, services } = marginalProducts(point, "report", "equilibrium");
      close(capital, derivative((k) => output(point, k, H, X), K));
      close(compute, derivative((h) => output(point, K, h, X), H));
      close(services, derivative((x) => output(point, K, H, x), X));
    });
  });

  it("that fall with the elasticities of R2 and R3, and not where all stocks grow together", () => {
    everywhere((point) => {
      const { K, H, X } = stocksOf(point);
      const byCompute = (k: number, h: number, x: number) => derivative((one) => output(point, k, one, x), h);
      const { computeInCompute, servicesInServices, capitalInCapital, bothInAllCompute } = marginalElasticities(point);
      close(computeInCompute, elasticity((h) => byCompute(K, h, X), H), 1e-6);
      close(servicesInServices, elasticity((x) => derivative((one) => output(point, K, H, one), x), X), 1e-6);
      close(capitalInCapital, elasticity((k) => derivative((one) => output(point, one, H, X), k), K), 1e-6);
      close(bothInAllCompute, elasticity((scale) => byCompute(K, scale * H, scale * X), 1), 1e-6);
      const curves = Object.fromEntries(marginalCurves(point).map(({ id, points }) => [id, points]));
      const { stock, product } = curves.R2[40];
      close(product, byCompute(K, stock * H, X) / byCompute(K, H, X), 1e-5);
      close(curves.balanced[40].product, byCompute(stock * K, stock * H, stock * X) / byCompute(K, H, X), 1e-5);
    });
  });

  it("which ends where δ+ρ reaches the weighed returns", () => {
    everywhere((point) => {
      for (const prices of PRICE_MODES) {
        for (const rule of RULES) {
          const gross = grossReturn(point, rule, prices);
          expect(evaluatePoint({ ...point, delta: 0, rho: gross }, rule, prices).fields.growth).toBeCloseTo(0, 12);
        }
      }
    });
  });
});

describe("a larger compute share can raise growth", () => {
  it("by the slope of g over τ, by differences", () => {
    everywhere((point) => {
      for (const { prices, points } of slopeCurves(point, "planner")) {
        const { tau, slope } = points[20];
        const growth = (share: number) => evaluatePoint({ ...point, tau: share }, "planner", prices).fields.growth ?? NaN;
        expect(Math.abs(slope - derivative(growth, tau))).toBeLessThan(1e-6 * (1 + Math.abs(growth(tau))));
      }
      const { growth = NaN } = evaluatePoint(point, "report", "given").fields;
      const byTau = derivative((tau) => evaluatePoint({ ...point, tau }, "report", "given").fields.growth ?? NaN, point.tau);
      expect(Math.abs(growthElasticity(point, "report", "given") * growth - point.tau * byTau)).toBeLessThan(1e-6);
    });
  });

  it("exactly when ω > Θ, and in equilibrium exactly when τ < 1−α, under every rule", () => {
    everywhere((point) => {
      for (const rule of RULES) {
        const inEquilibrium = withParameters(withPrices({ ...DEFAULT_STATE, rule }, "equilibrium"), point);
        expect(CONCLUSION_INFO["larger-share"].account(inEquilibrium).holds).toBe(point.tau < 1 - point.alpha);
      }
      const threshold = (point.beta + (1 - point.alpha - point.beta) ** 2) / point.alpha;
      expect(CONCLUSION_INFO["larger-share"].account(withParameters(DEFAULT_STATE, point)).holds).toBe(point.wr > threshold);
    });
  });
});

describe("advanced regions pull ahead", () => {
  it("by ∂g/∂τ·Δτ at given prices, and by the ratio of two exponentials", () => {
    everywhere((point) => {
      const { gap, firstOrder } = regionalGap(point, [0.45, 0.2], "report", "given");
      expect(Math.abs(gap - firstOrder)).toBeLessThan(1e-12 * (1 + Math.abs(firstOrder)));
    });
    const steps = 200_000;
    let [a, b] = [1, 1];
    const { growthA, growthB, gap } = regionalGap(DEFAULT_PARAMETERS, [0.45, 0.2], "household", "equilibrium");
    for (let step = 0; step < steps; step++) [a, b] = [a * (1 + (20 * growthA) / steps), b * (1 + (20 * growthB) / steps)];
    close(outputRatio(gap, 20), a / b);
  });

  it("in equilibrium up to the share that brings the same growth beyond 1−α", () => {
    everywhere((point) => {
      const twin = twinShare(point, 0.1, "report");
      if (twin === null || Math.abs(1 - point.alpha - 0.1) < 0.01) return;
      const growth = (tau: number) => evaluatePoint({ ...point, tau }, "report", "equilibrium").fields.growth ?? NaN;
      close(growth(twin), growth(0.1), 1e-7 + 1e-9 / Math.abs(growth(0.1)));
      expect(growth((twin + 0.1) / 2)).toBeGreaterThan(growth(0.1));
      expect((twin - (1 - point.alpha)) * (0.1 - (1 - point.alpha))).toBeLessThan(0);
    });
    expect(twinShare(DEFAULT_PARAMETERS, 1 - DEFAULT_PARAMETERS.alpha, "report")).toBeNull();
  });
});

describe("synergy and substitution", () => {
  it("have elasticity α in H̄ and 1−α in a firm's own compute, by differences of R1", () => {
    everywhere((point) => {
      const { K, H, X } = stocksOf(point);
      const byCapital = (average: number, scale: number) => derivative((k) => output(point, k, scale * H, scale * X, average), K);
      close(elasticity((average) => byCapital(average, 1), 1), point.alpha, 1e-6);
      const curves = Object.fromEntries(synergyCurves(point).map(({ id, points }) => [id, points]));
      const { stock, product } = curves.spillover[50];
      close(product, byCapital(stock, 1) / byCapital(1, 1), 1e-5);
      close(curves.own[50].product, byCapital(1, stock) / byCapital(1, 1), 1e-5);
    });
  });

  it("and firms that hold K/H_T as their demands say: at the market's prices it is (1−τ)/τ", () => {
    everywhere((point) => {
      const { wr = NaN } = evaluatePoint(point, "report", "equilibrium").fields;
      close(demandedRatio({ ...point, wr }, "household", "given"), demandedRatio(point, "household", "equilibrium"), 1e-12);
      close(elasticity((price) => demandedRatio({ ...point, wr: price }, "report", "given"), point.wr), 1);
    });
  });
});

describe("two industries", () => {
  it("split compute as R8 says, change as differences say, and change places where χ² = β", () => {
    everywhere((point) => {
      const split = industrySplit(point);
      const { H, X } = stocksOf(point);
      close(split.computePerService, H / X);
      close(split.services + split.production, 1, 1e-12);
      close(split.byBeta, derivative((beta) => industrySplit({ ...point, beta }).services, point.beta));
      close(split.byAlpha, derivative((alpha) => industrySplit({ ...point, alpha }).services, point.alpha));
      expect(industrySplit({ ...point, beta: evenBeta(point.alpha) }).services).toBeCloseTo(0.5, 12);
      if (evenAlpha(point.beta) > 0) expect(industrySplit({ ...point, alpha: evenAlpha(point.beta) }).services).toBeCloseTo(0.5, 12);
      expect(CONCLUSION_INFO["two-industries"].account(withParameters(DEFAULT_STATE, point)).holds).toBe((1 - point.alpha - point.beta) ** 2 > point.beta);
    });
  });
});

describe("each conclusion", () => {
  it("is told in both languages without a number that is missing, wherever it is feasible", () => {
    fc.assert(fc.property(arbitraryPoint, fc.constantFrom(...RULES), fc.constantFrom(...PRICE_MODES), fc.constantFrom(...CONCLUSIONS), (point, rule, prices, name) => {
      const state = withParameters(withPrices({ ...DEFAULT_STATE, rule }, prices), point);
      const { here, turn, effects } = CONCLUSION_INFO[name].account(state);
      for (const text of [here, turn, ...effects.flatMap(({ label, value }) => [label, value])]) {
        for (const language of LANGUAGES) expect(text[language]).not.toMatch(/NaN|undefined|–$/);
      }
    }), { numRuns: 200 });
  });

  it("sets a scene in which its level is to be seen, and says so where it is nowhere", () => {
    const views = (state: ExplorerState) => CONCLUSIONS.map((name) => [name, CONCLUSION_INFO[name].view(state).state] as const);
    for (const prices of PRICE_MODES) {
      for (const [name, view] of views(withPrices(DEFAULT_STATE, prices))) {
        expect(view.axes, name).toBeNull();
        for (const { quantity, level } of view.scene.isosurfaces) {
          const [least, most] = quantityRange(view, quantity) ?? [NaN, NaN];
          expect(level > least && level < most, name).toBe(true);
        }
      }
    }
    const [industries, growth] = [CONCLUSION_INFO["two-industries"], CONCLUSION_INFO["steady-growth"]];
    expect(industries.view(DEFAULT_STATE).state.scene.isosurfaces).toEqual([{ quantity: "serviceSplit", level: 0.5 }]);
    const impatient = withParameters(DEFAULT_STATE, { rho: 1e-6, delta: 0 });
    expect(growth.view(impatient).state.scene.isosurfaces).toEqual([]);
    expect(growth.view(impatient).sentence.en).toContain("same sign");
  });
});
