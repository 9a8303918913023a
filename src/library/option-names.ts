import { quote } from "../sweep/problems.ts";
import { nearestName } from "./nearest-name.ts";

/** The names of options, all of them: the type sees to it. */
export type OptionNames<Options> = Readonly<Record<keyof Options, true>>;

/**
 * A name that there is not would do nothing, in silence.
 * @param caller the function that was called
 * @throws TypeError with every such name, and those that there are
 */
export function checkOptionNames(caller: string, options: object, names: Readonly<Record<string, true>>): void {
  const allowed = Object.keys(names);
  // JavaScript may bring anything.
  if (typeof options !== "object" || options === null) throw new TypeError(`${caller}: found ${String(options)} for its options; allowed: an object with ${allowed.join(", ")}.`);
  const unknown = Object.keys(options).filter((name) => !Object.hasOwn(names, name));
  if (unknown.length === 0) return;
  throw new TypeError(`${caller}: found the option${unknown.length === 1 ? "" : "s"} ${unknown.map((name) => inWords(name, allowed)).join(", ")}; allowed: ${allowed.join(", ")}.`);
}

/** @param found `undefined` where the caller's default counts @throws RangeError with the nearest name, and all that there are */
export function checkChoice(what: string, found: unknown, allowed: readonly string[]): void {
  if (found === undefined || allowed.some((one) => one === found)) return;
  const shown = typeof found === "string" ? inWords(found, allowed) : quote(found);
  throw new RangeError(`${what}: found ${shown}; allowed: ${allowed.join(", ")}.`);
}

function inWords(name: string, allowed: readonly string[]): string {
  const nearest = nearestName(name, allowed);
  return nearest === null ? JSON.stringify(name) : `${JSON.stringify(name)} (did you mean ${nearest}?)`;
}
