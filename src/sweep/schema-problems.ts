import type * as v from "valibot";
import type { BilingualText } from "../model/index.ts";
import { quote, type Problem } from "./problems.ts";

/** What valibot found wrong with a file, for people. @param schema what the file's `schema` should be: a file of another kind has nothing else in common with this one */
export function schemaProblems(issues: readonly v.BaseIssue<unknown>[], schema: string): Problem[] {
  const problems = issues.map(describeIssue);
  const allowed = quote(schema);
  const foreign = problems.filter(({ path }) => path === "schema").map((problem) => ({ ...problem, allowed: { en: allowed, zh: allowed } }));
  return foreign.length > 0 ? foreign : problems;
}

/** What is allowed, by valibot's name for what went wrong. */
const ALLOWED: Readonly<Record<string, BilingualText>> = {
  object: { en: "an object", zh: "对象" },
  record: { en: "an object", zh: "对象" },
  array: { en: "a list", zh: "列表" },
  string: { en: "text", zh: "文本" },
  boolean: { en: "true or false", zh: "true 或 false" },
  number: { en: "a number", zh: "数值" },
  finite: { en: "a finite number", zh: "有限的数值" },
  safe_integer: { en: "a whole number", zh: "整数" },
  min_length: { en: "at least one item", zh: "至少一项" },
  iso_timestamp: { en: "a time as in ISO 8601", zh: "ISO 8601 格式的时间" },
};

/** Of a key that is not there valibot says that an object was expected around it. */
const PRESENT: BilingualText = { en: "a value here: the file is not whole", zh: "此处应有值：文件不完整" };

function describeIssue(issue: v.BaseIssue<unknown>): Problem {
  const { input, type, expected, requirement, path = [] } = issue;
  const least = type === "min_value" ? { en: `at least ${String(requirement)}`, zh: `不小于 ${String(requirement)}` } : undefined;
  const words = (expected ?? "").replaceAll(/[()]/g, "").replaceAll(" | ", ", ");
  return {
    path: path.reduce((at, { key }) => (typeof key === "number" ? `${at}[${key}]` : `${at}${at === "" ? "" : "."}${String(key)}`), ""),
    found: input === undefined ? { en: "found nothing", zh: "缺失" } : { en: `found ${quote(input)}`, zh: `得到 ${quote(input)}` },
    allowed: input === undefined ? PRESENT : least ?? ALLOWED[type] ?? { en: words, zh: words.replaceAll(", ", "、") },
  };
}
