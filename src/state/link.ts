import { LANGUAGES, PARAMETER_NAMES, PRICE_MODES, RULES, type Language } from "../model/index.ts";
import type { Problem } from "../sweep/problems.ts";
import { axesOf, USUAL_RANGES, withAxes, type Range, type Ranges } from "./axes.ts";
import { colourFields, DEFAULT_STATE, RESOLUTIONS, withParameters, withPrices, type ExplorerState } from "./explorer-state.ts";
import { LinkReader, problem, RANGE_PREFIX } from "./link-reader.ts";
import { USUAL_MAP, type MapChoice } from "./map-choice.ts";
import { PANELS } from "./panels.ts";
import { FLAG_STYLES, OVERLAYS, PLAIN_SCENE, PROJECTIONS, type SceneOptions } from "./scene-options.ts";

/** Version of the fragment; every version that was ever published is still read. */
const VERSION = "v1";
const THEMES = ["light", "dark"] as const;
const CHOICES = ["prices", "rule", "resolution", "colour", "panel"] as const;
const KEYS: readonly string[] = [...CHOICES, "axes", "projection", "flags", "overlays", "slices", "surfaces", "map", "mapAxes", "brush", ...PARAMETER_NAMES, ...PARAMETER_NAMES.map((name) => RANGE_PREFIX + name), "language", "theme"];

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
  const choices = CHOICES.filter((key) => state[key] !== DEFAULT_STATE[key]).map((key) => [key, String(state[key])]);
  const parameters = PARAMETER_NAMES
    .filter((name) => state.parameters[name] !== DEFAULT_STATE.parameters[name])
    .map((name) => [name, String(state.parameters[name])]);
  const axes = state.axes === null ? [] : [["axes", state.axes.join(",")]];
  const ranges = PARAMETER_NAMES.filter((name) => rangeText(state.ranges[name]) !== rangeText(USUAL_RANGES[name]))
    .map((name) => [RANGE_PREFIX + name, rangeText(state.ranges[name])]);
  const parts = [...choices, ...axes, ...parameters, ...ranges, ...sceneParts(state.scene), ...mapParts(state.map), ...Object.entries(view)];
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
  const chosen = withPrices(DEFAULT_STATE, reader.choice("prices", PRICE_MODES) ?? DEFAULT_STATE.prices);
  const rule = reader.choice("rule", RULES) ?? chosen.rule;
  const resolution = reader.choice("resolution", RESOLUTIONS) ?? chosen.resolution;
  const colour = reader.choice("colour", colourFields(chosen.prices)) ?? chosen.colour;
  const panel = reader.choice("panel", PANELS) ?? chosen.panel;
  const scene: SceneOptions = {
    projection: reader.choice("projection", PROJECTIONS) ?? PLAIN_SCENE.projection,
    flags: reader.choice("flags", FLAG_STYLES) ?? PLAIN_SCENE.flags,
    overlays: reader.words("overlays", OVERLAYS) ?? PLAIN_SCENE.overlays,
    slices: reader.slices() ?? PLAIN_SCENE.slices,
    isosurfaces: reader.isosurfaces(colourFields(chosen.prices)) ?? PLAIN_SCENE.isosurfaces,
  };
  const map: MapChoice = {
    quantity: reader.choice("map", colourFields(chosen.prices)) ?? USUAL_MAP.quantity,
    axes: reader.mapAxes(chosen.prices),
    brush: reader.brush(chosen.prices),
  };
  const axes = reader.axes(chosen.prices) ?? axesOf(chosen);
  const ranges = Object.fromEntries(PARAMETER_NAMES.map((name) => [name, reader.range(name) ?? USUAL_RANGES[name]])) as Ranges;
  const parameters = Object.fromEntries(PARAMETER_NAMES.map((name) => [name, reader.parameter(name) ?? chosen.parameters[name]]));
  const language = reader.choice("language", LANGUAGES);
  const theme = reader.choice("theme", THEMES);
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems };
  return {
    ok: true, state: withParameters({ ...withAxes(chosen, axes), rule, resolution, colour, ranges, scene, map, panel }, parameters),
    view: { ...(language === null ? {} : { language }), ...(theme === null ? {} : { theme }) },
  };
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
