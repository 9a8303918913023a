import { describe, expect, test } from "vitest";
import { inequalityAt } from "../../../src/components/verdict/inequality.ts";
import { PRICE_MODES, RULES } from "../../../src/model/index.ts";
import fixture from "../../fixtures/model-vectors.json" with { type: "json" };

describe.each(PRICE_MODES)("with prices %s", (prices) => {
  test.each(RULES)("under the rule %s the larger side says what 50-digit arithmetic says", (rule) => {
    for (const vector of fixture.vectors) {
      const { left, right } = inequalityAt(vector.params, rule, prices);
      expect(left.value > right.value, JSON.stringify(vector.params)).toBe(vector[prices][rule].growthSlope > 0);
    }
  });
});
