import { describe, expect, it } from "vitest";
import { centralDirectory, localHeader, planZip } from "../../src/exporters/zip-layout.ts";

const GIB = 2 ** 30;

function view(bytes: Uint8Array<ArrayBuffer>): DataView {
  return new DataView(bytes.buffer);
}

describe("planZip", () => {
  it("places members one after the other, each behind its header", () => {
    const layout = planZip([{ name: "a.npy", size: 100 }, { name: "bc.npy", size: 7 }]);
    expect(layout.entries.map(({ headerOffset, dataOffset }) => [headerOffset, dataOffset])).toEqual([[0, 35], [135, 171]]);
    expect(layout.directoryOffset).toBe(178);
    expect(layout.totalBytes).toBe(178 + 46 + 5 + 46 + 6 + 22);
  });

  it("adds ZIP64 records only where 32 bits do not do", () => {
    const below = planZip([{ name: "x", size: 2 ** 32 - 2 }]);
    expect(below.entries[0].dataOffset).toBe(31);
    const at = planZip([{ name: "x", size: 2 ** 32 - 1 }]);
    expect(at.entries[0].dataOffset).toBe(31 + 20);
    expect(at.totalBytes - at.directoryOffset).toBe(46 + 1 + 20 + 56 + 20 + 22);
  });
});

describe("headers of a member over 4 GiB", () => {
  const layout = planZip([{ name: "big.npy", size: 5 * GIB }, { name: "small.npy", size: 9 }]);
  const [big, small] = layout.entries;

  it("holds both sizes in the local ZIP64 field", () => {
    const header = view(localHeader(big, 0xdeadbeef));
    expect(header.byteLength).toBe(big.dataOffset - big.headerOffset);
    expect(header.getUint16(4, true)).toBe(45);
    expect(header.getUint32(14, true)).toBe(0xdeadbeef);
    expect(header.getUint32(18, true)).toBe(0xffffffff);
    expect(header.getUint16(37, true)).toBe(1);
    expect(header.getUint16(39, true)).toBe(16);
    expect(header.getBigUint64(41, true)).toBe(BigInt(5 * GIB));
    expect(header.getBigUint64(49, true)).toBe(BigInt(5 * GIB));
  });

  it("points to the small member behind it by a ZIP64 offset alone", () => {
    const directory = view(centralDirectory(layout, [1, 2]));
    const second = 46 + 7 + 20;
    expect(directory.getUint32(second, true)).toBe(0x02014b50);
    expect(directory.getUint32(second + 20, true)).toBe(9);
    expect(directory.getUint32(second + 42, true)).toBe(0xffffffff);
    expect(directory.getUint16(second + 46 + 9 + 2, true)).toBe(8);
    expect(directory.getBigUint64(second + 46 + 9 + 4, true)).toBe(BigInt(small.headerOffset));
  });

  it("ends with a ZIP64 record, its locator and the plain end", () => {
    const bytes = centralDirectory(layout, [1, 2]);
    const directory = view(bytes);
    const end = bytes.length - 22;
    const locator = end - 20;
    const zip64End = locator - 56;
    expect(directory.getUint32(end, true)).toBe(0x06054b50);
    expect(directory.getUint32(end + 16, true)).toBe(0xffffffff);
    expect(directory.getUint32(locator, true)).toBe(0x07064b50);
    expect(directory.getBigUint64(locator + 8, true)).toBe(BigInt(layout.directoryOffset + zip64End));
    expect(directory.getUint32(zip64End, true)).toBe(0x06064b50);
    expect(directory.getBigUint64(zip64End + 24, true)).toBe(2n);
    expect(directory.getBigUint64(zip64End + 48, true)).toBe(BigInt(layout.directoryOffset));
  });
});
