import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CLASS_BOUNDARY, CLASS_INFEASIBLE, CLASS_NEGATIVE, CLASS_POSITIVE, DEFAULT_PARAMETERS, eulerWeights, evaluatePoint, PARAMETERS, quantitiesOf, RULES,
  STATUS_BITS, statusFlags, technologyAt,
} from "../../src/model/index.ts";

const at = (changes: Partial<typeof DEFAULT_PARAMETERS>) => ({ ...DEFAULT_PARAMETERS, ...changes });

describe("classes", () => {
  it("calls an exact tie of the report's rule a boundary: α = β = 1/3 at ω = 4/3", () => {
    const tie = at({ alpha: 1 / 3, beta: 1 / 3, wr: 4 / 3 });
    expect(evaluatePoint(tie, "report", "given").class).toBe(CLASS_BOUNDARY);
    expect(evaluatePoint({ ...tie, wr: tie.wr * (1 + 1e-12) }, "report", "given").class).toBe(CLASS_POSITIVE);
    expect(evaluatePoint({ ...tie, wr: tie.wr * (1 - 1e-12) }, "report", "given").class).toBe(CLASS_NEGATIVE);
  });

  it("calls every tie of a round grid a boundary, though rounding puts p above q at some and below at others", () => {
    const signs = [];
    for (let a = 5; a < 95; a += 5) {
      for (let b = 5; a + b < 100; b += 5) {
        const [alpha, beta] = [a / 100, b / 100];
        const wr = (100 * b + (100 - a - b) ** 2) / (100 * a);
        expect(evaluatePoint(at({ alpha, beta, wr }), "report", "given").class, `${alpha} ${beta} ${wr}`).toBe(CLASS_BOUNDARY);
        const { onCapital, onCompute } = eulerWeights("report", alpha, technologyAt(alpha, beta).computeShare);
        signs.push(Math.sign(wr * DEFAULT_PARAMETERS.r * onCompute - DEFAULT_PARAMETERS.r * onCapital));
      }
    }
    expect([...new Set(signs)].sort()).toEqual([-1, 0, 1]);
  });

  it("calls ω = 1 a boundary for a household, and τ = 1−α a boundary in equilibrium under every rule", () => {
    expect(evaluatePoint(at({ wr: 1 }), "household", "given").class).toBe(CLASS_BOUNDARY);
    for (const rule of RULES) {
      const sign = (tau: number) => evaluatePoint(at({ alpha: 0.35, tau }), rule, "equilibrium").class;
      expect([sign(0.649), sign(0.65), sign(0.651)]).toEqual([CLASS_POSITIVE, CLASS_BOUNDARY, CLASS_NEGATIVE]);
    }
  });

  it("agrees with exact rational arithmetic wherever it is not a boundary", () => {
    const grid = fc.integer({ min: 1, max: 2 ** 20 - 1 });
    fc.assert(fc.property(grid, grid, fc.integer({ min: 1, max: 2 ** 24 }), (a, b, price) => {
      fc.pre(a + b < 2 ** 20);
      const sign = evaluatePoint(at({ alpha: a / 2 ** 20, beta: b / 2 ** 20, wr: price / 2 ** 20 }), "report", "given").class;
      const one = 2n ** 20n;
      const chi = one - BigInt(a) - BigInt(b);
      const exact = BigInt(price) * BigInt(a) - (BigInt(b) * one + chi * chi);
      if (sign === CLASS_BOUNDARY) return exact === 0n || abs(exact) * 2n ** 44n < BigInt(price) * BigInt(a);
      return sign === (exact > 0n ? CLASS_POSITIVE : CLASS_NEGATIVE);
    }), { numRuns: 2000 });
  });
});

const abs = (x: bigint) => (x < 0n ? -x : x);

