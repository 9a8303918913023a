import { describeAdmissible, isParameterName, PARAMETER_NAMES } from "../model/index.ts";
import { admissibleRange, axisPoint, firstNotIncreasing } from "./axes.ts";
import { quote } from "./problems.ts";
import { both, choice, finiteNumber, found, isRecord, listOf, refuseUnknownKeys, type Report } from "./reading.ts";
import { SPACINGS, type Axis, type ListAxis, type RangeAxis } from "./spec.ts";

const AXIS_KEYS = ["name", "min", "max", "count", "spacing", "values"] as const;
const NUMBER = { en: "a finite number", zh: "有限的数" };

/** Reads one axis; `null` after reports where anything is wrong with it. */
export function parseAxis(input: unknown, path: string, report: Report): Axis | null {
  let clean = true;
  const note: Report = (problem) => {
    clean = false;
    report(problem);
  };
  if (!isRecord(input)) {
    note(found(path, input, both("an object with", AXIS_KEYS, "带有以下键的对象：")));
    return null;
  }
  refuseUnknownKeys(input, AXIS_KEYS, path, note);
  if (!isParameterName(input.name)) note(found(`${path}.name`, input.name, both("one of", PARAMETER_NAMES, "以下之一：")));
  const axis = "values" in input ? readList(input, path, note) : readRange(input, path, note);
  if (!clean || axis === null) return null;
  checkPoints(axis, path, note);
  return clean ? axis : null;
}

function readList(input: Record<string, unknown>, path: string, report: Report): ListAxis | null {
  for (const key of ["min", "max", "count", "spacing"]) {
    if (key in input) {
      report(found(`${path}.${key}`, input[key], { en: "no such key beside values", zh: "给出 values 时不应再给此键" }));
    }
  }
  const items = listOf(input.values, `${path}.values`, { en: "a list of at least one number", zh: "至少包含一个数的列表" }, report);
  const values: number[] = [];
  items.forEach((item, k) => {
    const value = finiteNumber(item, `${path}.values[${k}]`, NUMBER, report);
    if (value !== null) values.push(value);
  });
  return isParameterName(input.name) ? { name: input.name, values } : null;
}

function readRange(input: Record<string, unknown>, path: string, report: Report): RangeAxis | null {
  const min = finiteNumber(input.min, `${path}.min`, NUMBER, report);
  const max = finiteNumber(input.max, `${path}.max`, NUMBER, report);
  const count = readCount(input.count, `${path}.count`, report);
  const spacing = choice(input.spacing, SPACINGS, "linear", `${path}.spacing`, report);
  if (min === null || max === null || count === null) return null;
  if (count === 1 ? min > max : min >= max) {
    report({
      path: `${path}.max`,
      found: { en: `found ${quote(max)} with min ${quote(min)}`, zh: `得到 ${quote(max)}，而 min 为 ${quote(min)}` },
      allowed: count === 1 ? { en: "max ≥ min", zh: "max ≥ min" } : { en: "max above min", zh: "max 大于 min" },
    });
  }
  if (spacing === "log" && min <= 0) {
    report(found(`${path}.min`, min, { en: "a number above 0 where spacing is log", zh: "对数间距要求大于 0" }));
  }
  return isParameterName(input.name) ? { name: input.name, min, max, count, spacing } : null;
}

function readCount(input: unknown, path: string, report: Report): number | null {
  if (typeof input === "number" && Number.isSafeInteger(input) && input >= 1) return input;
  report(found(path, input, { en: "a whole number from 1 to 2^53", zh: "1 到 2^53 的整数" }));
  return null;
}

function checkPoints(axis: Axis, path: string, report: Report): void {
  const at = firstNotIncreasing(axis);
  const listed = "values" in axis;
  if (at !== null) {
    report({
      path: listed ? `${path}.values[${at}]` : `${path}.count`,
      found: listed
        ? { en: `found ${quote(axisPoint(axis, at))} after ${quote(axisPoint(axis, at - 1))}`, zh: `${quote(axisPoint(axis, at))} 排在 ${quote(axisPoint(axis, at - 1))} 之后` }
        : { en: `found ${axis.count}, so many that neighbouring points are the same number`, zh: `得到 ${axis.count}，点太密，相邻点成为同一个数` },
      allowed: { en: "points that strictly increase", zh: "各点严格递增" },
    });
    return;
  }
  const inside = admissibleRange(axis);
  if (inside.from >= inside.to) {
    report({
      path: listed ? `${path}.values` : path,
      found: { en: "no point inside the domain", zh: "没有任何点在定义域内" },
      allowed: {
        en: `at least one point that is ${describeAdmissible(axis.name).en}`, zh: `至少一个点为${describeAdmissible(axis.name).zh}`,
      },
    });
  }
}
