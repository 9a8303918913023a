import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LANGUAGES, PARAMETERS, PARAMETER_NAMES, PRICE_MODES, RULES, type ParameterName, type Parameters, type PriceMode } from "../../src/model/index.ts";
import { COMPARE_MODES, SIDES } from "../../src/state/compare/comparison.ts";
import { isCamera, roundedCamera } from "../../src/state/camera.ts";
import { axisNames, rangeProblems, USUAL_RANGES, withAxes, type Axes } from "../../src/state/axes.ts";
import { colourFields, DEFAULT_STATE, RESOLUTIONS, withParameter, withPrices, type ExplorerState } from "../../src/state/explorer-state.ts";
import { CONCLUSIONS } from "../../src/state/conclusions/names.ts";
import type { BrushSide, MapAxes } from "../../src/state/map-choice.ts";
import { PANELS } from "../../src/state/panels.ts";
import { FLAG_STYLES, MOST_ISOSURFACES, OVERLAYS, PROJECTIONS } from "../../src/state/scene-options.ts";
import { AXIS_PLACES, TABLE_COUNTS } from "../../src/state/table-view.ts";
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

const arbitraryShare = fc.double({ min: 2 ** -64, max: 1, maxExcluded: true, noNaN: true });

const arbitraryParameters = fc.record(Object.fromEntries(PARAMETER_NAMES.map((name) => {
  const { min, max, maxInclusive } = PARAMETERS[name].domain;
  return [name, fc.double({ min, max, maxExcluded: !maxInclusive, noNaN: true }).map((value) => value + 0)];
}))) as fc.Arbitrary<ExplorerState["parameters"]>;

const arbitraryCamera = fc.record({
  azimuth: fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }), elevation: fc.double({ min: -Math.PI / 2, max: Math.PI / 2, noNaN: true }),
  zoom: fc.double({ min: 0.5, max: 5, noNaN: true }),
}).chain((camera) => fc.constantFrom({ ...camera, azimuth: camera.azimuth + 0, elevation: camera.elevation + 0 }, roundedCamera(camera)));

