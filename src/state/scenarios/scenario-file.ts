import type { Problem } from "../../sweep/problems.ts";
import { found, isRecord, refuseUnknownKeys, type Report } from "../../sweep/reading.ts";
import { decodeLink } from "../link.ts";

export const SCENARIOS_SCHEMA = "tauscape/scenarios@1";
/** Long enough for a sentence, short enough for a list. */
export const NAME_CHARACTERS = 80;
/** More are no list for a person, and would fill the browser's storage. */
export const MOST_SCENARIOS = 500;

/** A state under a name, as the fragment of its link: one way of writing states, and one that stays readable. */
export interface SavedScenario {
  readonly name: string;
  readonly link: string;
}

export type ReadScenarios =
  | { readonly ok: true; readonly scenarios: readonly SavedScenario[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function writeScenarios(scenarios: readonly SavedScenario[]): string {
  return `${JSON.stringify({ schema: SCENARIOS_SCHEMA, scenarios }, null, 2)}\n`;
}

/** What a name can be: some characters that are seen, and not too many. Spaces around it are not part of it. */
export function isName(name: string): boolean {
  return name.trim() === name && name !== "" && [...name].length <= NAME_CHARACTERS;
}

/**
 * Reads a file of scenarios; all problems are reported at once, each with its place. With `checkLinks` every link must open here: what the
 * browser holds may have been written by a newer version, and is kept though it cannot be opened.
 */
export function readScenarios(text: string, { checkLinks }: { readonly checkLinks: boolean }): ReadScenarios {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const scenarios = readList(parsed(text, report), checkLinks, report);
  return problems.length === 0 ? { ok: true, scenarios } : { ok: false, problems };
}

/** `undefined`, which no JSON is, where it is refused. */
function parsed(text: string, report: Report): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    report({ path: "", found: { en: `no JSON (${reason})`, zh: `不是 JSON（${reason}）` }, allowed: { en: `a file with the schema ${SCENARIOS_SCHEMA}`, zh: `格式为 ${SCENARIOS_SCHEMA} 的文件` } });
    return undefined;
  }
}

function readList(input: unknown, checkLinks: boolean, report: Report): readonly SavedScenario[] {
  if (input === undefined) return [];
  if (!isRecord(input)) {
    report(found("", input, { en: "an object", zh: "对象" }));
    return [];
  }
  if (input.schema !== SCENARIOS_SCHEMA) {
    report(found("schema", input.schema, { en: `"${SCENARIOS_SCHEMA}"`, zh: `"${SCENARIOS_SCHEMA}"` }));
    return [];
  }
  refuseUnknownKeys(input, ["schema", "scenarios"], "", report);
  const { scenarios } = input;
  if (!Array.isArray(scenarios) || scenarios.length > MOST_SCENARIOS) {
    report(found("scenarios", Array.isArray(scenarios) ? scenarios.length : scenarios, { en: `a list of at most ${MOST_SCENARIOS}`, zh: `最多 ${MOST_SCENARIOS} 项的列表` }));
    return [];
  }
  const names = new Set<string>();
  return (scenarios as readonly unknown[]).flatMap((one, k) => readOne(one, `scenarios[${k}]`, names, checkLinks, report));
}

function readOne(input: unknown, path: string, names: Set<string>, checkLinks: boolean, report: Report): readonly SavedScenario[] {
  if (!isRecord(input)) {
    report(found(path, input, { en: "an object with name and link", zh: "含 name 与 link 的对象" }));
    return [];
  }
  refuseUnknownKeys(input, ["name", "link"], path, report);
  const { name, link } = input;
  if (typeof name !== "string" || !isName(name) || names.has(name)) {
    report(found(`${path}.name`, name, { en: `a name of 1 to ${NAME_CHARACTERS} characters, each once`, zh: `1 到 ${NAME_CHARACTERS} 个字符的名称，各不相同` }));
  } else names.add(name);
  if (typeof link !== "string") report(found(`${path}.link`, link, { en: "a link such as #v1:alpha=0.4", zh: "链接，例如 #v1:alpha=0.4" }));
  else if (checkLinks) {
    const decoded = decodeLink(link);
    if (!decoded.ok) for (const problem of decoded.problems) report({ ...problem, path: `${path}.link${problem.path === "" ? "" : `: ${problem.path}`}` });
  }
  return typeof name === "string" && typeof link === "string" ? [{ name, link }] : [];
}
