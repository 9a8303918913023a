import type { FieldType } from "../../field-type.ts";
import { RecordWriter } from "../../record-writer.ts";

/** A datatype as HDF5 stores it (format specification, IV.A.2.d). */
export type Datatype = Uint8Array<ArrayBuffer>;

const CLASSES = { integer: 0, float: 1, text: 3, compound: 6, reference: 7, sequence: 9 } as const;

const VERSION_1 = 1;
/** The first in which the members of a compound are not padded. */
const VERSION_3 = 3;
const SIGNED = 0x08;
/** The mantissa's leading bit is not stored. */
const IMPLIED_BIT = 0x20;
const NULL_TERMINATED = 0x00;
const NULL_PADDED = 0x01;
const UTF8 = 0x10;
const TEXT_IN_HEAP = 0x001;
const HEAP_UTF8 = 0x100;

/** Length, address of the heap, number of the object. */
export const HEAP_REFERENCE_BYTES = 16;
export const OBJECT_REFERENCE_BYTES = 8;

/** The elements of axes and fields, little-endian. */
export const ELEMENT_TYPES: Readonly<Record<FieldType, Datatype>> = {
  float64: float({ size: 8, exponentBits: 11, mantissaBits: 52 }),
  float32: float({ size: 4, exponentBits: 8, mantissaBits: 23 }),
  int8: integer(1, SIGNED),
  uint8: integer(1, 0),
};

/** A reference to an object of the same file: the address of its header. */
export const OBJECT_REFERENCE: Datatype = datatype(VERSION_1, "reference", 0, OBJECT_REFERENCE_BYTES).bytes;
export const SEQUENCE_OF_REFERENCES: Datatype = datatype(VERSION_1, "sequence", 0, HEAP_REFERENCE_BYTES).raw(OBJECT_REFERENCE).bytes;
/** A text of any length in a heap. */
export const HEAP_TEXT: Datatype = datatype(VERSION_1, "sequence", TEXT_IN_HEAP | HEAP_UTF8, HEAP_REFERENCE_BYTES).raw(integer(1, 0)).bytes;

/** @param bytes at least 1 */
export function utf8Text(bytes: number): Datatype {
  return datatype(VERSION_1, "text", NULL_PADDED | UTF8, bytes).bytes;
}

/** @param bytes with the zero at the end */
export function asciiText(bytes: number): Datatype {
  return datatype(VERSION_1, "text", NULL_TERMINATED, bytes).bytes;
}

export interface Member {
  readonly name: string;
  /** In bytes from the start of the compound. */
  readonly offset: number;
  readonly type: Datatype;
}

/** @param size in bytes, below 256 */
export function compound(size: number, members: readonly Member[]): Datatype {
  const record = datatype(VERSION_3, "compound", members.length, size);
  for (const { name, offset, type } of members) record.text(name).u8(0).u8(offset).raw(type);
  return record.bytes;
}

/** @param flags `SIGNED` or none */
function integer(size: number, flags: number): Datatype {
  return datatype(VERSION_1, "integer", flags, size).u16(0).u16(8 * size).bytes;
}

export const UINT32: Datatype = integer(4, 0);

function float({ size, exponentBits, mantissaBits }: { readonly size: number; readonly exponentBits: number; readonly mantissaBits: number }): Datatype {
  const signBit = 8 * size - 1;
  return datatype(VERSION_1, "float", IMPLIED_BIT | (signBit << 8), size)
    .u16(0).u16(8 * size).u8(mantissaBits).u8(exponentBits).u8(0).u8(mantissaBits).u32(2 ** (exponentBits - 1) - 1).bytes;
}

function datatype(version: number, kind: keyof typeof CLASSES, bits: number, size: number): RecordWriter {
  return new RecordWriter().u8((version << 4) | CLASSES[kind]).u16(bits).u8(0).u32(size);
}
