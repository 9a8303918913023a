import type { Language } from "../model/index.ts";

/** One thing that is wrong with an input: where, what was found, what is allowed. Both texts are ready for a person. */
export interface Problem {
  /** Path of the key, such as `axes[2].count`; empty for the input as a whole. */
  readonly path: string;
  readonly found: Readonly<Record<Language, string>>;
  readonly allowed: Readonly<Record<Language, string>>;
}

/** One sentence in the given language. */
export function describeProblem(problem: Problem, language: Language): string {
  const where = problem.path === "" ? "" : `${problem.path}: `;
  return language === "zh"
    ? `${where}${problem.found.zh}；应为：${problem.allowed.zh}。`
    : `${where}${problem.found.en}; allowed: ${problem.allowed.en}.`;
}

/** A value as it stands in JSON, short enough for a message. */
export function quote(value: unknown): string {
  if (typeof value === "number") return String(value);
  if (typeof value === "bigint") return `${value}n`;
  const text = inJson(value) ?? typeof value;
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** Nothing of what JSON cannot hold: a function, a bigint inside, a thing inside itself. */
function inJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}
