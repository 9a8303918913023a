import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LANGUAGES, PARAMETERS, PARAMETER_NAMES, PRICE_MODES, RULES, type ParameterName, type PriceMode } from "../../src/model/index.ts";
import { axisNames, rangeProblems, USUAL_RANGES, withAxes, type Axes } from "../../src/state/axes.ts";
import { colourFields, DEFAULT_STATE, RESOLUTIONS, withParameter, withPrices, type ExplorerState } from "../../src/state/explorer-state.ts";
import type { BrushSide, MapAxes } from "../../src/state/map-choice.ts";
import { PANELS } from "../../src/state/panels.ts";
import { FLAG_STYLES, MOST_ISOSURFACES, OVERLAYS, PROJECTIONS } from "../../src/state/scene-options.ts";
import { describeProblem } from "../../src/sweep/problems.ts";
import { decodeLink, encodeLink, type LinkView } from "../../src/state/link.ts";
import published from "../fixtures/links/v1.json" with { type: "json" };

interface PublishedLink {
  readonly link: string;
  /** What differs from the defaults. */
  readonly state: Readonly<Record<string, unknown>> & { readonly parameters?: Readonly<Record<string, number>>; readonly ranges?: Readonly<Record<string, unknown>> };
  readonly view?: Readonly<Record<string, string>>;
}

const arbitraryRanges = fc.record(Object.fromEntries(PARAMETER_NAMES.map((name) => {
  const { min, max, maxInclusive } = PARAMETERS[name].domain;
  const end = fc.double({ min, max, maxExcluded: !maxInclusive, noNaN: true }).map((value) => value + 0);
  const range = fc.record({ min: end, max: end, spacing: fc.constantFrom("linear", "log") }).filter((drawn) => rangeProblems(name, drawn).length === 0);
  return [name, fc.oneof(fc.constant(USUAL_RANGES[name]), range)];
}))) as fc.Arbitrary<ExplorerState["ranges"]>;

const arbitraryPlace = fc.option(fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0));

const arbitraryPair = (prices: PriceMode): fc.Arbitrary<MapAxes> =>
  fc.shuffledSubarray([...axisNames(prices)], { minLength: 2, maxLength: 2 }).map(([across, up]) => [across, up]);

const arbitrarySide = (name: ParameterName): fc.Arbitrary<BrushSide> => {
  const { min, max, maxInclusive } = PARAMETERS[name].domain;
  return fc.uniqueArray(fc.double({ min, max, maxExcluded: !maxInclusive, noNaN: true }).map((value) => value + 0), { minLength: 2, maxLength: 2, comparator: "SameValueZero" })
    .map((ends) => ({ name, from: Math.min(...ends), to: Math.max(...ends) }));
};

const arbitraryState: fc.Arbitrary<ExplorerState> = fc.constantFrom(...PRICE_MODES).chain((prices) => fc.record({
  prices: fc.constant(prices),
  axes: fc.shuffledSubarray([...axisNames(prices)], { minLength: 4, maxLength: 4 }).map((names) => withAxes({ prices, axes: null }, names as unknown as Axes).axes),
  ranges: arbitraryRanges,
  rule: fc.constantFrom(...RULES),
  panel: fc.constantFrom(...PANELS),
  scene: fc.record({
    projection: fc.constantFrom(...PROJECTIONS), flags: fc.constantFrom(...FLAG_STYLES), overlays: fc.subarray([...OVERLAYS]),
    slices: fc.tuple(arbitraryPlace, arbitraryPlace, arbitraryPlace),
    isosurfaces: fc.array(fc.record({ quantity: fc.constantFrom(...colourFields(prices)), level: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0) }), { maxLength: MOST_ISOSURFACES }),
  }),
  map: fc.record({
    quantity: fc.constantFrom(...colourFields(prices)), axes: fc.option(arbitraryPair(prices)),
    brush: fc.option(arbitraryPair(prices).chain(([across, up]) => fc.tuple(arbitrarySide(across), arbitrarySide(up)))),
  }),
  resolution: fc.constantFrom(...RESOLUTIONS),
  colour: fc.constantFrom(...colourFields(prices)),
  parameters: fc.record(Object.fromEntries(PARAMETER_NAMES.map((name) => {
    const { min, max, maxInclusive } = PARAMETERS[name].domain;
    return [name, fc.double({ min, max, maxExcluded: !maxInclusive, noNaN: true }).map((value) => value + 0)];
  }))),
}));

const arbitraryView: fc.Arbitrary<LinkView> = fc.record({
  language: fc.constantFrom(...LANGUAGES), theme: fc.constantFrom("light", "dark"),
}, { requiredKeys: [] });

