import {
  FIELD_NAMES, FIELDS, PARAMETER_NAMES, PARAMETERS, PRICE_MODES, RULES, type ParameterName,
} from "../model/index.ts";
import { parseSpec } from "../sweep/parse-spec.ts";
import { cellCount, PRECISIONS, type SweepSpec } from "../sweep/spec.ts";

/** Cells of the largest spec that is made: each of them is evaluated by the model as well. */
const MOST_CELLS = 2000;
const MOST_AXES = 4;
const MOST_POINTS = 9;
/** How far axes reach beyond what people look at, as a share of it: some cells lie outside the domains. */
const REACH = 0.3;

type Random = () => number;

/** A spec that the product accepts: any axes in any order, any fields and the class, any rule, prices and precision. The same for the same numbers. */
export function randomSpec(random: Random): SweepSpec {
  for (;;) {
    const parsed = parseSpec(randomInput(random));
    if (parsed.ok && cellCount(parsed.spec) <= MOST_CELLS) return parsed.spec;
  }
}

function randomInput(random: Random): object {
  const prices = pick(PRICE_MODES, random);
  const names = shuffled(PARAMETER_NAMES.filter((name) => PARAMETERS[name].modes.includes(prices)), random);
  const axes = 1 + Math.floor(random() * MOST_AXES);
  const fields = shuffled(FIELD_NAMES.filter((name) => name !== "class" && FIELDS[name].modes.includes(prices)), random);
  return {
    schema: "tauscape/sweep@1", prices, rule: pick(RULES, random), precision: pick(PRECISIONS, random),
    axes: names.slice(0, axes).map((name) => randomAxis(name, random)),
    fixed: Object.fromEntries(names.slice(axes).filter(() => random() < 0.5).map((name) => [name, randomValue(name, 0, random)])),
    fields: [...fields.slice(0, 1 + Math.floor(random() * fields.length)), "class"],
  };
}

function randomAxis(name: ParameterName, random: Random): object {
  const count = 1 + Math.floor(random() * MOST_POINTS);
  if (random() < 0.4) {
    const values = Array.from({ length: count }, () => randomValue(name, REACH, random));
    return { name, values: values.sort((a, b) => a - b) };
  }
  const [min, max] = [randomValue(name, REACH, random), randomValue(name, REACH, random)].sort((a, b) => a - b);
  return { name, min, max, count, spacing: min > 0 && random() < 0.5 ? "log" : "linear" };
}

function randomValue(name: ParameterName, reach: number, random: Random): number {
  const { min, max } = PARAMETERS[name].view;
  return min + (max - min) * (random() * (1 + 2 * reach) - reach);
}

function pick<T>(options: readonly T[], random: Random): T {
  return options[Math.floor(random() * options.length)];
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items.map((item) => ({ item, place: random() })).sort((a, b) => a.place - b.place).map(({ item }) => item);
}
