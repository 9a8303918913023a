import { RecordWriter } from "../../record-writer.ts";
import { lookup3 } from "./lookup3.ts";

const SIGNATURE = Uint8Array.of(0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a);
const NO_EXTENSION = new Uint8Array(8).fill(0xff);
const ADDRESS_BYTES = 8;
const LENGTH_BYTES = 8;

export const SUPERBLOCK_BYTES = 48;

/** What an HDF5 file begins with (format specification, II.A, version 2): how long it is, and where its root group's header stands. */
export function superblock(rootHeader: number, totalBytes: number): Uint8Array<ArrayBuffer> {
  const record = new RecordWriter().raw(SIGNATURE).u8(2).u8(ADDRESS_BYTES).u8(LENGTH_BYTES).u8(0).u64(0).raw(NO_EXTENSION).u64(totalBytes).u64(rootHeader);
  return record.u32(lookup3(record.bytes)).bytes;
}
