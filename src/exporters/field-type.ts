import { isCodeField, type FieldName } from "../model/index.ts";
import type { Precision, SweepSpec } from "../sweep/spec.ts";

/** Element types of a field's bytes, always little-endian. */
export type FieldType = "float64" | "float32" | "int8" | "uint8";

const BYTES_PER_ELEMENT: Readonly<Record<FieldType, number>> = { float64: 8, float32: 4, int8: 1, uint8: 1 };

export function fieldType(field: FieldName, precision: Precision): FieldType {
  if (isCodeField(field)) return field === "class" ? "int8" : "uint8";
  return precision === "f64" ? "float64" : "float32";
}

export function bytesPerElement(type: FieldType): number {
  return BYTES_PER_ELEMENT[type];
}

/** Bytes of a number of a field's cells. */
export function fieldBytes({ precision }: SweepSpec, field: FieldName, cells: number): number {
  return bytesPerElement(fieldType(field, precision)) * cells;
}

const ARRAYS = { float64: Float64Array, float32: Float32Array, int8: Int8Array, uint8: Uint8Array } as const;

/** The values of a type. */
export type Elements<Type extends FieldType = FieldType> = InstanceType<(typeof ARRAYS)[Type]>;

/** The values of a field in a tile's bytes; a view where the bytes are aligned, else a copy. */
export function elementsOf<Type extends FieldType>(bytes: Uint8Array<ArrayBufferLike>, type: Type): Elements<Type> {
  const size = bytesPerElement(type);
  const aligned = bytes.byteOffset % size === 0 ? bytes : new Uint8Array(bytes);
  const View = ARRAYS[type] as unknown as new (buffer: ArrayBufferLike, offset: number, length: number) => Elements<Type>;
  return new View(aligned.buffer, aligned.byteOffset, aligned.byteLength / size);
}

/** Numbers as bytes of a type. */
export function elementBytes(values: readonly number[], type: FieldType): Uint8Array<ArrayBuffer> {
  return new Uint8Array(ARRAYS[type].from(values).buffer);
}
