/** Values whose bytes are moved at once: a word of each stream is made of them. */
const GROUP = 4;
const BYTE = 0xff;

/**
 * BYTE_STREAM_SPLIT: the first bytes of all values, then the second ones …; bytes that change little stand together.
 * @param memory takes the streams, from its start on
 */
export function splitStreams(values: Float64Array | Float32Array, memory: ArrayBuffer): Uint8Array<ArrayBuffer> {
  const split = new Uint8Array(memory, 0, values.byteLength);
  // Only then does each stream begin at a whole word.
  if (values.length % GROUP === 0) splitGroups(values, split);
  else splitBytes(values, split);
  return split;
}

function splitBytes(values: Float64Array | Float32Array, split: Uint8Array<ArrayBuffer>): void {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  const { length: count, BYTES_PER_ELEMENT: width } = values;
  for (let stream = 0; stream < width; stream++) {
    for (let i = 0, from = stream, to = stream * count; i < count; i++, from += width, to++) split[to] = bytes[from];
  }
}

/** Transposes four bytes of four values at a time: a quarter of the time that moving single bytes takes. */
function splitGroups(values: Float64Array | Float32Array, bytes: Uint8Array<ArrayBuffer>): void {
  const wordsAValue = values.BYTES_PER_ELEMENT / GROUP;
  const words = new Uint32Array(values.buffer, values.byteOffset, values.byteLength / GROUP);
  const split = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / GROUP);
  const step = values.length / GROUP;
  for (let word = 0; word < wordsAValue; word++) {
    const stream = word * GROUP * step;
    for (let i = 0, at = word; i < step; i++, at += GROUP * wordsAValue) {
      const a = words[at];
      const b = words[at + wordsAValue];
      const c = words[at + 2 * wordsAValue];
      const d = words[at + 3 * wordsAValue];
      split[stream + i] = (a & BYTE) | (b & BYTE) << 8 | (c & BYTE) << 16 | d << 24;
      split[stream + step + i] = (a >>> 8 & BYTE) | (b >>> 8 & BYTE) << 8 | (c >>> 8 & BYTE) << 16 | d >>> 8 << 24;
      split[stream + 2 * step + i] = (a >>> 16 & BYTE) | (b >>> 16 & BYTE) << 8 | (c >>> 16 & BYTE) << 16 | d >>> 16 << 24;
      split[stream + 3 * step + i] = a >>> 24 | b >>> 24 << 8 | c >>> 24 << 16 | d >>> 24 << 24;
    }
  }
}
