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

/** @param borrow whether the arrays may lie over memory that is used again */
export function typedTile<Input extends SweepInput>({ start, count, fields }: FilledTile, spec: SweepSpec, borrow: boolean): SweepTile<Input> {
  const arrays = Object.fromEntries(spec.fields.map((field) => {
    const Values = arrayTypeOf(field, spec);
    const bytes = fields[field] ?? new Uint8Array(0);
    const isAligned = bytes.byteOffset % Values.BYTES_PER_ELEMENT === 0;
    const own = borrow && isAligned && bytes.buffer instanceof ArrayBuffer ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : copyOf(bytes);
    return [field, new Values(own.buffer, own.byteOffset, own.byteLength / Values.BYTES_PER_ELEMENT)];
  }));
  // The spec was made from the input, so its fields and precision are those of the type.
  return { start, count, fields: arrays as unknown as SweepTile<Input>["fields"] };
}

function arrayTypeOf(field: FieldName, { precision }: SweepSpec) {
  if (isCodeField(field)) return field === "class" ? Int8Array : Uint8Array;
  return precision === "f32" ? Float32Array : Float64Array;
}

function copyOf(bytes: Uint8Array<ArrayBufferLike>): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes.length);
  copy.set(bytes);
  return copy;
}
