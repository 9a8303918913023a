import { createCRC32 } from "hash-wasm";

/** CRC-32 of ZIP: reflected polynomial. */
const POLYNOMIAL = 0xedb88320;
const BITS = 32;

type Crc32 = (bytes: Uint8Array) => number;

let loading: Promise<Crc32> | undefined;

export async function crc32(bytes: Uint8Array): Promise<number> {
  return (await (loading ??= loadCrc32()))(bytes);
}

/** Node's own, where it has one, is three times as quick: as quick as bytes are written. */
async function loadCrc32(): Promise<Crc32> {
  if (!import.meta.env.SSR) return loadWasmCrc32();
  const { crc32: ofNode } = await import("node:zlib") as { readonly crc32?: Crc32 };
  return ofNode ?? loadWasmCrc32();
}

export async function loadWasmCrc32(): Promise<Crc32> {
  const hash = await createCRC32();
  return (bytes) => Number.parseInt(hash.init().update(bytes).digest(), 16);
}

/**
 * CRC-32 of two runs of bytes joined, from the CRC-32 of each and the length of the second: appending n zero bytes multiplies by
 * x^(8n) modulo the polynomial, done in log n steps by squaring (zlib's crc32_combine).
 */
export function combineCrc32(first: number, second: number, secondLength: number): number {
  return (multiply(powerOfX(8 * secondLength), first) ^ second) >>> 0;
}

/** x^exponent modulo the polynomial; the exponent may exceed 32 bits. */
function powerOfX(exponent: number): number {
  let result = 1 << (BITS - 1);
  let square = 1 << (BITS - 2);
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = multiply(square, result);
    square = multiply(square, square);
  }
  return result;
}

/** Product of two polynomials over GF(2), the highest power in the lowest bit. */
function multiply(a: number, b: number): number {
  let product = 0;
  let shifted = b;
  for (let mask = 1 << (BITS - 1); mask !== 0; mask >>>= 1) {
    if ((a & mask) !== 0) product ^= shifted;
    shifted = (shifted & 1) === 0 ? shifted >>> 1 : (shifted >>> 1) ^ POLYNOMIAL;
  }
  return product;
}
