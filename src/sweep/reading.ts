import type { BilingualText } from "../model/index.ts";
import { quote, type Problem } from "./problems.ts";

/** Takes one problem; reading goes on, so that all are reported at once. */
export type Report = (problem: Problem) => void;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** "found …; allowed …", with the found value quoted. */
export function found(path: string, value: unknown, allowed: BilingualText): Problem {
  const missing = value === undefined;
  return {
    path,
    found: missing ? { en: "nothing", zh: "缺失" } : { en: `found ${quote(value)}`, zh: `得到 ${quote(value)}` },
    allowed,
  };
}

/** A sentence that ends in a list of names. */
export function both(english: string, names: readonly string[], chinese: string): BilingualText {
  return { en: `${english} ${names.join(", ")}`, zh: `${chinese}${names.join("、")}` };
}

export function refuseUnknownKeys(
  record: Record<string, unknown>, known: readonly string[], path: string, report: Report,
): void {
  for (const key of Object.keys(record)) {
    if (known.includes(key)) continue;
    report({
      path: path === "" ? key : `${path}.${key}`,
      found: { en: "an unknown key", zh: "未知的键" },
      allowed: { en: known.join(", "), zh: known.join("、") },
    });
  }
}

/** One of a few words, or the default where it is left out. */
export function choice<T extends string>(input: unknown, options: readonly T[], fallback: T, path: string, report: Report): T {
  if (input === undefined) return fallback;
  const option = options.find((word) => word === input);
  if (option !== undefined) return option;
  const words = options.map((word) => `"${word}"`);
  report(found(path, input, { en: words.join(", "), zh: words.join("、") }));
  return fallback;
}

/** A finite number, or `null` after a report. −0 reads as 0. */
export function finiteNumber(input: unknown, path: string, allowed: BilingualText, report: Report): number | null {
  if (typeof input === "number" && Number.isFinite(input)) return input + 0;
  report(found(path, input, allowed));
  return null;
}

/** A list with at least one item, or an empty one after a report. */
export function listOf(input: unknown, path: string, allowed: BilingualText, report: Report): readonly unknown[] {
  if (Array.isArray(input) && input.length > 0) return input as readonly unknown[];
  report(found(path, input, allowed));
  return [];
}
