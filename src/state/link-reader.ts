import {
  DEFAULT_PARAMETERS, describeAdmissible, isAdmissible, isParameterName, PARAMETER_NAMES, type BilingualText, type ParameterName, type Parameters,
  type PriceMode, type QuantityName,
} from "../model/index.ts";
import { quote, type Problem } from "../sweep/problems.ts";
import { SPACINGS } from "../sweep/spec.ts";
import { areAxes, axisNames, rangeProblems, type Axes, type Range } from "./axes.ts";
import { isCamera, type Camera } from "./camera.ts";
import type { RegionShares } from "./conclusions/names.ts";
import { areMapAxes, isBrush, type Brush, type BrushSide, type MapAxes } from "./map-choice.ts";
import { MOST_ISOSURFACES, type Isosurface, type Slices } from "./scene-options.ts";
import { AXIS_PLACES, readTable, TABLE_COUNTS, type TableView } from "./table-view.ts";

/** A key from outside is shown up to here. */
const KEY_CHARACTERS = 60;
/** A range is held under its parameter's name with this before it. */
export const RANGE_PREFIX = "range.";
/** What is not as in scenario A is held under its name with this before it. */
export const B_PREFIX = "b.";
const PREFIXES = [RANGE_PREFIX, B_PREFIX];

/** The parts of a link by their keys, and what is wrong with them. */
export class LinkReader {
  readonly problems: Problem[] = [];
  readonly #values = new Map<string, string>();

