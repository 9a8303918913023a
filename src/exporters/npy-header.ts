import type { FieldType } from "./field-type.ts";

/** NumPy's names of the element types. */
export const NUMPY_TYPES: Readonly<Record<FieldType, string>> = { float64: "<f8", float32: "<f4", int8: "|i1", uint8: "|u1" };

/** NEP 1: the header ends on a multiple of this, so that the data can be mapped into memory. */
const ALIGNMENT = 64;
/** "\x93NUMPY", version 1.0, and two bytes of length. */
const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0];
const PREAMBLE_BYTES = MAGIC.length + 2;

/**
 * Header of an .npy file in version 1.0 of NEP 1, C order.
 * @param descriptor NumPy's type, such as `<f8`
 * @param shape lengths of the axes, the slowest first; empty for a scalar
 */
export function npyHeader(descriptor: string, shape: readonly number[]): Uint8Array<ArrayBuffer> {
  const sizes = shape.length === 1 ? `${shape[0]},` : shape.join(", ");
  const dictionary = `{'descr': '${descriptor}', 'fortran_order': False, 'shape': (${sizes}), }`;
  const length = Math.ceil((PREAMBLE_BYTES + dictionary.length + 1) / ALIGNMENT) * ALIGNMENT;
  const header = new Uint8Array(length).fill(0x20);
  header.set(MAGIC);
  new DataView(header.buffer).setUint16(MAGIC.length, length - PREAMBLE_BYTES, true);
  header.set(new TextEncoder().encode(dictionary), PREAMBLE_BYTES);
  header[length - 1] = 0x0a;
  return header;
}

/** A text as the bytes of a NumPy scalar `<U…`: UTF-32, little-endian. */
export function unicodeScalar(text: string): { readonly descriptor: string; readonly bytes: Uint8Array<ArrayBuffer> } {
  const codePoints = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const bytes = new Uint8Array(4 * codePoints.length);
  const view = new DataView(bytes.buffer);
  codePoints.forEach((codePoint, i) => view.setUint32(4 * i, codePoint, true));
  return { descriptor: `<U${codePoints.length}`, bytes };
}