const arbitraryComparison = fc.record({
  mode: fc.constantFrom(...COMPARE_MODES), edited: fc.constantFrom(...SIDES),
  other: fc.record({ prices: fc.constantFrom(...PRICE_MODES), rule: fc.constantFrom(...RULES), parameters: arbitraryParameters }),
});
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
  table: fc.tuple(fc.shuffledSubarray([...AXIS_PLACES], { minLength: 2, maxLength: 2 }), fc.constantFrom(...colourFields(prices)), fc.constantFrom(...TABLE_COUNTS))
    .map(([[rows, columns], quantity, count]) => ({ rows, columns, quantity, count })),
  map: fc.record({
    quantity: fc.constantFrom(...colourFields(prices)), axes: fc.option(arbitraryPair(prices)),
    brush: fc.option(arbitraryPair(prices).chain(([across, up]) => fc.tuple(arbitrarySide(across), arbitrarySide(up)))),
  }),
  resolution: fc.constantFrom(...RESOLUTIONS),
  colour: fc.constantFrom(...colourFields(prices)),
  parameters: arbitraryParameters,
  camera: fc.option(arbitraryCamera),
  compare: fc.option(arbitraryComparison),
  conclusion: fc.constantFrom(...CONCLUSIONS),
  regions: fc.tuple(arbitraryShare, arbitraryShare),
  pin: fc.option(arbitraryParameters),
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

  it("that were published use every key, so that none can be forgotten", () => {
    const used = new Set(published.flatMap(({ link }) => link.slice("#v1:".length).split("&").map((part) => part.split("=")[0])));
    const refused = decodeLink("#v1:?=1");
    const named = refused.ok ? [] : refused.problems[0].allowed.en.replace("the keys ", "").split(", ");
    const isUsed = (key: string) => (key.endsWith("*") ? [...used].some((one) => one.startsWith(key.slice(0, -1))) : used.has(key));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((key) => !isUsed(key))).toEqual([]);
  });

  it("are empty for the defaults", () => {
    expect(encodeLink(DEFAULT_STATE)).toBe("");
  });

  it("say in words what differs from the defaults, and nothing else", () => {
    const state = { ...withParameter(withPrices(DEFAULT_STATE, "equilibrium"), "alpha", 0.4), rule: "planner" } as const;
    expect(encodeLink(state)).toBe("#v1:prices=equilibrium&rule=planner&alpha=0.4");
    expect(encodeLink(state, { language: "zh" })).toBe("#v1:prices=equilibrium&rule=planner&alpha=0.4&language=zh");
  });

  it("say of a pinned point what is not as at the start, and one value where nothing is", () => {
    const pinned = (change: Partial<Parameters>) => encodeLink({ ...DEFAULT_STATE, pin: { ...DEFAULT_STATE.parameters, ...change } });
    expect(pinned({ tau: 0.5, wr: 2 })).toBe("#v1:pin=tau:0.5,wr:2");
    expect(pinned({})).toBe("#v1:pin=alpha:0.35");
    expect(decodeLink(pinned({}))).toMatchObject({ ok: true, state: { pin: DEFAULT_STATE.parameters } });
  });

  it("say of B what is not as in A", () => {
    const state: ExplorerState = { ...DEFAULT_STATE, rule: "planner", compare: { mode: "difference", edited: "B", other: DEFAULT_STATE } };
    const link = encodeLink({ ...withParameter(state, "tau", 0.5), camera: { azimuth: 0.4712, elevation: -0.1, zoom: 2 } });
    expect(link).toBe("#v1:camera=0.4712,-0.1,2&compare=difference&edits=B&b.rule=planner&b.tau=0.5");
  });

  it("hold a camera that every scene can take", () => {
    fc.assert(fc.property(arbitraryCamera, (camera) => { expect(isCamera(roundedCamera(camera))).toBe(true); }));
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
    ["#v1:alpha=1.5&rule=king&resolution=65&prices=free", ["prices", "rule", "alpha", "resolution"]],
    ["#v1:alpha=", ["alpha"]],
    ["#v1:alpha=0x1", ["alpha"]],
    ["#v1:alpha=0.3&alpha=0.4", ["alpha"]],
    ["#v1:sigma=0", ["sigma"]],
    ["#v1:colour=productivity", ["colour"]],
    ["#v1:colour=wr", ["colour"]],
    ["#v1:colour=computeShare&prices=equilibrium", ["colour"]],
    ["#v1:camera=0.4,0.5", ["camera"]],
    ["#v1:camera=0.4,2,1", ["camera"]],
    ["#v1:camera=0.4,0.5,9&compare=blend", ["compare", "camera"]],
    ["#v1:b.alpha=0.4", ["compare"]],
    ["#v1:edits=B", ["compare"]],
    ["#v1:compare=beside&b.alpha=2&b.rule=king&b.gamma=1", ["b.gamma", "b.rule", "b.alpha"]],
    ["#v1:map=wr&mapAxes=alpha,alpha", ["map", "mapAxes"]],
    ["#v1:mapAxes=alpha,A", ["mapAxes"]],
    ["#v1:brush=alpha:0.4:0.2,wr:1:3", ["brush"]],
    ["#v1:brush=alpha:0.2:0.4", ["brush"]],
    ["#v1:brush=alpha:0.2:0.4,A:1:2", ["brush"]],
    ["#v1:brush=alpha:0.2:0.4:0.5,wr:1:3", ["brush"]],
    ["#v1:language=fr&theme=blue", ["language", "theme"]],
    ["#v1:alpha=NaN&beta=Infinity&tau=1&delta=-0.1&r= 1", ["alpha", "beta", "tau", "r", "delta"]],
    ["#v1:regions=0.4", ["regions"]],
    ["#v1:regions=0.4,1&conclusion=all", ["conclusion", "regions"]],
    ["#v1:pin=", ["pin"]],
    ["#v1:pin=alpha:0.3,alpha:0.4", ["pin"]],
    ["#v1:pin=alpha:1.4", ["pin"]],
    ["#v1:pin=alpha:0.3:0.4", ["pin"]],
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
    const said = (body: string) => {
      const decoded = decodeLink(`#v1:${body}`);
      return decoded.ok ? "" : decoded.problems.map((problem) => describeProblem(problem, "en")).join("");
    };
    expect(said(`${"x".repeat(1000)}=${"y".repeat(1000)}`).length - said("x=y").length).toBeLessThan(130);
  });

  it("never throw, whatever the fragment", () => {
    fc.assert(fc.property(fc.string(), (text) => {
      expect(typeof decodeLink(`#v1:${text}`).ok).toBe("boolean");
      expect(typeof decodeLink(text).ok).toBe("boolean");
    }), { numRuns: 500 });
  });
});
