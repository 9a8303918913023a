import type { FieldName, ParameterName, PriceMode, Rule } from "../model/index.ts";

export const SWEEP_SCHEMA = "tauscape/sweep@1";

export const SPACINGS = ["linear", "log"] as const;
export type Spacing = (typeof SPACINGS)[number];
export const PRECISIONS = ["f64", "f32"] as const;
export type Precision = (typeof PRECISIONS)[number];

/** An axis by its ends: `count` points from `min` to `max`, evenly spaced or evenly in logarithms. */
export interface RangeAxis {
  readonly name: ParameterName;
  readonly min: number;
  readonly max: number;
  readonly count: number;
  readonly spacing: Spacing;
}

/** An axis that lists its points, strictly increasing. */
export interface ListAxis {
  readonly name: ParameterName;
  readonly values: readonly number[];
}

export type Axis = RangeAxis | ListAxis;

/**
 * A sweep with every default filled in: plain JSON that says everything about it. Axes are ordered, the last varies fastest.
 * `fixed` holds every parameter that has an effect in this price mode and is not an axis.
 * Only `parseSpec` makes one, so that whoever holds it need not check it again.
 */
export interface SweepSpec {
  readonly schema: typeof SWEEP_SCHEMA;
  readonly prices: PriceMode;
  readonly rule: Rule;
  readonly axes: readonly Axis[];
  readonly fixed: Readonly<Partial<Record<ParameterName, number>>>;
  readonly fields: readonly FieldName[];
  readonly precision: Precision;
}

export function isListAxis(axis: Axis): axis is ListAxis {
  return "values" in axis;
}

export function axisCount(axis: Axis): number {
  return isListAxis(axis) ? axis.values.length : axis.count;
}

/** Number of cells of the sweep; at most 2⁵³, which `parseSpec` checks. */
export function cellCount(spec: SweepSpec): number {
  return spec.axes.reduce((product, axis) => product * axisCount(axis), 1);
}
