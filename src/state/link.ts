import {
  describeAdmissible, isAdmissible, isParameterName, LANGUAGES, PARAMETER_NAMES, PRICE_MODES, RULES, type BilingualText, type Language,
  type ParameterName, type PriceMode,
} from "../model/index.ts";
import { quote, type Problem } from "../sweep/problems.ts";
import { SPACINGS } from "../sweep/spec.ts";
import { areAxes, axesOf, axisNames, rangeProblems, USUAL_RANGES, withAxes, type Axes, type Range, type Ranges } from "./axes.ts";
import { colourFields, DEFAULT_STATE, RESOLUTIONS, withParameters, withPrices, type ExplorerState } from "./explorer-state.ts";

/** Version of the fragment; every version that was ever published is still read. */
const VERSION = "v1";
const THEMES = ["light", "dark"] as const;
const CHOICES = ["prices", "rule", "resolution", "colour"] as const;
const RANGE_PREFIX = "range.";
const KEYS: readonly string[] = [...CHOICES, "axes", ...PARAMETER_NAMES, ...PARAMETER_NAMES.map((name) => RANGE_PREFIX + name), "language", "theme"];
/** A key from outside is shown up to here. */
const KEY_CHARACTERS = 60;

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
  const parts = [...choices, ...axes, ...parameters, ...ranges, ...Object.entries(view)];
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
  const reader = new LinkReader(text.slice(version.length + 1));
  const chosen = withPrices(DEFAULT_STATE, reader.choice("prices", PRICE_MODES) ?? DEFAULT_STATE.prices);
  const rule = reader.choice("rule", RULES) ?? chosen.rule;
  const resolution = reader.choice("resolution", RESOLUTIONS) ?? chosen.resolution;
  const colour = reader.choice("colour", colourFields(chosen.prices)) ?? chosen.colour;
  const axes = reader.axes(chosen.prices) ?? axesOf(chosen);
  const ranges = Object.fromEntries(PARAMETER_NAMES.map((name) => [name, reader.range(name) ?? USUAL_RANGES[name]])) as Ranges;
  const parameters = Object.fromEntries(PARAMETER_NAMES.map((name) => [name, reader.parameter(name) ?? chosen.parameters[name]]));
  const language = reader.choice("language", LANGUAGES);
  const theme = reader.choice("theme", THEMES);
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems };
  return {
    ok: true, state: withParameters({ ...withAxes(chosen, axes), rule, resolution, colour, ranges }, parameters),
    view: { ...(language === null ? {} : { language }), ...(theme === null ? {} : { theme }) },
  };
}

/** The parts of a link by their keys, and what is wrong with them. */
class LinkReader {
  readonly problems: Problem[] = [];
  readonly #values = new Map<string, string>();

  constructor(body: string) {
    for (const part of body.split("&")) {
      const at = part.indexOf("=");
      const [key, value] = at < 0 ? [part, ""] : [part.slice(0, at), part.slice(at + 1)];
      if (!KEYS.includes(key)) {
        this.problems.push(problem(shorten(key), value, { en: `the keys ${KEYS.join(", ")}`, zh: `以下键：${KEYS.join("、")}` }));
      } else if (this.#values.has(key)) {
        this.problems.push(problem(key, value, { en: "each key once", zh: "每个键只出现一次" }));
      } else {
        this.#values.set(key, value);
      }
    }
  }

  /** One of a few values, or `null` where it is left out or refused. */
  choice<T extends string | number>(key: string, options: readonly T[]): T | null {
    const text = this.#values.get(key);
    if (text === undefined) return null;
    const option = options.find((word) => String(word) === text);
    if (option !== undefined) return option;
    this.problems.push(problem(key, text, { en: options.join(", "), zh: options.join("、") }));
    return null;
  }

  /** Four parameters, or `null` where they are left out or refused. */
  axes(prices: PriceMode): Axes | null {
    const text = this.#values.get("axes");
    if (text === undefined) return null;
    const words = text.split(",");
    const names = words.filter(isParameterName);
    if (names.length === words.length && areAxes(names, prices)) return [names[0], names[1], names[2], names[3]];
    const options = axisNames(prices);
    this.problems.push(problem("axes", shorten(text), { en: `four different ones of ${options.join(", ")}`, zh: `以下参数中互不相同的四个：${options.join("、")}` }));
    return null;
  }

  /** Least, greatest and spacing, or `null` where they are left out or refused. */
  range(name: ParameterName): Range | null {
    const key = RANGE_PREFIX + name;
    const text = this.#values.get(key);
    if (text === undefined) return null;
    const [min, max, spacing, ...rest] = text.split(",");
    const range = { min: readNumber(min), max: readNumber(max ?? ""), spacing: SPACINGS.find((word) => word === spacing) ?? "linear" };
    if (Number.isNaN(range.min) || Number.isNaN(range.max) || range.spacing !== spacing || rest.length > 0) {
      this.problems.push(problem(key, shorten(text), { en: "least, greatest and linear or log, such as 0.1,0.5,linear", zh: "最小值、最大值与 linear 或 log，例如 0.1,0.5,linear" }));
      return null;
    }
    const problems = rangeProblems(name, range);
    this.problems.push(...problems.map((one) => ({ ...one, path: key })));
    return problems.length === 0 ? range : null;
  }

  /** A number in its domain, or `null` where it is left out or refused. */
  parameter(name: ParameterName): number | null {
    const text = this.#values.get(name);
    if (text === undefined) return null;
    const value = readNumber(text);
    if (isAdmissible(name, value)) return value;
    this.problems.push(problem(name, text, describeAdmissible(name)));
    return null;
  }
}

function rangeText({ min, max, spacing }: Range): string {
  return [min, max, spacing].join(",");
}

/** A decimal number as `String` writes it, NaN for anything else. */
function readNumber(text: string): number {
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
}

function problem(path: string, value: string, allowed: BilingualText): Problem {
  return { path, found: { en: `found ${quote(value)}`, zh: `得到 ${quote(value)}` }, allowed };
}

function shorten(key: string): string {
  return key.length > KEY_CHARACTERS ? `${key.slice(0, KEY_CHARACTERS)}…` : key;
}
