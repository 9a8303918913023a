import { crc32 as crc32OfNode } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { combineCrc32, crc32, loadWasmCrc32 } from "../../src/exporters/crc32.ts";

describe("crc32", () => {
  it("is zlib's, Node's own as well as the one for browsers", async () => {
    const wasm = await loadWasmCrc32();
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      expect(wasm(bytes)).toBe(crc32OfNode(bytes));
      expect(await crc32(bytes)).toBe(crc32OfNode(bytes));
    }));
  });
});

describe("combineCrc32", () => {
  it("gives the CRC-32 of the joined bytes, wherever they are cut", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(300), (bytes, at) => {
      const [first, second] = [bytes.subarray(0, at), bytes.subarray(at)];
      expect(combineCrc32(crc32OfNode(first), crc32OfNode(second), second.length)).toBe(crc32OfNode(bytes));
    }));
  });

  it("holds for lengths beyond 32 bits: it is associative", () => {
    const long = 2 ** 36 + 12345;
    const left = combineCrc32(combineCrc32(0x12345678, 0x9abcdef0, long), 0x0badf00d, 2 ** 33);
    const right = combineCrc32(0x12345678, combineCrc32(0x9abcdef0, 0x0badf00d, 2 ** 33), long + 2 ** 33);
    expect(left).toBe(right);
  });
});
