import {
  describeAdmissible, FIELDS, isAdmissible, isParameterName, PARAMETER_NAMES, PRICE_MODES, RULES, type BilingualText, type QuantityName,
} from "../model/index.ts";
import { quote, type Problem } from "../sweep/problems.ts";
import { colourFields, DEFAULT_STATE, RESOLUTIONS, withParameter, withPrices, type ExplorerState } from "./explorer-state.ts";

/** Version of the fragment; every version that was ever published is still read. */
const VERSION = "v1";

/** The state as the fragment of an address: what differs from the defaults, every float64 exactly. */
export function encodeLink(state: ExplorerState): string {
  const parts: [string, string][] = [];
  for (const key of ["prices", "rule", "resolution", "colour"] as const) {
    if (state[key] !== DEFAULT_STATE[key]) parts.push([key, String(state[key])]);
  }
  for (const name of PARAMETER_NAMES) {
    const value = state.parameters[name];
    if (value !== DEFAULT_STATE.parameters[name]) parts.push([name, String(value)]);
  }
  return parts.length === 0 ? "" : `#${VERSION}:${parts.map(([key, value]) => `${key}=${value}`).join("&")}`;
}

export type DecodedLink =
  | { readonly ok: true; readonly state: ExplorerState }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads a fragment; an empty one is the default state. Anything that cannot be read is reported, all problems at once. */
export function decodeLink(fragment: string): DecodedLink {
  const text = fragment.replace(/^#/, "");
  if (text === "") return { ok: true, state: DEFAULT_STATE };
  const [version, ...rest] = text.split(":");
  if (version !== VERSION) return refuse("", version, { en: `a link that begins with #${VERSION}:`, zh: `以 #${VERSION}: 开头的链接` });
  const problems: Problem[] = [];
  const seen = new Set<string>();
  let state = DEFAULT_STATE;
  for (const part of rest.join(":").split("&")) {
    const [key, value = "", ...more] = part.split("=");
    const read = more.length > 0 || seen.has(key) ? null : readPart(state, key, value);
    seen.add(key);
    if (read !== null && "prices" in read) state = read;
    else problems.push(...refuse(key, value, read ?? allowedKeys()).problems);
  }
  if (problems.length === 0 && !colourFields(state.prices).includes(state.colour)) {
    return refuse("colour", state.colour, listed(colourFields(state.prices)));
  }
  return problems.length === 0 ? { ok: true, state } : { ok: false, problems };
}

/** The state with one part of a link, or what is allowed there; `null` where there is no such key. */
function readPart(state: ExplorerState, key: string, value: string): ExplorerState | BilingualText | null {
  if (isParameterName(key)) {
    const number = readNumber(value);
    return number !== null && isAdmissible(key, number) ? withParameter(state, key, number) : describeAdmissible(key);
  }
  if (key === "prices") {
    const prices = PRICE_MODES.find((mode) => mode === value);
    return prices === undefined ? listed(PRICE_MODES) : { ...withPrices(state, prices), colour: state.colour };
  }
  if (key === "rule") {
    const rule = RULES.find((name) => name === value);
    return rule === undefined ? listed(RULES) : { ...state, rule };
  }
  if (key === "resolution") {
    const resolution = RESOLUTIONS.find((count) => String(count) === value);
    return resolution === undefined ? listed(RESOLUTIONS.map(String)) : { ...state, resolution };
  }
  if (key === "colour") {
    const colour = Object.keys(FIELDS).find((name) => name === value) as QuantityName | undefined;
    return colour === undefined ? listed(colourFields("given")) : { ...state, colour };
  }
  return null;
}

/** A decimal number as `String` writes it; nothing else, not even spaces. */
function readNumber(text: string): number | null {
  const value = Number(text);
  return /^[-+.\de]+$/i.test(text) && Number.isFinite(value) ? value + 0 : null;
}

function listed(words: readonly string[]): BilingualText {
  return { en: words.join(", "), zh: words.join("、") };
}

function allowedKeys(): BilingualText {
  return listed(["prices", "rule", "resolution", "colour", ...PARAMETER_NAMES].map((key) => `${key}=…`));
}

function refuse(path: string, value: string, allowed: BilingualText): Extract<DecodedLink, { ok: false }> {
  const found = { en: `found ${quote(value)}`, zh: `得到 ${quote(value)}` };
  return { ok: false, problems: [{ path, found, allowed }] };
}
