import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { derivationOf, plainText, valueOf, withValues, type Step } from "../../../src/model/arithmetic/index.ts";
import {
  DEFAULT_PARAMETERS, evaluatePoint, isFeasible, PARAMETERS, PARAMETER_NAMES, PRICE_MODES, quantitiesOf, RULES, valueInView, type Parameters, type PriceMode,
  type QuantityName, type Rule,
} from "../../../src/model/index.ts";
import vectors from "../../fixtures/model-vectors.json" with { type: "json" };

const arbitraryPoint = fc.record(Object.fromEntries(PARAMETER_NAMES.map((name) =>
  [name, fc.double({ min: 0, max: 1, noNaN: true }).map((place) => valueInView(place, PARAMETERS[name].view) + 0)])) as Record<keyof Parameters, fc.Arbitrary<number>>)
  .filter(isFeasible);

/** Evaluates a line that a person can copy, by the host's own arithmetic and none of the product's. */
function evaluateText(text: string): number {
  if (!/^[\d.e+\-*/^() ]+$/.test(text)) throw new Error(`letters are left in “${text}”`);
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- the text holds digits and operators alone
  return new Function(`return ${text.replaceAll("^", "**")}`)() as number;
}

/** What is put in, as text: the part before the result, or the result where a number stands by itself. */
function numericSide(step: Step): string {
  const parts = plainText(step).split(" = ");
  return parts[Math.max(parts.length - 2, step.symbol === null ? 0 : 1)];
}

/** The size of what is added up: where terms cancel, digits are lost in proportion to it. */
function sizeOf(step: Step): number {
  const { expression, values } = step;
  const put = withValues(expression, values);
  const terms = put.kind === "product" ? put.factors.flatMap((factor) => (factor.kind === "sum" ? factor.terms : [])) : put.kind === "sum" ? put.terms : [];
  const scale = put.kind === "product" ? put.factors.reduce((total, factor) => (factor.kind === "sum" ? total : total * Math.abs(valueOf(factor, {}))), 1) : 1;
  return Math.max(Math.abs(step.result), scale * terms.reduce((total, { of }) => Math.max(total, Math.abs(valueOf(of, {}))), 0));
}

const everywhere = (check: (quantity: QuantityName, parameters: Parameters, rule: Rule, prices: PriceMode) => void) => {
  fc.assert(fc.property(arbitraryPoint, fc.constantFrom(...RULES), fc.constantFrom(...PRICE_MODES), (parameters, rule, prices) => {
    for (const quantity of quantitiesOf(prices)) check(quantity, parameters, rule, prices);
  }), { numRuns: 60 });
};

describe("the arithmetic of a quantity", () => {
  it("ends, read from its text by other arithmetic, in the model's value: each quantity, rule and price mode", () => {
    everywhere((quantity, parameters, rule, prices) => {
      const steps = derivationOf(quantity, parameters, rule, prices);
      const last = steps[steps.length - 1];
      const expected = evaluatePoint(parameters, rule, prices).fields[quantity] ?? NaN;
      expect(last.result).toBe(expected);
      expect(Math.abs(evaluateText(numericSide(last)) - expected)).toBeLessThanOrEqual(1e-12 * sizeOf(last));
    });
  });

  it("shows every step before, each right by itself and made of parameters and earlier steps", () => {
    everywhere((quantity, parameters, rule, prices) => {
      const known = new Map<string, number>(Object.entries(parameters).filter(([name]) => PARAMETERS[name as keyof Parameters].modes.includes(prices)));
      for (const step of derivationOf(quantity, parameters, rule, prices)) {
        for (const [name, value] of Object.entries(step.values)) expect(known.get(name), `${name} in ${step.name} of ${quantity}`).toBe(value);
        expect(Math.abs(evaluateText(numericSide(step)) - step.result)).toBeLessThanOrEqual(1e-12 * sizeOf(step));
        known.set(step.name, step.result);
      }
    });
  });

  it("ends in the values of the reference vectors", () => {
    let [compared, worst] = [0, 0];
    for (const vector of vectors.vectors) {
      for (const prices of PRICE_MODES) {
        for (const rule of RULES) {
          const expected = vector[prices][rule] as Readonly<Partial<Record<QuantityName, number>>>;
          for (const quantity of quantitiesOf(prices)) {
            const steps = derivationOf(quantity, vector.params, rule, prices);
            if (steps.length === 0) continue;
            const last = steps[steps.length - 1];
            worst = Math.max(worst, Math.abs(valueOf(last.expression, last.values) - (expected[quantity] ?? NaN)) / sizeOf(last));
            compared++;
          }
        }
      }
    }
    expect(worst).toBeLessThan(1e-11);
    expect(compared).toBeGreaterThan(5000);
  });

  it("reads as the report writes it", () => {
    const lines = (quantity: QuantityName, rule: Rule, prices: PriceMode) => derivationOf(quantity, DEFAULT_PARAMETERS, rule, prices).map((step) => plainText(step).split(" = ").slice(0, 2).join(" = "));
    expect(lines("growth", "report", "given")).toEqual([
      "w = ω*r", "χ = 1 - α - β", "D = β + χ^2", "g = (1/σ)*((1 - τ)*(r/α) + τ*(w/D) - δ - ρ)",
    ]);
    expect(lines("growth", "household", "given")).toEqual(["w = ω*r", "g = (1/σ)*((1 - τ)*r + τ*w - δ - ρ)"]);
    expect(lines("growthSlope", "planner", "given").at(-1)).toBe("∂g/∂τ = (1/σ)*((1 - α)*w/D - r)");
    expect(lines("growth", "report", "equilibrium").at(-1)).toBe("g = (1/σ)*(2*y - δ - ρ)");
    expect(lines("growthSlope", "household", "equilibrium").at(-1)).toBe("∂g/∂τ = ((α + D)*B/σ)*τ^(-α)*(1 - τ)^(α - 1)*(1 - α - τ)");
    expect(plainText(derivationOf("margin", DEFAULT_PARAMETERS, "household", "given").at(-1) as Step)).toBe("ω - Θ = 1.5 - 1 = 0.5");
    expect(plainText(derivationOf("threshold", DEFAULT_PARAMETERS, "household", "given").at(-1) as Step)).toBe("Θ = 1");
  });

  it("is empty where there is nothing to compute", () => {
    expect(derivationOf("growth", { ...DEFAULT_PARAMETERS, beta: 0.7 }, "report", "given")).toEqual([]);
    expect(derivationOf("productivity", DEFAULT_PARAMETERS, "report", "given")).toEqual([]);
  });
});
