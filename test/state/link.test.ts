import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PARAMETERS, PARAMETER_NAMES, PRICE_MODES, RULES } from "../../src/model/index.ts";
import { colourFields, DEFAULT_STATE, RESOLUTIONS, type ExplorerState } from "../../src/state/explorer-state.ts";
import { decodeLink, encodeLink } from "../../src/state/link.ts";
import published from "../fixtures/links/v1.json" with { type: "json" };

const arbitraryState: fc.Arbitrary<ExplorerState> = fc.constantFrom(...PRICE_MODES).chain((prices) => fc.record({
  prices: fc.constant(prices),
  rule: fc.constantFrom(...RULES),
  resolution: fc.constantFrom(...RESOLUTIONS),
  colour: fc.constantFrom(...colourFields(prices)),
  parameters: fc.record(Object.fromEntries(PARAMETER_NAMES.map((name) => {
    const { min, max, maxInclusive } = PARAMETERS[name].domain;
    return [name, fc.double({ min, max, maxExcluded: !maxInclusive, noNaN: true }).map((value) => value + 0)];
  }))),
}));

describe("links", () => {
  it("carry the whole state, every float64 exactly", () => {
    fc.assert(fc.property(arbitraryState, (state) => {
      expect(decodeLink(encodeLink(state))).toEqual({ ok: true, state });
    }), { numRuns: 500 });
  });

  it.each(published)("that were published still open: $link", ({ link, state }) => {
    const expected = { ...DEFAULT_STATE, ...state, parameters: { ...DEFAULT_STATE.parameters, ...state.parameters } };
    expect(decodeLink(link)).toEqual({ ok: true, state: expected });
  });

  it("are empty for the defaults", () => {
    expect(encodeLink(DEFAULT_STATE)).toBe("");
  });

  it.each([
    ["#v2:alpha=0.3", [""]],
    ["#anything", [""]],
    ["#v1:gamma=1", ["gamma"]],
    ["#v1:alpha=1.5&rule=king&resolution=65&prices=free", ["alpha", "rule", "resolution", "prices"]],
    ["#v1:alpha=", ["alpha"]],
    ["#v1:alpha=0x1", ["alpha"]],
    ["#v1:alpha=0.3&alpha=0.4", ["alpha"]],
    ["#v1:sigma=0", ["sigma"]],
    ["#v1:colour=productivity", ["colour"]],
    ["#v1:colour=wr", ["colour"]],
    ["#v1:%3Cscript%3E=1", ["%3Cscript%3E"]],
  ])("that cannot be read are refused with what is wrong: %s", (link, paths) => {
    const decoded = decodeLink(link);
    expect(decoded.ok ? [] : decoded.problems.map(({ path }) => path)).toEqual(paths);
  });

  it("never throw, whatever the fragment", () => {
    fc.assert(fc.property(fc.string(), (text) => {
      expect(typeof decodeLink(`#v1:${text}`).ok).toBe("boolean");
      expect(typeof decodeLink(text).ok).toBe("boolean");
    }), { numRuns: 500 });
  });
});