describe("infeasible points", () => {
  it.each([
    ["a nominal α+β = 1", { alpha: 0.3, beta: 0.7 }],
    ["α+β above one", { alpha: 0.6, beta: 0.6 }],
    ["τ = 0", { tau: 0 }],
    ["τ = 1", { tau: 1 }],
    ["σ = 0", { sigma: 0 }],
    ["δ = 1", { delta: 1 }],
    ["A below its domain, even where it has no effect", { A: 2 ** -65 }],
  ])("hold NaN in every field, class −128 and status 1: %s", (_, changes) => {
    for (const prices of ["given", "equilibrium"] as const) {
      const point = evaluatePoint(at(changes), "report", prices);
      expect(Object.keys(point.fields)).toEqual(quantitiesOf(prices));
      expect(Object.values(point.fields).every(Number.isNaN)).toBe(true);
      expect([point.class, point.status]).toEqual([CLASS_INFEASIBLE, STATUS_BITS.infeasible]);
    }
  });
});

describe("status", () => {
  it("flags a saving rate outside (0, 1) and utility that is not finite, at both signs", () => {
    expect(evaluatePoint(DEFAULT_PARAMETERS, "report", "given").status).toBe(0);
    expect(statusFlags(evaluatePoint(at({ wr: 9, r: 0.3, sigma: 1 }), "report", "given").status)).toContain("saving");
    expect(statusFlags(evaluatePoint(at({ sigma: 0.5, wr: 9, r: 0.3 }), "report", "given").status)).toContain("transversality");
  });
});

describe("the illustrative point", () => {
  it("grows by about 5.6 % a year at a saving rate of 0.55, as CONTRACT.md says", () => {
    const { fields } = evaluatePoint(DEFAULT_PARAMETERS, "report", "given");
    expect(fields.growth).toBeCloseTo(0.056, 3);
    expect(fields.impliedSavingRate).toBeCloseTo(0.55, 2);
  });
});

describe("quantities", () => {
  const point = fc.record({
    alpha: fc.double({ min: 0.05, max: 0.45, noNaN: true }), beta: fc.double({ min: 0.05, max: 0.45, noNaN: true }),
    tau: fc.double({ min: 0.05, max: 0.95, noNaN: true }), wr: fc.double({ min: 0.1, max: 10, noNaN: true }),
  });

  it("share income out completely: α + D + χ(α+β) = 1", () => {
    fc.assert(fc.property(point, ({ alpha, beta }) => {
      const { computeShare = NaN, profitShare = NaN } = evaluatePoint(at({ alpha, beta }), "report", "given").fields;
      expect(alpha + computeShare + profitShare).toBeCloseTo(1, 12);
    }));
  });

  it("have ∂g/∂τ as the slope of g, in both price modes and under every rule", () => {
    fc.assert(fc.property(point, fc.constantFrom(...RULES), fc.constantFrom("given", "equilibrium"), (values, rule, prices) => {
      const step = 1e-6;
      const growth = (tau: number) => evaluatePoint(at({ ...values, tau }), rule, prices).fields.growth ?? NaN;
      const numeric = (growth(values.tau + step) - growth(values.tau - step)) / (2 * step);
      const { growthSlope = NaN } = evaluatePoint(at(values), rule, prices).fields;
      expect(Math.abs(numeric - growthSlope)).toBeLessThanOrEqual(1e-5 * (1 + Math.abs(growthSlope)));
    }));
  });

  it("agree between the price modes where prices clear: at the equilibrium's r and ω both give the same growth", () => {
    fc.assert(fc.property(point, fc.constantFrom(...RULES), (values, rule) => {
      const outcome = evaluatePoint(at(values), rule, "equilibrium").fields;
      const given = evaluatePoint(at({ ...values, r: outcome.r ?? NaN, wr: outcome.wr ?? NaN }), rule, "given").fields;
      expect(given.growth).toBeCloseTo(outcome.growth ?? NaN, 10);
      expect(given.consistentTau).toBeCloseTo(values.tau, 10);
    }));
  });
});

describe("the table of parameters", () => {
  it("has its defaults and views inside the domains", () => {
    for (const { domain, default: value, view } of Object.values(PARAMETERS)) {
      for (const x of [value, view.min, view.max]) expect(x >= domain.min && x <= domain.max).toBe(true);
    }
  });
});
