import { version } from "../../package.json";
import {
  CLASS_BOUNDARY, CLASS_INFEASIBLE, CLASS_NEGATIVE, CLASS_POSITIVE, FIELDS, PARAMETERS, SERVICE_ELASTICITY, STATUS_BITS, STATUS_FLAGS,
  type BilingualText,
} from "../model/index.ts";
import type { SweepSpec } from "../sweep/spec.ts";
import type { ExportSource } from "./exporter.ts";

/** An axis or a field as every format describes it, each in its own way. */
export interface ColumnDescription {
  readonly name: string;
  readonly symbol: string;
  readonly equation: string;
  readonly unit: string;
  readonly label: BilingualText;
  readonly meaning: BilingualText;
}

export const SWEEP_TITLE: BilingualText = {
  en: "Growth with compute as a factor of production: a sweep by Tauscape",
  zh: "含算力要素的内生增长：Tauscape 扫描结果",
};

export const SOURCE_CITATION =
  "中国算力发展观察报告 (Tsinghua IGI and Inspur, December 2023), appendix 包含算力生产要素的内生增长模型; R1 to R13 number its equations in order of "
  + "appearance, and § marks what Tauscape adds";

/** What the values of `class` mean. */
export const CLASS_CODES: readonly (readonly [number, string])[] = [
  [CLASS_POSITIVE, "positive"], [CLASS_BOUNDARY, "boundary"], [CLASS_NEGATIVE, "negative"], [CLASS_INFEASIBLE, "infeasible"],
];

/** What the bits of `status` mean. */
export const STATUS_CODES: readonly (readonly [number, string])[] = STATUS_FLAGS.map((flag) => [STATUS_BITS[flag], flag]);

/** What wrote the file. */
export const SOFTWARE = { name: "Tauscape", version } as const;

export function describeAxes(spec: SweepSpec): ColumnDescription[] {
  return spec.axes.map((axis) => describeColumn(PARAMETERS[axis.name]));
}

export function describeFields(spec: SweepSpec): ColumnDescription[] {
  return spec.fields.map((field) => describeColumn(FIELDS[field]));
}

function describeColumn({ name, symbol, equation, unit, label, meaning }: ColumnDescription): ColumnDescription {
  return { name, symbol, equation, unit, label, meaning };
}

/** Everything that a reader of the file may want to know, as one plain object; the same for equal sweeps. */
export function describeSweep({ spec, specHash }: Pick<ExportSource, "spec" | "specHash">): object {
  return {
    title: SWEEP_TITLE,
    source: SOURCE_CITATION,
    software: SOFTWARE,
    spec,
    specHash,
    axes: describeAxes(spec),
    fields: describeFields(spec),
    codes: {
      class: Object.fromEntries(CLASS_CODES),
      status: Object.fromEntries(STATUS_CODES),
    },
    serviceElasticity: SERVICE_ELASTICITY,
  };
}
