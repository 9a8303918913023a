import { isCodeField, type FieldName } from "../model/index.ts";
import type { SweepSpec } from "../sweep/spec.ts";
import type { FilledTile } from "../sweep/tile.ts";
import type { FieldArray, FieldsOf, SweepInput } from "./input.ts";

/** Consecutive cells of a sweep in C order (the last axis varies fastest), at most 2²⁰. */
export interface SweepTile<Input extends SweepInput = SweepInput> {
  /** The first cell, counted from 0. */
  readonly start: number;
  readonly count: number;
  /** `count` elements each; NaN where a cell is not feasible. */
  readonly fields: FieldName extends FieldsOf<Input>
    ? { readonly [Field in FieldName]?: FieldArray<Input, Field> }
    : { readonly [Field in FieldsOf<Input>]: FieldArray<Input, Field> };
}

/** The arrays are copies: the bytes that a tile comes with are used again, and may lie in shared memory. */
export function typedTile<Input extends SweepInput>({ start, count, fields }: FilledTile, spec: SweepSpec): SweepTile<Input> {
  const arrays = Object.fromEntries(spec.fields.map((field) => {
    const copy = new Uint8Array(fields[field]?.length ?? 0);
    copy.set(fields[field] ?? copy);
    return [field, new (arrayTypeOf(field, spec))(copy.buffer)];
  }));
  // The spec was made from the input, so its fields and precision are those of the type.
  return { start, count, fields: arrays as unknown as SweepTile<Input>["fields"] };
}

function arrayTypeOf(field: FieldName, { precision }: SweepSpec) {
  if (isCodeField(field)) return field === "class" ? Int8Array : Uint8Array;
  return precision === "f32" ? Float32Array : Float64Array;
}
