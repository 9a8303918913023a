import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluatePoint, isFeasible, PARAMETER_NAMES, power, quantitiesOf, type Parameters, type PriceMode, type Rule } from "../../src/model/index.ts";
import { axisPoints } from "../../src/sweep/axes.ts";
import { AXIS_EXPRESSIONS, COMPARISONS, definitionsOf, feasibilityComparisons } from "../../src/takeaway/scripts/expressions.ts";
import { numberLiteral } from "../../src/takeaway/scripts/script-parts.ts";
import { arbitraryState } from "./arbitrary-taken.ts";

const TOOLS = { power, min: Math.min, max: Math.max };

/** JavaScript reads the expressions, too. */
function calculate(expression: string, names: Readonly<Record<string, unknown>>): unknown {
  const known = { ...TOOLS, ...names };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- the test's own text
  return new Function(...Object.keys(known), `return ${expression}`)(...Object.values(known));
}

function evaluateRows(parameters: Parameters, rule: Rule, prices: PriceMode): Record<string, unknown> {
  const { technology, sign, quantities } = definitionsOf(rule, prices);
  const names: Record<string, unknown> = { ...parameters, tolerance: 2 ** -46 };
  for (const { name, expression } of [...technology, ...sign, ...quantities]) names[name] = calculate(expression, names);
  return names;
}

describe("the expressions of the scripts", () => {
  test("give the bits of the model, and its classes", () => {
    fc.assert(fc.property(arbitraryState.filter(({ parameters }) => isFeasible(parameters)), ({ parameters, rule, prices }) => {
      const { fields, class: sign } = evaluatePoint(parameters, rule, prices);
      const found = evaluateRows(parameters, rule, prices);
      for (const name of quantitiesOf(prices)) expect([name, found[name]]).toEqual([name, fields[name]]);
      expect([calculate(COMPARISONS.positive, found), calculate(COMPARISONS.negative, found)]).toEqual([sign === 1, sign === -1]);
    }), { numRuns: 300 });
  });

  test("call feasible what the model calls feasible, also beyond every domain", () => {
    const anywhere = fc.record(Object.fromEntries(PARAMETER_NAMES.map((name) =>
      [name, fc.oneof({ weight: 4, arbitrary: fc.double({ min: 0.01, max: 0.6, noNaN: true }) }, fc.double({ min: -1, max: 2, noNaN: true }))]))) as unknown as fc.Arbitrary<Parameters>;
    fc.assert(fc.property(anywhere, (parameters) => {
      const found = evaluateRows(parameters, "report", "equilibrium");
      expect(feasibilityComparisons(numberLiteral).every((one) => calculate(one, { ...parameters, chi: found["chi"] }) === true)).toBe(isFeasible(parameters));
    }), { numRuns: 500 });
  });

  test("give the points of the axes", () => {
    for (const spacing of ["linear", "log"] as const) {
      const axis = { name: "wr", min: 0.1, max: 7.3, count: 9, spacing } as const;
      const points = Array.from({ length: 8 }, (_, i) => calculate(AXIS_EXPRESSIONS[spacing], { low: axis.min, high: axis.max, count: axis.count, i }));
      expect([...points, axis.max]).toEqual([...axisPoints(axis)]);
    }
  });

  test("write floats that no language takes for integers, and that read back exactly", () => {
    for (const value of [5, 2 ** 64, 2 ** -64, 0, 0.1, 1e21, 123456789]) {
      expect(numberLiteral(value)).toMatch(/[.e]/);
      expect(Number(numberLiteral(value))).toBe(value);
    }
  });
});
