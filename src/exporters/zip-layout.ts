import { RecordWriter } from "./record-writer.ts";

/** A stored (uncompressed) member: its place is known before its bytes are. */
export interface ZipEntry {
  /** ASCII. */
  readonly name: string;
  readonly size: number;
}

export interface PlacedEntry extends ZipEntry {
  readonly headerOffset: number;
  readonly dataOffset: number;
}

export interface ZipLayout {
  readonly entries: readonly PlacedEntry[];
  readonly directoryOffset: number;
  readonly totalBytes: number;
}

/** The largest value that the plain format can hold means "see the ZIP64 record" (APPNOTE 4.4.1.4). */
const LIMIT_32 = 0xffffffff;
const LIMIT_16 = 0xffff;
const VERSION_PLAIN = 20;
const VERSION_ZIP64 = 45;
const MADE_BY_UNIX = 3 << 8;
/** A regular file that its owner may write and all may read, in the upper half of the external attributes. */
const UNIX_MODE = 0o100644;
/** 1 January 1980, the first day that the format knows: equal contents give equal bytes. */
const FIXED_DATE = 0x0021;
const LOCAL_HEADER_BYTES = 30;
const DIRECTORY_HEADER_BYTES = 46;
const ZIP64_END_BYTES = 56;
const ZIP64_LOCATOR_BYTES = 20;
const END_BYTES = 22;

/** Places stored members one after the other, with ZIP64 records only where a size, an offset or a count needs them. */
export function planZip(entries: readonly ZipEntry[]): ZipLayout {
  let offset = 0;
  const placed = entries.map((entry): PlacedEntry => {
    const headerOffset = offset;
    const dataOffset = headerOffset + LOCAL_HEADER_BYTES + entry.name.length + localExtraBytes(entry.size);
    offset = dataOffset + entry.size;
    return { ...entry, headerOffset, dataOffset };
  });
  const directoryBytes = placed.reduce((sum, entry) => sum + DIRECTORY_HEADER_BYTES + entry.name.length + directoryExtraBytes(entry), 0);
  const end = needsZip64End(placed.length, directoryBytes, offset) ? ZIP64_END_BYTES + ZIP64_LOCATOR_BYTES + END_BYTES : END_BYTES;
  return { entries: placed, directoryOffset: offset, totalBytes: offset + directoryBytes + end };
}

/** What stands before a member's data, at its `headerOffset`. */
export function localHeader(entry: PlacedEntry, crc: number): Uint8Array<ArrayBuffer> {
  const extra = localExtraBytes(entry.size);
  const record = new RecordWriter();
  record.u32(0x04034b50).u16(extra > 0 ? VERSION_ZIP64 : VERSION_PLAIN);
  commonFields(record, entry, crc, extra);
  record.text(entry.name);
  if (extra > 0) record.u16(1).u16(extra - 4).u64(entry.size).u64(entry.size);
  return record.bytes;
}

/** What stands after the last member, at `directoryOffset`. */
export function centralDirectory(layout: ZipLayout, crcs: readonly number[]): Uint8Array<ArrayBuffer> {
  const record = new RecordWriter();
  layout.entries.forEach((entry, i) => writeDirectoryHeader(record, entry, crcs[i]));
  writeEnd(record, layout, record.length);
  return record.bytes;
}

function writeDirectoryHeader(record: RecordWriter, entry: PlacedEntry, crc: number): void {
  const extra = directoryExtraBytes(entry);
  const version = extra > 0 ? VERSION_ZIP64 : VERSION_PLAIN;
  record.u32(0x02014b50).u16(MADE_BY_UNIX | version).u16(version);
  commonFields(record, entry, crc, extra);
  record.u16(0).u16(0).u16(0).u16(0).u16(UNIX_MODE).u32(Math.min(entry.headerOffset, LIMIT_32));
  record.text(entry.name);
  if (extra === 0) return;
  record.u16(1).u16(extra - 4);
  if (entry.size >= LIMIT_32) record.u64(entry.size).u64(entry.size);
  if (entry.headerOffset >= LIMIT_32) record.u64(entry.headerOffset);
}

/** Flags, method "stored", time, date, CRC-32, both sizes, lengths of name and extra field. */
function commonFields(record: RecordWriter, entry: PlacedEntry, crc: number, extra: number): void {
  const size = Math.min(entry.size, LIMIT_32);
  record.u16(0).u16(0).u16(0).u16(FIXED_DATE).u32(crc).u32(size).u32(size).u16(entry.name.length).u16(extra);
}

function writeEnd(record: RecordWriter, { entries, directoryOffset }: ZipLayout, directoryBytes: number): void {
  const count = entries.length;
  if (needsZip64End(count, directoryBytes, directoryOffset)) {
    record.u32(0x06064b50).u64(ZIP64_END_BYTES - 12).u16(MADE_BY_UNIX | VERSION_ZIP64).u16(VERSION_ZIP64).u32(0).u32(0)
      .u64(count).u64(count).u64(directoryBytes).u64(directoryOffset);
    record.u32(0x07064b50).u32(0).u64(directoryOffset + directoryBytes).u32(1);
  }
  const count16 = Math.min(count, LIMIT_16);
  record.u32(0x06054b50).u16(0).u16(0).u16(count16).u16(count16)
    .u32(Math.min(directoryBytes, LIMIT_32)).u32(Math.min(directoryOffset, LIMIT_32)).u16(0);
}

/** Both sizes stand in a local header's ZIP64 field, or neither (APPNOTE 4.5.3). */
function localExtraBytes(size: number): number {
  return size >= LIMIT_32 ? 20 : 0;
}

function directoryExtraBytes(entry: PlacedEntry): number {
  const sizes = entry.size >= LIMIT_32 ? 16 : 0;
  const offset = entry.headerOffset >= LIMIT_32 ? 8 : 0;
  return sizes + offset > 0 ? 4 + sizes + offset : 0;
}

function needsZip64End(count: number, directoryBytes: number, directoryOffset: number): boolean {
  return count >= LIMIT_16 || directoryBytes >= LIMIT_32 || directoryOffset >= LIMIT_32;
}
