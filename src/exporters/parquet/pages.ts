import { ByteWriter } from "hyparquet-writer/src/bytewriter.js";
import { writePageHeader } from "hyparquet-writer/src/datapage.js";
import type { ColumnPart } from "./columns.ts";

/** Cells of a data page: 1 MiB of float64. */
const PAGE_CELLS = 2 ** 17;

type PageHeader = Parameters<typeof writePageHeader>[1];

export type Compress = (bytes: Uint8Array) => Uint8Array;

/** A column chunk: its bytes, and what the file's footer says of it. */
export interface ColumnChunk {
  readonly bytes: Uint8Array;
  /** Bytes of the dictionary's page at the start; 0 where there is none. */
  readonly dictionaryBytes: number;
  /** Bytes of the pages before they were compressed, with their headers. */
  readonly plainBytes: number;
  /** Smallest and largest value but NaN; `null` where there is none or it is infinite. */
  readonly range: readonly [number, number] | null;
}

/** Encodes and compresses the pages of a column chunk. */
export function encodeChunk(part: ColumnPart, compress: Compress): ColumnChunk {
  const writer = new PageWriter(compress);
  if (part.kind === "values") {
    for (const { from, to } of pages(part.values.length)) {
      writer.dataPage(splitStreams(part.values.subarray(from, to)), to - from, "BYTE_STREAM_SPLIT");
    }
    return { ...writer.result(), dictionaryBytes: 0, range: rangeOf(part.values) };
  }
  const { dictionary, indices } = part;
  writer.dictionaryPage(new Uint8Array(dictionary.buffer, dictionary.byteOffset, dictionary.byteLength), dictionary.length);
  const dictionaryBytes = writer.length;
  for (const { from, to } of pages(indices.length)) writer.dataPage(packIndices(indices.subarray(from, to)), to - from, "RLE_DICTIONARY");
  const numbers = rangeOf(indices);
  return { ...writer.result(), dictionaryBytes, range: numbers === null ? null : [dictionary[numbers[0]], dictionary[numbers[1]]] };
}

/** Pages of the format's second version; no column has levels, for none can be null or repeated. */
class PageWriter {
  private readonly writer = new ByteWriter(2 ** 16);
  private plainBytes = 0;

  constructor(private readonly compress: Compress) {}

  get length(): number {
    return this.writer.offset;
  }

  dictionaryPage(bytes: Uint8Array, count: number): void {
    this.page(bytes, this.compress(bytes), { type: "DICTIONARY_PAGE", dictionary_page_header: { num_values: count, encoding: "PLAIN" } });
  }

  dataPage(bytes: Uint8Array, count: number, encoding: "BYTE_STREAM_SPLIT" | "RLE_DICTIONARY"): void {
    const packed = this.compress(bytes);
    const isSmaller = packed.length < bytes.length;
    this.page(bytes, isSmaller ? packed : bytes, {
      type: "DATA_PAGE_V2",
      data_page_header_v2: {
        num_values: count, num_nulls: 0, num_rows: count, encoding,
        definition_levels_byte_length: 0, repetition_levels_byte_length: 0, is_compressed: isSmaller,
      },
    });
  }

  result(): Pick<ColumnChunk, "bytes" | "plainBytes"> {
    return { bytes: this.writer.getBytes(), plainBytes: this.plainBytes };
  }

  private page(bytes: Uint8Array, stored: Uint8Array, header: Omit<PageHeader, "uncompressed_page_size" | "compressed_page_size">): void {
    const { offset: before } = this.writer;
    writePageHeader(this.writer, { ...header, uncompressed_page_size: bytes.length, compressed_page_size: stored.length });
    this.plainBytes += this.writer.offset - before + bytes.length;
    this.writer.appendBytes(stored);
  }
}

function* pages(count: number): Generator<{ readonly from: number; readonly to: number }, void> {
  for (let from = 0; from < count; from += PAGE_CELLS) yield { from, to: Math.min(count, from + PAGE_CELLS) };
}

/** BYTE_STREAM_SPLIT: the first bytes of all values, then the second ones …; bytes that change little stand together. */
function splitStreams(values: Float64Array | Float32Array): Uint8Array {
  const { length: count, BYTES_PER_ELEMENT: width } = values;
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  const split = new Uint8Array(bytes.length);
  for (let stream = 0; stream < width; stream++) {
    for (let i = 0, from = stream, to = stream * count; i < count; i++, from += width, to++) split[to] = bytes[from];
  }
  return split;
}

/** One run of bit-packed numbers, of whole bytes each: then packing is copying. The run is filled up to a multiple of eight. */
function packIndices(indices: Uint8Array | Uint16Array): Uint8Array {
  const writer = new ByteWriter(indices.byteLength + 32);
  const groups = Math.ceil(indices.length / 8);
  writer.appendUint8(8 * indices.BYTES_PER_ELEMENT);
  writer.appendVarInt((groups << 1) | 1);
  writer.appendBytes(new Uint8Array(indices.buffer, indices.byteOffset, indices.byteLength));
  writer.appendBytes(new Uint8Array((8 * groups - indices.length) * indices.BYTES_PER_ELEMENT));
  return writer.getBytes();
}

function rangeOf(values: Float64Array | Float32Array | Uint8Array | Uint16Array): [number, number] | null {
  let min = Infinity;
  let max = -Infinity;
  for (let i = 0; i < values.length; i++) {
    if (values[i] < min) min = values[i];
    if (values[i] > max) max = values[i];
  }
  return Number.isFinite(min) && Number.isFinite(max) ? [min, max] : null;
}
