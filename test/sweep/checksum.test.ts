import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checksumOf, DIGEST_BYTES, joinDigests, PIECE_BYTES, pieceDigests } from "../../src/sweep/checksum.ts";

/** Bytes without a period, whose checksums python's xxhash 3.2 has given. */
function patternBytes(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => i * i + Math.floor(i / 251));
}

const REFERENCES: readonly (readonly [string, Uint8Array, string])[] = [
  ["no byte", new Uint8Array(0), "xxh128t-99aa06d3014798d86001c324468d497f"],
  ["one zero", new Uint8Array(1), "xxh128t-de68429b8afe28ce97cda390d38d6d2b"],
  ["less than a piece", patternBytes(1000), "xxh128t-7e0d0a5cd72a4b9af1121c27442821c9"],
  ["a piece", patternBytes(PIECE_BYTES), "xxh128t-df2af22d2dd4173e30a293bd58a28414"],
  ["three pieces, the last cut", patternBytes(2 * PIECE_BYTES + 12345), "xxh128t-54964a3b1d789f724ce3fa10022835af"],
];

describe("checksumOf", () => {
  it.each(REFERENCES)("gives what another implementation gives for %s", async (_, bytes, expected) => {
    expect(await checksumOf(bytes)).toBe(expected);
  });

  it("tells bytes apart that differ in one bit", async () => {
    const bytes = patternBytes(PIECE_BYTES + 7);
    const before = await checksumOf(bytes);
    bytes[PIECE_BYTES + 3] ^= 1;
    expect(await checksumOf(bytes)).not.toBe(before);
  });
});

describe("pieceDigests", () => {
  it("gives one digest a piece", async () => {
    expect(await pieceDigests(patternBytes(PIECE_BYTES + 1))).toHaveLength(2 * DIGEST_BYTES);
    expect(await pieceDigests(new Uint8Array(0))).toHaveLength(0);
  });

  it("joins to the checksum of the whole, wherever whole pieces are cut, also when parts are hashed at once", async () => {
    const pieces = 4;
    const bytes = patternBytes((pieces - 1) * PIECE_BYTES + 99);
    const whole = await checksumOf(bytes);
    await fc.assert(fc.asyncProperty(fc.subarray([1, 2, 3]), async (cuts) => {
      const ends = [...cuts, pieces];
      const parts = await Promise.all(ends.map((end, k) =>
        pieceDigests(bytes.subarray((k === 0 ? 0 : ends[k - 1]) * PIECE_BYTES, end * PIECE_BYTES))));
      expect(await joinDigests(parts)).toBe(whole);
    }), { numRuns: 8 });
  });
});
