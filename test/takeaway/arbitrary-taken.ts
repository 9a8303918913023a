import fc from "fast-check";
import { PARAMETER_NAMES, PARAMETERS, PRICE_MODES, RULES, valueInView, type ParameterName } from "../../src/model/index.ts";
import { axisNames, USUAL_RANGES, withAxes, withRange, type Axes } from "../../src/state/axes.ts";
import { DEFAULT_STATE, withParameters, withPrices, type ExplorerState } from "../../src/state/explorer-state.ts";
import { encodeLink } from "../../src/state/link.ts";
import type { Taken } from "../../src/takeaway/taken.ts";

/** What is taken away of a state, from an address that needs care in every language. */
export function takenOf(state: ExplorerState, language: Taken["language"] = "en"): Taken {
  return { state, link: `https://example.org/o'hara/$HOME/50%25_a/${encodeLink(state)}`, language, tool: { version: "0.1.0", commit: "0123abc" } };
}

const place = fc.double({ min: 0, max: 1, noNaN: true });

/** A range within the usual one, of either spacing. */
function arbitraryRange(name: ParameterName): fc.Arbitrary<{ min: number; max: number; spacing: "linear" | "log" }> {
  const { view } = PARAMETERS[name];
  return fc.tuple(place, place, fc.constantFrom("linear", "log")).filter(([a, b]) => Math.abs(a - b) > 0.05)
    .map(([a, b, spacing]) => ({ min: valueInView(Math.min(a, b), view), max: valueInView(Math.max(a, b), view), spacing }) as const)
    .filter(({ min, spacing }) => spacing === "linear" || min > 0);
}

/** States of either price mode and any rule, over any axes and ranges; α+β may be too much. */
export const arbitraryState: fc.Arbitrary<ExplorerState> = fc.constantFrom(...PRICE_MODES).chain((prices) => {
  const axes = fc.shuffledSubarray([...axisNames(prices)], { minLength: 4, maxLength: 4 }) as unknown as fc.Arbitrary<Axes>;
  return fc.tuple(fc.constantFrom(...RULES), axes, fc.tuple(...PARAMETER_NAMES.map(() => place))).chain(([rule, four, places]) =>
    fc.tuple(...four.map(arbitraryRange)).map((ranges) => {
      const parameters = Object.fromEntries(PARAMETER_NAMES.map((name, k) => [name, valueInView(places[k], USUAL_RANGES[name])]));
      const state = withAxes(withParameters({ ...withPrices(DEFAULT_STATE, prices), rule }, parameters), four);
      return four.reduce((ranged, name, k) => withRange(ranged, name, ranges[k]), state);
    }));
});
