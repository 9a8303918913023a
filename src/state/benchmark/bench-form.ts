import {
  DEFAULT_REPEATS, DEFAULT_SIZE, DEFAULT_WARM_UPS, planBench, REPEAT_RANGE, roundCount, sizesUpTo, WARM_UP_RANGE,
} from "../../benchmark/bench-plan.ts";
import { formatCount } from "../../model/index.ts";
import type { BenchSettings } from "../../benchmark/bench-result.ts";
import type { ProbedEngine } from "../../benchmark/probe-engines.ts";
import { quote, type Problem } from "../../sweep/problems.ts";

export type EngineName = ProbedEngine["id"];

/** Whole numbers that are typed in. */
export const NUMBER_FIELDS = ["repeats", "warmUps", "threads"] as const;
export type NumberField = (typeof NUMBER_FIELDS)[number];
export type FormField = NumberField | "engines";

/** The settings as they stand in the controls; the numbers as they were typed. */
export interface BenchForm extends Readonly<Record<NumberField, string>> {
  readonly engines: readonly EngineName[];
  /** Points an axis of the largest sweep. */
  readonly greatestSize: number;
}

export interface CheckedSettings extends BenchSettings {
  readonly engines: readonly EngineName[];
}

export type CheckedForm =
  | { readonly ok: true; readonly settings: CheckedSettings }
  | { readonly ok: false; readonly problems: Readonly<Partial<Record<FormField, Problem>>> };

/** Every engine that works here, on as many threads as the first of them takes by itself. */
export function defaultForm(engines: readonly ProbedEngine[]): BenchForm {
  const working = engines.filter(({ available }) => available);
  return {
    engines: working.map(({ id }) => id), greatestSize: DEFAULT_SIZE, repeats: String(DEFAULT_REPEATS), warmUps: String(DEFAULT_WARM_UPS),
    threads: String(working.at(0)?.threads ?? 1),
  };
}

/** What a number may be. @param threadsHere threads of the machine */
export function rangeOf(field: NumberField, threadsHere: number): { readonly min: number; readonly max: number } {
  return { repeats: REPEAT_RANGE, warmUps: WARM_UP_RANGE, threads: { min: 1, max: threadsHere } }[field];
}

/** Reads the form, or says of each field what is wrong with it. */
export function checkForm(form: BenchForm, threadsHere: number): CheckedForm {
  const problems: Partial<Record<FormField, Problem>> = {};
  if (form.engines.length === 0) {
    problems.engines = { path: "", found: { en: "found no engine", zh: "未选择引擎" }, allowed: { en: "at least one", zh: "至少一个" } };
  }
  for (const field of NUMBER_FIELDS) {
    const problem = checkNumber(form[field], rangeOf(field, threadsHere));
    if (problem !== null) problems[field] = problem;
  }
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  const { engines, greatestSize, repeats, warmUps, threads } = form;
  return {
    ok: true,
    settings: { engines, sizes: sizesUpTo(greatestSize), repeats: Number(repeats), warmUps: Number(warmUps), threads: Number(threads) },
  };
}

function checkNumber(text: string, { min, max }: { readonly min: number; readonly max: number }): Problem | null {
  const value = Number(text);
  if (/^\s*\d+\s*$/.test(text) && value >= min && value <= max) return null;
  const found = text.trim() === "" ? { en: "found nothing", zh: "未填写" } : { en: `found ${quote(text)}`, zh: `得到 ${quote(text)}` };
  const allowed = min === max
    ? { en: String(min), zh: String(min) }
    : { en: `a whole number from ${formatCount(min)} to ${formatCount(max)}`, zh: `${formatCount(min)} 到 ${formatCount(max)} 之间的整数` };
  return { path: "", found, allowed };
}

/** Points a second that an engine may be expected to sweep on an ordinary laptop; the others are about as fast as each other. */
const USUAL_RATE = 4e8;
const SLOWER_RATES: Readonly<Partial<Record<EngineName, number>>> = { js: 4e7 };
/** Seconds that a run takes however small it is. */
const LEAST_RUN = 0.002;

/** What a benchmark would take: its runs, the points of its largest sweep, and seconds on an ordinary laptop, roughly. */
export function estimateBench(settings: CheckedSettings): { readonly runs: number; readonly points: number; readonly seconds: number } {
  const plan = planBench(settings.engines, settings.sizes);
  const rounds = roundCount(settings);
  const timeOf = (points: number, engine: EngineName): number => LEAST_RUN + points / (SLOWER_RATES[engine] ?? USUAL_RATE);
  return {
    runs: rounds * plan.reduce((sum, { engines }) => sum + engines.length, 0),
    points: Math.max(0, ...plan.map(({ points }) => points)),
    seconds: rounds * plan.reduce((sum, { points, engines }) => sum + engines.reduce((time, engine) => time + timeOf(points, engine), 0), 0),
  };
}