describe("links", () => {
  it("carry the whole state, every float64 exactly", () => {
    fc.assert(fc.property(arbitraryState, arbitraryView, (state, view) => {
      expect(decodeLink(encodeLink(state, view))).toEqual({ ok: true, state, view });
    }), { numRuns: 500 });
  });

  it.each<PublishedLink>(published)("that were published still open: $link", ({ link, state, view = {} }) => {
    const expected = {
      ...DEFAULT_STATE, ...state, parameters: { ...DEFAULT_STATE.parameters, ...state.parameters }, ranges: { ...DEFAULT_STATE.ranges, ...state.ranges },
    };
    expect(decodeLink(link)).toEqual({ ok: true, state: expected, view });
  });

  it("are empty for the defaults", () => {
    expect(encodeLink(DEFAULT_STATE)).toBe("");
  });

  it("say in words what differs from the defaults, and nothing else", () => {
    const state = { ...withParameter(withPrices(DEFAULT_STATE, "equilibrium"), "alpha", 0.4), rule: "planner" } as const;
    expect(encodeLink(state)).toBe("#v1:prices=equilibrium&rule=planner&alpha=0.4");
    expect(encodeLink(state, { language: "zh" })).toBe("#v1:prices=equilibrium&rule=planner&alpha=0.4&language=zh");
  });

  it("mean the same in any order", () => {
    fc.assert(fc.property(arbitraryState.chain((state) => {
      const parts = encodeLink(state).slice("#v1:".length).split("&");
      return fc.tuple(fc.constant(state), fc.shuffledSubarray(parts, { minLength: parts.length }));
    }), ([state, parts]) => {
      expect(decodeLink(parts.join("") === "" ? "" : `#v1:${parts.join("&")}`)).toEqual({ ok: true, state, view: {} });
    }));
  });

  it.each([
    ["#v2:alpha=0.3", [""]],
    ["#anything", [""]],
    ["#v1:gamma=1", ["gamma"]],
    ["#v1:alpha=1.5&rule=king&resolution=65&prices=free", ["prices", "rule", "resolution", "alpha"]],
    ["#v1:alpha=", ["alpha"]],
    ["#v1:alpha=0x1", ["alpha"]],
    ["#v1:alpha=0.3&alpha=0.4", ["alpha"]],
    ["#v1:sigma=0", ["sigma"]],
    ["#v1:colour=productivity", ["colour"]],
    ["#v1:colour=wr", ["colour"]],
    ["#v1:colour=computeShare&prices=equilibrium", ["colour"]],
    ["#v1:map=wr&mapAxes=alpha,alpha", ["map", "mapAxes"]],
    ["#v1:mapAxes=alpha,A", ["mapAxes"]],
    ["#v1:brush=alpha:0.4:0.2,wr:1:3", ["brush"]],
    ["#v1:brush=alpha:0.2:0.4", ["brush"]],
    ["#v1:brush=alpha:0.2:0.4,A:1:2", ["brush"]],
    ["#v1:brush=alpha:0.2:0.4:0.5,wr:1:3", ["brush"]],
    ["#v1:language=fr&theme=blue", ["language", "theme"]],
    ["#v1:alpha=NaN&beta=Infinity&tau=1&delta=-0.1&r= 1", ["alpha", "beta", "tau", "r", "delta"]],
    ["#v1:", [""]],
    ["#v1", [""]],
    ["#v1:%3Cscript%3E=1", ["%3Cscript%3E"]],
  ])("that cannot be read are refused with what is wrong: %s", (link, paths) => {
    const decoded = decodeLink(link);
    expect(decoded.ok ? [] : decoded.problems.map(({ path }) => path)).toEqual(paths);
  });

  it("are refused in both languages with what was found and what is allowed", () => {
    const decoded = decodeLink("#v1:alpha=1.5");
    const [alpha] = decoded.ok ? [] : decoded.problems;
    expect(describeProblem(alpha, "en")).toBe('alpha: found "1.5"; allowed: a number ≥ 2^-64 and < 1.');
    expect(describeProblem(alpha, "zh")).toBe('alpha: 得到 "1.5"；应为：≥ 2^-64 且 < 1 的数。');
  });

  it("are not echoed at length", () => {
    const decoded = decodeLink(`#v1:${"x".repeat(1000)}=${"y".repeat(1000)}`);
    const [unknown] = decoded.ok ? [] : decoded.problems;
    expect(describeProblem(unknown, "en").length).toBeLessThan(400);
  });

  it("never throw, whatever the fragment", () => {
    fc.assert(fc.property(fc.string(), (text) => {
      expect(typeof decodeLink(`#v1:${text}`).ok).toBe("boolean");
      expect(typeof decodeLink(text).ok).toBe("boolean");
    }), { numRuns: 500 });
  });
});
