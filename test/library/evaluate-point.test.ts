import { describe, expect, it } from "vitest";
import { DEFAULT_PARAMETERS, evaluatePoint, type PriceMode, type Rule } from "../../src/library/model.ts";
import { evaluatePoint as evaluate } from "../../src/model/evaluate.ts";

const at = (changes: object, rule = "report", prices = "given") =>
  () => evaluatePoint({ ...DEFAULT_PARAMETERS, ...changes }, rule as Rule, prices as PriceMode);

describe("a point of the library", () => {
  it("is the model's", () => {
    expect(at({ tau: 0.4 })()).toEqual(evaluate({ ...DEFAULT_PARAMETERS, tau: 0.4 }, "report", "given"));
  });

  it.each([
    [at({ sigmaa: 4 }), 'found the option "sigmaa" (did you mean sigma?)'],
    [at({ tau: "0.4" }), "found no number for tau; allowed: a number for every parameter"],
    [at({ alpha: undefined, beta: undefined }), "found no number for alpha, beta;"],
    [at({}, "reprt"), 'rule: found "reprt" (did you mean report?); allowed: report, household, planner.'],
    [at({}, "report", "equlibrium"), 'prices: found "equlibrium" (did you mean equilibrium?); allowed: given, equilibrium.'],
  ])("is refused where something is mistyped or missing: %#", (evaluating, message) => {
    expect(evaluating).toThrow(message);
  });

  it("is refused without a price mode", () => {
    expect(() => evaluatePoint(DEFAULT_PARAMETERS, "report", undefined as unknown as PriceMode)).toThrow("prices: found null; allowed: given, equilibrium.");
  });
});
