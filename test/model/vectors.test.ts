import { describe, expect, it } from "vitest";
import { evaluatePoint, PRICE_MODES, quantitiesOf, RULES, type Parameters, type PriceMode, type QuantityName, type Rule } from "../../src/model/index.ts";
import fixture from "../fixtures/model-vectors.json" with { type: "json" };

type Expected = Readonly<Partial<Record<QuantityName, number>>>;
type Vector = { readonly params: Parameters } & Readonly<Record<PriceMode, Readonly<Record<Rule, Expected>>>>;
const vectors: readonly Vector[] = fixture.vectors;

/** The largest term that enters the sum of a quantity: where terms cancel, the error is measured against it. */
function largestTerm(name: QuantityName, expected: Expected, { tau, wr, r, sigma, delta, rho }: Parameters, all: Readonly<Record<Rule, Expected>>): number {
  const value = Math.abs(expected[name] ?? NaN);
  const report = all.report;
  if (name === "margin") return Math.max(wr, expected.threshold ?? 0);
  const impatience = (delta + rho) / sigma;
  const growth = Math.max(Math.abs(expected.growth ?? 0), impatience, Math.abs(report.growth ?? 0), ((1 - tau) * r) / sigma, (tau * wr * r) / sigma);
  if (name === "growth" || name === "growthSlope") return Math.max(value, growth);
  if (name === "discountGap") return Math.max(value, rho, Math.abs(sigma - 1) * growth);
  if (name === "impliedSavingRate") return Math.max(value, 1);
  return value;
}

describe.each(PRICE_MODES)("prices %s", (prices) => {
  describe.each(RULES)("rule %s", (rule) => {
    it("agrees with 50-digit arithmetic to 1e-12 of the largest term, in every quantity of the mode", () => {
      expect(vectors.length).toBe(120);
      for (const vector of vectors) {
        const expected = vector[prices][rule];
        const { fields } = evaluatePoint(vector.params, rule, prices);
        expect(Object.keys(fields).sort()).toEqual(Object.keys(expected).sort());
        for (const name of quantitiesOf(prices)) {
          const error = Math.abs((fields[name] ?? NaN) - (expected[name] ?? NaN));
          expect(error, `${name} at ${JSON.stringify(vector.params)}`)
            .toBeLessThanOrEqual(1e-12 * largestTerm(name, expected, vector.params, vector[prices]));
        }
      }
    });
  });
});
