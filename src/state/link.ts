import { DEFAULT_PARAMETERS, LANGUAGES, PARAMETER_NAMES, PRICE_MODES, RULES, type Language, type Parameters } from "../model/index.ts";
import type { Problem } from "../sweep/problems.ts";
import { axesOf, USUAL_RANGES, withAxes, type Range, type Ranges } from "./axes.ts";
import { scenarioOfSide } from "./compare/compare-state.ts";
import { COMPARE_MODES, SIDES, type Comparison, type Scenario } from "./compare/comparison.ts";
import { differingParameters } from "./compare/scenario.ts";
import { colourFields, DEFAULT_STATE, RESOLUTIONS, withParameters, withPrices, type ExplorerState } from "./explorer-state.ts";
import { B_PREFIX, LinkReader, problem, RANGE_PREFIX } from "./link-reader.ts";
import { CONCLUSIONS } from "./conclusions/names.ts";
import { USUAL_MAP, type MapChoice } from "./map-choice.ts";
import { PANELS } from "./panels.ts";
import { FLAG_STYLES, OVERLAYS, PLAIN_SCENE, PROJECTIONS, type SceneOptions } from "./scene-options.ts";
import { tableText, USUAL_TABLE, type TableView } from "./table-view.ts";

/** Version of the fragment; every version that was ever published is still read. */
const VERSION = "v1";
const THEMES = ["light", "dark"] as const;
const CHOICES = ["resolution", "colour", "panel", "conclusion"] as const;
const KEYS: readonly string[] = [
  "prices", "rule", ...CHOICES, "axes", "projection", "flags", "overlays", "slices", "surfaces", "camera", "regions", "pin", "table", "map", "mapAxes", "brush",
  ...PARAMETER_NAMES, ...PARAMETER_NAMES.map((name) => RANGE_PREFIX + name),
  "compare", "edits", ...["prices", "rule", ...PARAMETER_NAMES].map((name) => B_PREFIX + name), "language", "theme",
];

/** How the sender saw the page; what is left out is the reader's own choice. */
export interface LinkView {
  readonly language?: Language;
  readonly theme?: (typeof THEMES)[number];
}

export type DecodedLink =
  | { readonly ok: true; readonly state: ExplorerState; readonly view: LinkView }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The state as the fragment of an address, such as `#v1:rule=planner&alpha=0.4`: what differs from the defaults, every float64 exactly. */
export function encodeLink(state: ExplorerState, view: LinkView = {}): string {
  const a = scenarioOfSide(state, "A");
  const [modelParts, parameters] = [choiceParts(a, DEFAULT_STATE), parameterParts(a, DEFAULT_STATE)];
  const choices = CHOICES.filter((key) => state[key] !== DEFAULT_STATE[key]).map((key) => [key, String(state[key])]);
  const axes = state.axes === null ? [] : [["axes", state.axes.join(",")]];
  const ranges = PARAMETER_NAMES.filter((name) => rangeText(state.ranges[name]) !== rangeText(USUAL_RANGES[name]))
    .map((name) => [RANGE_PREFIX + name, rangeText(state.ranges[name])]);
  const camera = state.camera === null ? [] : [["camera", [state.camera.azimuth, state.camera.elevation, state.camera.zoom].join(",")]];
  const parts = [
    ...modelParts, ...choices, ...axes, ...parameters, ...ranges, ...sceneParts(state.scene), ...camera, ...mapParts(state.map), ...inspectorParts(state),
    ...tableParts(state.table), ...compareParts(state), ...Object.entries(view),
  ];
  return parts.length === 0 ? "" : `#${VERSION}:${parts.map(([key, value]) => `${key}=${value}`).join("&")}`;
}

/**
 * Reads a fragment; an empty one is the default state. Anything that cannot be read is reported, all problems at once: then
 * nothing of the link is taken. Order does not matter.
 */
