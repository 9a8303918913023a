import * as v from "valibot";
import { ENGINE_IDS } from "../engines/engine.ts";
import { FIELD_NAMES } from "../model/index.ts";
import type { Problem } from "../sweep/problems.ts";
import { schemaProblems } from "../sweep/schema-problems.ts";
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
  if (!parsed.success) return { ok: false, problems: schemaProblems(parsed.issues, BENCH_SCHEMA) };
  const { rooflines, measurements, ...rest } = parsed.output;
  const withStatistics = <T extends { readonly warm: readonly number[] }>(item: T) => ({ ...item, statistics: describeSamples(item.warm) });
  return { ok: true, result: { ...rest, rooflines: rooflines.map(withStatistics), measurements: measurements.map(withStatistics) } };
}
