import type { CodeFieldName, FieldName, ParameterName, PriceMode, Rule } from "../model/index.ts";
import { parseSpec } from "../sweep/parse-spec.ts";
import { describeProblem, type Problem } from "../sweep/problems.ts";
import { SWEEP_SCHEMA, type Precision, type Spacing, type SweepSpec } from "../sweep/spec.ts";

/** An axis of a sweep: `count` points from `min` to `max`, or the points themselves, strictly increasing. */
export type AxisInput =
  | { readonly name: ParameterName; readonly min: number; readonly max: number; readonly count: number; readonly spacing?: Spacing }
  | { readonly name: ParameterName; readonly values: readonly number[] };

/** A sweep as one writes it down: `tauscape/sweep@1`, in which all but the axes may be left out. */
export interface SweepInput {
  readonly schema?: typeof SWEEP_SCHEMA;
  /** Default: `given`. In equilibrium `r` and `wr` are outcomes and can be neither axis nor fixed. */
  readonly prices?: PriceMode;
  /** Default: `report`. */
  readonly rule?: Rule;
  /** At least one; the last varies fastest. At most 2⁵³ points in all. */
  readonly axes: readonly AxisInput[];
  /** Parameters that are no axis; those left out have their illustrative defaults. */
  readonly fixed?: Readonly<Partial<Record<ParameterName, number>>>;
  /** Default: `growth` and `growthSlope`. */
  readonly fields?: readonly FieldName[];
  /** Of the values; `class` and `status` are one byte in either. Default: `f64`. */
  readonly precision?: Precision;
}

/** The fields that an input asks for, as far as its type tells. */
export type FieldsOf<Input extends SweepInput> = Input extends { readonly fields: readonly (infer Field extends FieldName)[] } ? Field : "growth" | "growthSlope";

/** The typed array of quantities in the precision asked for. */
export type ValuesOf<Input extends SweepInput> = Input extends { readonly precision: infer P extends Precision }
  ? P extends "f32" ? Float32Array<ArrayBuffer> : Float64Array<ArrayBuffer>
  : Float64Array<ArrayBuffer>;

/** The typed array of a field: values in the precision asked for, `class` signed bytes (1, 0, −1, −128), `status` bytes (bits 1, 2, 4). */
export type FieldArray<Input extends SweepInput, Field extends FieldName> = Field extends CodeFieldName
  ? Field extends "class" ? Int8Array<ArrayBuffer> : Uint8Array<ArrayBuffer>
  : ValuesOf<Input>;

/** The spec was refused; `problems` are all that is wrong with it, each with its path, what was found and what is allowed. */
export class SpecError extends Error {
  readonly kind = "spec";
  override readonly name = "SpecError";
  constructor(readonly problems: readonly Problem[]) {
    super(`The spec was refused. ${problems.map((problem) => describeProblem(problem, "en")).join(" ")}`);
  }
}

/**
 * Fills the defaults in.
 * @throws {@link SpecError}
 */
export function specOf(input: SweepInput): SweepSpec {
  const parsed = parseSpec({ schema: SWEEP_SCHEMA, ...input });
  if (!parsed.ok) throw new SpecError(parsed.problems);
  return parsed.spec;
}