  constructor(body: string, keys: readonly string[]) {
    const named = [...keys.filter((key) => !PREFIXES.some((prefix) => key.startsWith(prefix))), ...PREFIXES.map((prefix) => `${prefix}*`)];
    // A link to the beginning names nothing.
    for (const part of body === "" ? [] : body.split("&")) {
      const at = part.indexOf("=");
      const [key, value] = at < 0 ? [part, ""] : [part.slice(0, at), part.slice(at + 1)];
      if (!keys.includes(key)) {
        this.problems.push(problem(shorten(key), value, { en: `the keys ${named.join(", ")}`, zh: `以下键：${named.join("、")}` }));
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

  /** Some of a few words, each once, in the order of the options; or `null` where they are left out or refused. */
  words<T extends string>(key: string, options: readonly T[]): readonly T[] | null {
    const text = this.#values.get(key);
    if (text === undefined) return null;
    const words = text.split(",");
    const found = options.filter((option) => words.includes(option));
    if (found.length === words.length) return found;
    this.problems.push(problem(key, shorten(text), { en: `some of ${options.join(", ")}, each once`, zh: `以下若干项，每项一次：${options.join("、")}` }));
    return null;
  }

  /** Where each axis is cut, or `null` where it is left out or refused. */
  slices(): Slices | null {
    const text = this.#values.get("slices");
    if (text === undefined) return null;
    const places = text.split(",").map((part) => (part === "" ? null : readNumber(part)));
    const [x, y, up] = places;
    if (places.length === 3 && places.every((place) => place === null || (place >= 0 && place <= 1))) return [x, y, up];
    this.problems.push(problem("slices", shorten(text), { en: "three parts of the axes from 0 to 1, each of which may be empty, such as 0.5,,", zh: "三个 0 到 1 之间的位置，每个都可留空，例如 0.5,," }));
    return null;
  }

  /** Quantities and levels, or `null` where they are left out or refused. */
  isosurfaces(quantities: readonly QuantityName[]): readonly Isosurface[] | null {
    const text = this.#values.get("surfaces");
    if (text === undefined) return null;
    const found = text.split(",").map((part) => {
      const [name, level = ""] = part.split(":");
      const quantity = quantities.find((one) => one === name);
      return quantity === undefined || !Number.isFinite(readNumber(level)) ? null : { quantity, level: readNumber(level) };
    }).filter((one) => one !== null);
    if (found.length === text.split(",").length && found.length <= MOST_ISOSURFACES) return found;
    this.problems.push(problem("surfaces", shorten(text), {
      en: `at most ${MOST_ISOSURFACES} of quantity:level, such as growth:0.05, of ${quantities.join(", ")}`,
      zh: `最多 ${MOST_ISOSURFACES} 项“变量:水平”，例如 growth:0.05；变量为 ${quantities.join("、")}`,
    }));
    return null;
  }

  /** What the table shows, or `null` where it is left out or refused. */
  table(prices: PriceMode): TableView | null {
    const text = this.#values.get("table");
    if (text === undefined) return null;
    const view = readTable(text, prices);
    if (view === null) {
      this.problems.push(problem("table", shorten(text), {
        en: `two different ones of ${AXIS_PLACES.join(", ")}, a quantity, and one of ${TABLE_COUNTS.join(", ")}, such as y,x,growth,9`,
        zh: `${AXIS_PLACES.join("、")} 中不同的两个、一个变量，以及 ${TABLE_COUNTS.join("、")} 之一，例如 y,x,growth,9`,
      }));
    }
    return view;
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

  /** The two axes of the map, or `null` where they are left out or refused. */
  mapAxes(prices: PriceMode): MapAxes | null {
    const text = this.#values.get("mapAxes");
    if (text === undefined) return null;
    const words = text.split(",");
    const names = words.filter(isParameterName);
    if (names.length === words.length && areMapAxes(names, prices)) return [names[0], names[1]];
    const options = axisNames(prices);
    this.problems.push(problem("mapAxes", shorten(text), { en: `two different ones of ${options.join(", ")}`, zh: `以下参数中互不相同的两个：${options.join("、")}` }));
    return null;
  }

  /** A part of a plane, or `null` where it is left out or refused. */
  brush(prices: PriceMode): Brush | null {
    const text = this.#values.get("brush");
    if (text === undefined) return null;
    const sides = text.split(",").map((part): BrushSide | null => {
      const [name, from = "", to = "", ...rest] = part.split(":");
      return isParameterName(name) && rest.length === 0 ? { name, from: readNumber(from), to: readNumber(to) } : null;
    }).filter((side) => side !== null);
    const [one, other] = sides;
    if (sides.length === 2 && text.split(",").length === 2 && isBrush([one, other], prices)) return [one, other];
    this.problems.push(problem("brush", shorten(text), {
      en: "two parameters, each from a value to a greater one, such as alpha:0.2:0.4,wr:1:3", zh: "两个参数，各自从一个值到一个更大的值，例如 alpha:0.2:0.4,wr:1:3",
    }));
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

  /** Two compute shares, or `null` where they are left out or refused. */
  regions(): RegionShares | null {
    const text = this.#values.get("regions");
    if (text === undefined) return null;
    const shares = text.split(",").map(readNumber);
    const [a, b] = shares;
    if (shares.length === 2 && shares.every((share) => isAdmissible("tau", share))) return [a, b];
    this.problems.push(problem("regions", shorten(text), { en: "two compute shares between 0 and 1, such as 0.4,0.2", zh: "两个 0 与 1 之间的算力占比，例如 0.4,0.2" }));
    return null;
  }

  /** A whole point, or `null` where it is left out or refused; parameters that it does not name have their starting values. */
  pin(): Parameters | null {
    const text = this.#values.get("pin");
    if (text === undefined) return null;
    const pairs = text.split(",").map((part) => part.split(":"));
    const values = new Map(pairs.map(([name, value = ""]) => [name, readNumber(value) + 0]));
    const areRead = pairs.every(([name, value, ...rest]) => isParameterName(name) && value !== undefined && rest.length === 0 && isAdmissible(name, readNumber(value)));
    if (areRead && values.size === pairs.length) {
      return Object.fromEntries(PARAMETER_NAMES.map((name) => [name, values.get(name) ?? DEFAULT_PARAMETERS[name]])) as Parameters;
    }
    this.problems.push(problem("pin", shorten(text), {
      en: `parameters in their domains, each once, such as alpha:0.35,tau:0.3, of ${PARAMETER_NAMES.join(", ")}`,
      zh: `定义域内的参数，每个一次，例如 alpha:0.35,tau:0.3；参数为 ${PARAMETER_NAMES.join("、")}`,
    }));
    return null;
  }

  /** A number in its domain, or `null` where it is left out or refused. */
  parameter(name: ParameterName, key: string = name): number | null {
    const text = this.#values.get(key);
    if (text === undefined) return null;
    const value = readNumber(text);
    if (isAdmissible(name, value)) return value;
    this.problems.push(problem(key, text, describeAdmissible(name)));
    return null;
  }

  /** Two angles and a zoom, or `null` where they are left out or refused. */
  camera(): Camera | null {
    const text = this.#values.get("camera");
    if (text === undefined) return null;
    const [azimuth, elevation, zoom, ...rest] = text.split(",").map(readNumber);
    if (rest.length === 0 && zoom !== undefined && isCamera({ azimuth, elevation, zoom })) return { azimuth, elevation, zoom };
    this.problems.push(problem("camera", shorten(text), {
      en: "azimuth and elevation in radians and a zoom from 0.5 to 5, such as 0.47,0.45,1", zh: "方位角与仰角（弧度）及 0.5 到 5 的缩放，例如 0.47,0.45,1",
    }));
    return null;
  }

  /** Refuses keys that say nothing where another one is left out. */
  refuseWithout(missing: string, isRefused: (key: string) => boolean, options: readonly string[]): void {
    const first = [...this.#values.keys()].find(isRefused);
    if (first === undefined || this.#values.has(missing)) return;
    this.problems.push({
      path: missing, found: { en: `nothing, beside ${first}`, zh: `缺失，却有 ${first}` }, allowed: { en: options.join(", "), zh: options.join("、") },
    });
  }
}

/** A decimal number as `String` writes it, NaN for anything else. */
function readNumber(text: string): number {
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
}

export function problem(path: string, value: string, allowed: BilingualText): Problem {
  return { path, found: { en: `found ${quote(value)}`, zh: `得到 ${quote(value)}` }, allowed };
}

function shorten(key: string): string {
  return key.length > KEY_CHARACTERS ? `${key.slice(0, KEY_CHARACTERS)}…` : key;
}
