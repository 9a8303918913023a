const BLOCK_BYTES = 12;

/**
 * Bob Jenkins's lookup3 (`hashlittle` from 0), which guards HDF5's metadata.
 * @returns an unsigned 32-bit number
 */
export function lookup3(bytes: Uint8Array): number {
  const blocks = Math.ceil(bytes.length / BLOCK_BYTES);
  const words = new DataView(new ArrayBuffer(blocks * BLOCK_BYTES));
  new Uint8Array(words.buffer).set(bytes);
  let a = (0xdeadbeef + bytes.length) | 0;
  let b = a;
  let c = a;
  for (let block = 0; block < blocks; block++) {
    const at = block * BLOCK_BYTES;
    a = (a + words.getInt32(at, true)) | 0;
    b = (b + words.getInt32(at + 4, true)) | 0;
    c = (c + words.getInt32(at + 8, true)) | 0;
    if (block === blocks - 1) break;
    a = (a - c) ^ rotated(c, 4); c = (c + b) | 0;
    b = (b - a) ^ rotated(a, 6); a = (a + c) | 0;
    c = (c - b) ^ rotated(b, 8); b = (b + a) | 0;
    a = (a - c) ^ rotated(c, 16); c = (c + b) | 0;
    b = (b - a) ^ rotated(a, 19); a = (a + c) | 0;
    c = (c - b) ^ rotated(b, 4); b = (b + a) | 0;
  }
  if (blocks > 0) {
    c = ((c ^ b) - rotated(b, 14)) | 0;
    a = ((a ^ c) - rotated(c, 11)) | 0;
    b = ((b ^ a) - rotated(a, 25)) | 0;
    c = ((c ^ b) - rotated(b, 16)) | 0;
    a = ((a ^ c) - rotated(c, 4)) | 0;
    b = ((b ^ a) - rotated(a, 14)) | 0;
    c = ((c ^ b) - rotated(b, 24)) | 0;
  }
  return c >>> 0;
}

function rotated(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}
