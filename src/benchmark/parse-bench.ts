import * as v from "valibot";
import { ENGINE_IDS } from "../engines/engine.ts";
import { FIELD_NAMES, type BilingualText } from "../model/index.ts";
import { quote, type Problem } from "../sweep/problems.ts";
import { PRECISIONS } from "../sweep/spec.ts";
import { BENCH_JOB_IDS, BENCH_SCHEMA, BENCH_STATES, ROOFLINE_WORKS, VALIDITIES, type BenchResult } from "./bench-result.ts";
import { describeSamples } from "./statistics.ts";

export type ParsedBench =
  | { readonly ok: true; readonly result: BenchResult }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const amount = v.pipe(v.number(), v.finite(), v.minValue(0));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const positive = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const times = v.pipe(v.array(amount), v.minLength(1));
const optionalText = v.nullable(v.string());
const engine = v.picklist(ENGINE_IDS);
const bilingual = v.object({ en: v.string(), zh: v.string() });

/** What is kept of a file. Statistics are left out: they are made anew from the times. Keys of later versions are ignored. */
const BENCH_FILE = v.object({
  schema: v.literal(BENCH_SCHEMA),
  version: v.string(),
  commit: optionalText,
  created: v.pipe(v.string(), v.isoTimestamp()),
  machine: v.object({
    platform: v.string(), architecture: optionalText, processor: optionalText, threads: positive, memoryBytes: v.nullable(amount),
  }),
  runtime: v.object({ name: v.string(), version: v.string() }),
  timer: v.object({ resolutionSeconds: amount }),
  isolated: v.boolean(),
  engines: v.array(v.object({ id: engine, available: v.boolean(), reason: optionalText })),
  settings: v.object({ sizes: v.array(positive), repeats: positive, warmUps: count, threads: positive }),
  rooflines: v.array(v.object({ threads: positive, work: v.picklist(ROOFLINE_WORKS), bytes: positive, warm: times })),
  measurements: v.array(v.object({
    engine, threads: positive, job: v.picklist(BENCH_JOB_IDS), size: positive, points: positive, precision: v.picklist(PRECISIONS),
    cold: amount, warm: times, checksum: optionalText,
    counts: v.nullable(v.object({ positive: count, negative: count, boundary: count, infeasible: count })),
    validity: v.picklist(VALIDITIES), note: v.nullable(bilingual),
  })),
  parity: v.nullable(v.object({
    specs: count, vectors: count,
    engines: v.array(v.object({
      id: engine, cells: count, differentBytes: count, maxUlp: v.record(v.picklist(FIELD_NAMES), amount), classDifferences: count,
    })),
  })),
  state: v.picklist(BENCH_STATES),
  stopReason: optionalText,
});

/** Reads a benchmark's result from the text of a file, or says what is wrong with it, all problems at once. */
export function parseBenchText(text: string): ParsedBench {
  try {
    return parseBench(JSON.parse(text));
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    const allowed = { en: `the JSON of a ${BENCH_SCHEMA}`, zh: `${BENCH_SCHEMA} 的 JSON` };
    return { ok: false, problems: [{ path: "", found: { en: "found no JSON", zh: "得到的不是 JSON" }, allowed }] };
  }
}

/** Reads a benchmark's result from JSON that came from outside; statistics are not trusted but made anew. */
export function parseBench(input: unknown): ParsedBench {
  const parsed = v.safeParse(BENCH_FILE, input);
  if (!parsed.success) {
    const problems = parsed.issues.map(describeIssue);
    // A file of another kind has nothing else in common with this one.
    const schema = quote(BENCH_SCHEMA);
    const foreign = problems.filter(({ path }) => path === "schema").map((problem) => ({ ...problem, allowed: { en: schema, zh: schema } }));
    return { ok: false, problems: foreign.length > 0 ? foreign : problems };
  }
  const { rooflines, measurements, ...rest } = parsed.output;
  const withStatistics = <T extends { readonly warm: readonly number[] }>(item: T) => ({ ...item, statistics: describeSamples(item.warm) });
  return { ok: true, result: { ...rest, rooflines: rooflines.map(withStatistics), measurements: measurements.map(withStatistics) } };
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
