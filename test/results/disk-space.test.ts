import { describe, expect, it } from "vitest";
import { TILE_CELLS } from "../../src/sweep/plan.ts";
import { bytesInWords, neededBytes } from "../../src/results/disk-space.ts";

it("the room that a result needs has that for journal and manifest, by its parts and its tiles, less what is written", () => {
  expect(neededBytes(100, 1)).toBe(100 + 1e6);
  expect(neededBytes(1e9, 1, 4e8)).toBe(6.02e8 + 4096);
  expect(neededBytes(1e9, 1000 * TILE_CELLS)).toBe(1.002e9 + 1000 * 4096);
});

describe("bytes in words", () => {
  it.each([
    [0, "0 B"], [7, "7 B"], [999, "999 B"], [1000, "1 kB"], [5200, "5.20 kB"], [999_499, "999 kB"], [999_999, "1.00 MB"], [1_003_000, "1.00 MB"], [16_777_216, "16.8 MB"], [2_147_483_648, "2.15 GB"],
    [1.5e18, "1.50 EB"], [5.2e21, "5200 EB"],
  ])("%d", (bytes, text) => { expect(bytesInWords(bytes)).toBe(text); });
});
