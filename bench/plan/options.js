import { parseArgs } from "node:util";
import { tmpdir } from "node:os";
import { CASES } from "./cases.js";

const MAX_ROUNDS = 20;

/** @typedef {{ rounds: number, cases: import("./cases.js").Case[], formats: string[] | null, folder: string, json: boolean }} Options */

/** The arguments were refused; the message says what is allowed. */
export class OptionError extends Error {}

/** @param {string[]} args @returns {Options} */
export function readOptions(args) {
  /** @type {{ rounds: string, cases?: string, formats?: string, folder: string, json: boolean }} */
  let values;
  try {
    ({ values } = parseArgs({ args, options: {
      rounds: { type: "string", default: "3" }, cases: { type: "string" }, formats: { type: "string" },
      folder: { type: "string", default: tmpdir() }, json: { type: "boolean", default: false },
    } }));
  } catch (cause) {
    throw new OptionError(`${cause instanceof Error ? cause.message : String(cause)} Allowed: --rounds NUMBER --cases NAMES --formats NAMES --folder PATH --json.`);
  }
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > MAX_ROUNDS) throw new OptionError(`Found --rounds ${values.rounds}; allowed: a whole number from 1 to ${MAX_ROUNDS}.`);
  const names = someOf("case", values.cases, CASES.map(({ name }) => name)) ?? CASES.map(({ name }) => name);
  const formats = someOf("format", values.formats, [...new Set(CASES.flatMap((one) => one.formats))]);
  return { rounds, cases: CASES.filter(({ name }) => names.includes(name)), formats, folder: values.folder, json: values.json };
}

/** @param {string} kind @param {string | undefined} value @param {string[]} allowed @returns {string[] | null} `null` where it is left out */
function someOf(kind, value, allowed) {
  if (value === undefined) return null;
  const words = value.split(",");
  const unknown = words.find((word) => !allowed.includes(word));
  if (unknown !== undefined) throw new OptionError(`Found the ${kind} "${unknown}"; allowed: ${allowed.join(", ")}.`);
  return words;
}
