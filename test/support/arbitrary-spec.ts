import fc from "fast-check";
import {
  FIELD_NAMES, FIELDS, PARAMETER_NAMES, PARAMETERS, PRICE_MODES, RULES, type ParameterName, type PriceMode,
} from "../../src/model/index.ts";
import { parseSpec } from "../../src/sweep/parse-spec.ts";
import type { SweepSpec } from "../../src/sweep/spec.ts";

/** A number in the range that people look at, and somewhat beyond it at both ends. */
function arbitraryValue(name: ParameterName, beyond: number): fc.Arbitrary<number> {
  const { min, max } = PARAMETERS[name].view;
  const reach = (max - min) * beyond;
  return fc.double({ min: min - reach, max: max + reach, noNaN: true });
}

function arbitraryAxis(name: ParameterName): fc.Arbitrary<unknown> {
  const ends = fc.tuple(arbitraryValue(name, 0.4), arbitraryValue(name, 0.4)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)]);
  const range = fc.tuple(ends, fc.integer({ min: 1, max: 9 }), fc.constantFrom("linear", "log"))
    .map(([[min, max], count, spacing]) => ({ name, min, max, count, spacing }));
  const list = fc.uniqueArray(arbitraryValue(name, 0.4), { minLength: 1, maxLength: 6 })
    .map((values) => ({ name, values: values.sort((a, b) => a - b) }));
  return fc.oneof(range, list);
}

function arbitraryInput(prices: PriceMode): fc.Arbitrary<unknown> {
  const names = PARAMETER_NAMES.filter((name) => PARAMETERS[name].modes.includes(prices));
  const fields = FIELD_NAMES.filter((name) => FIELDS[name].modes.includes(prices));
  return fc.shuffledSubarray(names, { minLength: 1, maxLength: 5 }).chain((axes) => fc.record({
    schema: fc.constant("tauscape/sweep@1"),
    prices: fc.constant(prices),
    rule: fc.constantFrom(...RULES),
    axes: fc.tuple(...axes.map(arbitraryAxis)),
    fixed: fc.record(Object.fromEntries(names.filter((name) => !axes.includes(name)).map((name) => [name, arbitraryValue(name, 0)])), { requiredKeys: [] }),
    fields: fc.shuffledSubarray(fields, { minLength: 1 }),
    precision: fc.constantFrom("f64", "f32"),
  }));
}

/** Specs that the product accepts: any axes in any order, reaching outside the domains, any fields, both precisions. */
export const arbitrarySpec: fc.Arbitrary<SweepSpec> = fc.constantFrom(...PRICE_MODES)
  .chain(arbitraryInput)
  .map((input) => parseSpec(input))
  .filter((parsed) => parsed.ok)
  .map((parsed) => parsed.spec);