export function decodeLink(fragment: string): DecodedLink {
  const text = fragment.replace(/^#/, "");
  if (text === "") return { ok: true, state: DEFAULT_STATE, view: {} };
  const [version] = text.split(":", 1);
  if (version === text || version !== VERSION) {
    return { ok: false, problems: [problem("", text, { en: `a link that begins with #${VERSION}:`, zh: `以 #${VERSION}: 开头的链接` })] };
  }
  const reader = new LinkReader(text.slice(version.length + 1), KEYS);
  const a = readScenario(reader, "", DEFAULT_STATE);
  const b = readScenario(reader, B_PREFIX, a);
  const mode = reader.choice("compare", COMPARE_MODES);
  const edited = reader.choice("edits", SIDES) ?? "A";
  if (mode === null) reader.refuseWithout("compare", (key) => key === "edits" || key.startsWith(B_PREFIX), COMPARE_MODES);
  const [own, other] = mode !== null && edited === "B" ? [b, a] : [a, b];
  const compare: Comparison | null = mode === null ? null : { mode, edited, other };
  const chosen = withPrices(DEFAULT_STATE, own.prices);
  const resolution = reader.choice("resolution", RESOLUTIONS) ?? chosen.resolution;
  const colour = reader.choice("colour", colourFields(own.prices)) ?? chosen.colour;
  const panel = reader.choice("panel", PANELS) ?? chosen.panel;
  const conclusion = reader.choice("conclusion", CONCLUSIONS) ?? chosen.conclusion;
  const regions = reader.regions() ?? chosen.regions;
  const pin = reader.pin();
  const scene: SceneOptions = {
    projection: reader.choice("projection", PROJECTIONS) ?? PLAIN_SCENE.projection,
    flags: reader.choice("flags", FLAG_STYLES) ?? PLAIN_SCENE.flags,
    overlays: reader.words("overlays", OVERLAYS) ?? PLAIN_SCENE.overlays,
    slices: reader.slices() ?? PLAIN_SCENE.slices,
    isosurfaces: reader.isosurfaces(colourFields(own.prices)) ?? PLAIN_SCENE.isosurfaces,
  };
  const map: MapChoice = {
    quantity: reader.choice("map", colourFields(own.prices)) ?? USUAL_MAP.quantity, axes: reader.mapAxes(own.prices), brush: reader.brush(own.prices),
  };
  const camera = reader.camera();
  const table = reader.table(own.prices) ?? chosen.table;
  const axes = reader.axes(own.prices) ?? axesOf(chosen);
  const ranges = Object.fromEntries(PARAMETER_NAMES.map((name) => [name, reader.range(name) ?? USUAL_RANGES[name]])) as Ranges;
  const language = reader.choice("language", LANGUAGES);
  const theme = reader.choice("theme", THEMES);
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems };
  return {
    ok: true,
    state: withParameters(
      { ...withAxes(chosen, axes), rule: own.rule, resolution, colour, ranges, scene, map, panel, camera, compare, conclusion, regions, pin, table }, own.parameters,
    ),
    view: { ...(language === null ? {} : { language }), ...(theme === null ? {} : { theme }) },
  };
}

/** What of a scenario the keys with a prefix say; the rest is that of `fallback`. −0 reads as 0. */
function readScenario(reader: LinkReader, prefix: string, fallback: Scenario): Scenario {
  return {
    prices: reader.choice(`${prefix}prices`, PRICE_MODES) ?? fallback.prices,
    rule: reader.choice(`${prefix}rule`, RULES) ?? fallback.rule,
    parameters: Object.fromEntries(PARAMETER_NAMES.map((name) => [name, (reader.parameter(name, prefix + name) ?? fallback.parameters[name]) + 0])) as Parameters,
  };
}

function choiceParts(scenario: Scenario, plain: Scenario): string[][] {
  return (["prices", "rule"] as const).filter((key) => scenario[key] !== plain[key]).map((key) => [key, scenario[key]]);
}

function parameterParts(scenario: Scenario, plain: Scenario): string[][] {
  return differingParameters(scenario, plain).map((name) => [name, String(scenario.parameters[name])]);
}

/** How two scenarios are compared, and what of B is not as in A. */
function compareParts(state: ExplorerState): string[][] {
  if (state.compare === null) return [];
  const { mode, edited } = state.compare;
  const [a, b] = [scenarioOfSide(state, "A"), scenarioOfSide(state, "B")];
  const ofB = [...choiceParts(b, a), ...parameterParts(b, a)].map(([key, value]) => [B_PREFIX + key, value]);
  return [["compare", mode], ...(edited === "A" ? [] : [["edits", edited]]), ...ofB];
}

/** What of the scene differs from a plain one. */
function sceneParts({ projection, flags, overlays, slices, isosurfaces }: SceneOptions): string[][] {
  const texts: readonly (readonly [key: string, text: string, plain: string])[] = [
    ["projection", projection, PLAIN_SCENE.projection],
    ["flags", flags, PLAIN_SCENE.flags],
    ["overlays", overlays.join(","), ""],
    ["slices", slices.join(","), PLAIN_SCENE.slices.join(",")],
    ["surfaces", isosurfaces.map(({ quantity, level }) => `${quantity}:${level}`).join(","), ""],
  ];
  return texts.filter(([, text, plain]) => text !== plain).map(([key, text]) => [key, text]);
}

/** The two regions, where they are not the usual ones, and the pinned point. */
function inspectorParts({ regions, pin }: ExplorerState): string[][] {
  return [
    ...(regions.join() === DEFAULT_STATE.regions.join() ? [] : [["regions", regions.join(",")]]),
    ...(pin === null ? [] : [["pin", pinText(pin)]]),
  ];
}

/** What of a point is not as at the start; one value of a point that is the start itself, for a pin is never empty. */
function pinText(pin: Parameters): string {
  const differing = PARAMETER_NAMES.filter((name) => !Object.is(pin[name], DEFAULT_PARAMETERS[name]));
  const named = differing.length === 0 ? PARAMETER_NAMES.slice(0, 1) : differing;
  return named.map((name) => `${name}:${pin[name]}`).join(",");
}

function tableParts(table: TableView): string[][] {
  return tableText(table) === tableText(USUAL_TABLE) ? [] : [["table", tableText(table)]];
}

/** What of the map differs from the usual one. */
function mapParts({ quantity, axes, brush }: MapChoice): string[][] {
  return [
    ...(quantity === USUAL_MAP.quantity ? [] : [["map", quantity]]),
    ...(axes === null ? [] : [["mapAxes", axes.join(",")]]),
    ...(brush === null ? [] : [["brush", brush.map(({ name, from, to }) => `${name}:${from}:${to}`).join(",")]]),
  ];
}

function rangeText({ min, max, spacing }: Range): string {
  return [min, max, spacing].join(",");
}
