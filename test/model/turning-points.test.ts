import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CLASS_BOUNDARY, CLASS_INFEASIBLE, DEFAULT_PARAMETERS, evaluatePoint, nearestBoundary, PARAMETER_NAMES, PARAMETERS, PRICE_MODES, RULES, turningPoints,
  type ParameterName, type Parameters, type PriceMode, type Rule,
} from "../../src/model/index.ts";

const at = (changes: Partial<Parameters>): Parameters => ({ ...DEFAULT_PARAMETERS, ...changes });
const classOf = (parameters: Parameters, rule: Rule, prices: PriceMode) => evaluatePoint(parameters, rule, prices).class;

const points = fc.record({
  alpha: fc.double({ min: 0.02, max: 0.96, noNaN: true }), share: fc.double({ min: 0.02, max: 0.98, noNaN: true }),
  tau: fc.double({ min: 0.02, max: 0.98, noNaN: true }), wr: fc.double({ min: 0.05, max: 20, noNaN: true }),
}).map(({ alpha, share, tau, wr }) => at({ alpha, beta: share * (1 - alpha), tau, wr }));
const cases = fc.tuple(points, fc.constantFrom(...RULES), fc.constantFrom(...PRICE_MODES));

/** Signs met when a parameter goes from its present value towards `end`, at many places between. */
function signsBetween(parameters: Parameters, name: ParameterName, end: number, rule: Rule, prices: PriceMode): Set<number> {
  const signs = new Set<number>();
  for (let k = 0; k <= 200; k++) {
    const value = parameters[name] + ((end - parameters[name]) * k) / 200;
    signs.add(classOf(at({ ...parameters, [name]: value }), rule, prices));
  }
  return signs;
}

describe("turningPoints", () => {
  it("finds the turn of every parameter and no other: up to it the sign is one, behind it the opposite", () => {
    fc.assert(fc.property(cases, ([parameters, rule, prices]) => {
      const sign = classOf(parameters, rule, prices);
      fc.pre(sign !== CLASS_BOUNDARY);
      for (const { parameter, below, above } of turningPoints(parameters, rule, prices)) {
        const { min, max } = PARAMETERS[parameter].domain;
        const present = parameters[parameter];
        for (const [turn, end] of [[below, Math.max(min, present / 50)], [above, Math.min(max, present * 50)]] as const) {
          const margin = (turn ?? 0) * 1e-9;
          const reach = turn === null ? end : turn + (turn < present ? margin : -margin);
          const signs = signsBetween(parameters, parameter, reach, rule, prices);
          signs.delete(CLASS_INFEASIBLE);
          expect([...signs], `${parameter} ${turn}`).toEqual([sign]);
          if (turn === null) continue;
          const behind = classOf(at({ ...parameters, [parameter]: turn + (turn < present ? -1 : 1) * turn * 1e-9 }), rule, prices);
          expect([-sign, CLASS_INFEASIBLE]).toContain(behind);
        }
      }
    }), { numRuns: 300 });
  });

  it("lists the parameters of the price mode, and says that most never turn the sign", () => {
    expect(turningPoints(DEFAULT_PARAMETERS, "report", "given").map(({ parameter }) => parameter))
      .toEqual(PARAMETER_NAMES.filter((name) => PARAMETERS[name].modes.includes("given")));
    const turning = (rule: Rule, prices: PriceMode) => turningPoints(DEFAULT_PARAMETERS, rule, prices)
      .filter(({ below, above }) => below !== null || above !== null).map(({ parameter }) => parameter);
    expect(turning("household", "given")).toEqual(["wr"]);
    expect(turning("household", "equilibrium")).toEqual(["alpha", "tau"]);
    expect(turning("report", "given")).toContain("wr");
  });

  it("finds both turns along β across the valley, and none where it is only touched", () => {
    const [, beta] = turningPoints(at({ alpha: 0.3, beta: 0.2, wr: 1.6 }), "report", "given");
    expect(beta.below).toBeCloseTo(0.2 - Math.sqrt(0.03), 12);
    expect(beta.above).toBeCloseTo(0.2 + Math.sqrt(0.03), 12);
    expect(turningPoints(at({ alpha: 0.25, beta: 0.5, wr: 2 }), "report", "given")[1]).toMatchObject({ below: null, above: null });
  });
});

describe("on the boundary", () => {
  it("says which parameters turn the sign right here", () => {
    const here = turningPoints(at({ alpha: 1 / 3, beta: 1 / 3, wr: 4 / 3 }), "report", "given").filter(({ isHere }) => isHere);
    expect(here.map(({ parameter }) => parameter)).toEqual(["alpha", "beta", "wr"]);
    expect(turningPoints(DEFAULT_PARAMETERS, "report", "given").some(({ isHere }) => isHere)).toBe(false);
  });

  it("has no turn where β would be 0, which rounding puts just above it", () => {
    expect(turningPoints(at({ alpha: 1 / 3, beta: 1 / 3, wr: 4 / 3 }), "report", "given")[1]).toEqual({ parameter: "beta", below: null, above: null, isHere: true });
  });
});

describe("nearestBoundary", () => {
  it("lies on the boundary, and no point of the boundary around it is nearer", () => {
    fc.assert(fc.property(cases, ([parameters, rule, prices]) => {
      const nearest = nearestBoundary(parameters, rule, prices);
      if (nearest === null) throw new Error("no boundary");
      expect(classOf(nearest.parameters, rule, prices)).toBe(CLASS_BOUNDARY);
      for (const { parameter, below, above } of turningPoints(parameters, rule, prices)) {
        const { min, max, spacing } = PARAMETERS[parameter].view;
        const place = (value: number) => (spacing === "log" ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min));
        for (const turn of [below, above]) {
          if (turn !== null) expect(nearest.distance).toBeLessThanOrEqual(Math.abs(place(turn) - place(parameters[parameter])) + 1e-9);
        }
      }
    }), { numRuns: 60 });
  });

  it("is the foot of the perpendicular on the plane τ = 1−α in equilibrium", () => {
    const { alpha, tau } = DEFAULT_PARAMETERS;
    const scale = { alpha: 0.85, tau: 0.945 };
    const gap = 1 - alpha - tau;
    const nearest = nearestBoundary(DEFAULT_PARAMETERS, "planner", "equilibrium");
    expect(nearest?.distance).toBeCloseTo(gap / Math.hypot(scale.alpha, scale.tau), 9);
    expect(nearest?.parameters.alpha).toBeCloseTo(alpha + (gap * scale.alpha ** 2) / (scale.alpha ** 2 + scale.tau ** 2), 6);
    expect(nearest?.parameters.beta).toBeCloseTo(DEFAULT_PARAMETERS.beta, 6);
  });
});
