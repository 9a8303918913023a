import { expect, test } from "vitest";
import { elasticityLimit, isTechnologyKept } from "../../../src/components/parameter/elasticity-limit.ts";
import { DEFAULT_PARAMETERS } from "../../../src/model/index.ts";

const parameters = { ...DEFAULT_PARAMETERS, alpha: 0.35, beta: 0.25 };

test("α and β leave something for compute services", () => {
  expect(isTechnologyKept("alpha", 0.7499, parameters)).toBe(true);
  expect(isTechnologyKept("alpha", 0.75, parameters)).toBe(false);
  expect(isTechnologyKept("beta", 0.6499, parameters)).toBe(true);
  expect(isTechnologyKept("beta", 0.65, parameters)).toBe(false);
});

test("a nominal α+β = 1 is refused also where its float64 sum is below 1", () => {
  expect(0.7 + 0.2 + 0.1).toBeLessThan(1);
  expect(isTechnologyKept("alpha", 0.7 + 0.2, { ...parameters, beta: 0.1 })).toBe(false);
});

test("the limit is what the other leaves; no other parameter has one", () => {
  expect(elasticityLimit("alpha", parameters)).toBe(0.75);
  expect(elasticityLimit("beta", parameters)).toBe(0.65);
  expect(elasticityLimit("tau", parameters)).toBeNull();
  expect(isTechnologyKept("tau", 0.99, parameters)).toBe(true);
});
