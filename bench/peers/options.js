import { parseArgs } from "node:util";

const MAX_SIZE = 256;
const MAX_ROUNDS = 1000;

const FLAGS = /** @type {const} */ ({
  size: { type: "string", default: "64", help: `points of each of the four axes, 2 to ${MAX_SIZE}` },
  rounds: { type: "string", default: "7", help: `measured rounds, 1 to ${MAX_ROUNDS}; the median counts` },
  jobs: { type: "string", help: "jobs to run, with commas between them; the greatest sizes leave room only for those that hold no grid" },
  only: { type: "string", help: "peers to run, by their ids, with commas between them; Tauscape always runs" },
  python: { type: "string", help: "the Python interpreter; else the environment variable PYTHON, else python3" },
  out: { type: "string", help: "a JSON file for the machine, the versions and every sample" },
  help: { type: "boolean", help: "this list" },
});

/** @typedef {{ size: number, rounds: number, jobs: string[] | null, only: string[] | null, python: string, out: string | null, help: boolean }} Options */

/** The arguments were refused; the message says what is allowed. */
export class OptionError extends Error {}

/**
 * @param {string[]} args @param {readonly string[]} peers ids that --only may name @param {readonly string[]} jobs that --jobs may name @param {NodeJS.ProcessEnv} environment
 * @returns {Options}
 */
export function readOptions(args, peers, jobs, environment) {
  const { values, tokens } = parseArgs({ args, options: FLAGS, strict: false, allowPositionals: true, tokens: true });
  for (const token of tokens) {
    if (token.kind === "positional") throw new OptionError(`Found "${token.value}"; allowed are flags alone.\n${describeFlags(peers)}`);
    if (token.kind === "option") checkFlag(token, peers);
  }
  return {
    size: wholeNumber("size", values.size, 2, MAX_SIZE),
    rounds: wholeNumber("rounds", values.rounds, 1, MAX_ROUNDS),
    jobs: someOf("job", values.jobs, jobs),
    only: someOf("peer", values.only, peers),
    python: typeof values.python === "string" ? values.python : environment["PYTHON"] ?? "python3",
    out: typeof values.out === "string" ? values.out : null,
    help: values.help === true,
  };
}

/** @param {readonly string[]} peers */
export function describeFlags(peers) {
  const lines = Object.entries(FLAGS).map(([name, { type, help }]) => `  --${name}${type === "string" ? " VALUE" : ""}`.padEnd(18) + help);
  return ["Flags:", ...lines, `Peers: ${peers.join(", ")}`].join("\n");
}

/** @param {{ name: string, rawName: string, value: string | undefined }} token @param {readonly string[]} peers */
function checkFlag({ name, rawName, value }, peers) {
  const flag = Object.entries(FLAGS).find(([known]) => known === name)?.[1];
  if (flag === undefined || rawName !== `--${name}`) throw new OptionError(`Found the flag ${rawName}.\n${describeFlags(peers)}`);
  const needsValue = flag.type === "string";
  if (needsValue && (value === undefined || value === "")) throw new OptionError(`The flag ${rawName} needs a value: ${flag.help}.`);
  if (!needsValue && value !== undefined) throw new OptionError(`The flag ${rawName} takes no value; found "${value}".`);
}

/** @param {string} kind @param {unknown} value @param {readonly string[]} allowed @returns {string[] | null} `null` where it is left out */
function someOf(kind, value, allowed) {
  if (typeof value !== "string") return null;
  const words = value.split(",");
  const unknown = words.find((word) => !allowed.includes(word));
  if (unknown !== undefined) throw new OptionError(`Found the ${kind} "${unknown}"; allowed: ${allowed.join(", ")}.`);
  return words;
}

/** @param {string} name @param {unknown} value @param {number} min @param {number} max */
function wholeNumber(name, value, min, max) {
  const number = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : NaN;
  if (number >= min && number <= max) return number;
  throw new OptionError(`Found --${name} ${String(value)}; allowed: a whole number from ${min} to ${max}.`);
}
