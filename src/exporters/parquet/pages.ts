import { compress, init } from "@bokuweb/zstd-wasm";
import { ByteWriter } from "hyparquet-writer/src/bytewriter.js";
import { writePageHeader } from "hyparquet-writer/src/datapage.js";
import type { SweepSpec } from "../../sweep/spec.ts";
import type { EncodeBlock, EncodedBlock } from "../blocks/encoders.ts";
import { tableColumns } from "./columns.ts";
import { splitStreams } from "./split-streams.ts";

/** Cells of a data page: 1 MiB of float64. */
export const PAGE_CELLS = 2 ** 17;
/** Further levels take several times as long for a few hundredths of the bytes. */
const ZSTD_LEVEL = 1;

type PageHeader = Parameters<typeof writePageHeader>[1];

/** A page's bytes, and how many they were before compression. Each with the page's header. */
export type Page = Pick<EncodedBlock, "bytes" | "plainBytes">;

/** Started a second time, the library would take one memory for another. */
let starting: Promise<void> | undefined;

/** What {@link dictionaryPage} needs in its thread. */
export function loadZstd(): Promise<void> {
  return starting ??= init();
}

/** Encodes a block of one column as a data page. */
export async function loadPageEncoder(spec: SweepSpec): Promise<EncodeBlock> {
  await loadZstd();
  const streams = new ArrayBuffer(Float64Array.BYTES_PER_ELEMENT * PAGE_CELLS);
  const columns = new Map(tableColumns(spec).map(({ description, part }) => [description.name, part]));
  return (block) => {
    const [name] = block.columns;
    const part = columns.get(name);
    if (part === undefined) throw new RangeError(`The table has no column ${name}`);
    if (part.dictionary === null) {
      const values = part.values(block);
      return { ...dataPage(splitStreams(values, streams), block.count, "BYTE_STREAM_SPLIT"), range: rangeOf(values) };
    }
    const numbers = part.numbers(block);
    const [min, max] = rangeOf(numbers);
    return { ...dataPage(packNumbers(numbers), block.count, "RLE_DICTIONARY"), range: [part.dictionary[min], part.dictionary[max]] };
  };
}

/** The page that stands before the data pages of a column whose values are numbered. */
export function dictionaryPage(dictionary: Float64Array | Int32Array): Page {
  const bytes = new Uint8Array(dictionary.buffer, dictionary.byteOffset, dictionary.byteLength);
  return page(bytes, compress(bytes, ZSTD_LEVEL), {
    type: "DICTIONARY_PAGE", dictionary_page_header: { num_values: dictionary.length, encoding: "PLAIN" },
  });
}

/** A page of the format's second version; no column has levels, for none can be null or repeated. */
function dataPage(bytes: Uint8Array, count: number, encoding: "BYTE_STREAM_SPLIT" | "RLE_DICTIONARY"): Page {
  const packed = compress(bytes, ZSTD_LEVEL);
  const isSmaller = packed.length < bytes.length;
  return page(bytes, isSmaller ? packed : bytes, {
    type: "DATA_PAGE_V2",
    data_page_header_v2: {
      num_values: count, num_nulls: 0, num_rows: count, encoding,
      definition_levels_byte_length: 0, repetition_levels_byte_length: 0, is_compressed: isSmaller,
    },
  });
}

function page(bytes: Uint8Array, stored: Uint8Array, header: Omit<PageHeader, "uncompressed_page_size" | "compressed_page_size">): Page {
  const writer = new ByteWriter(stored.length + 128);
  writePageHeader(writer, { ...header, uncompressed_page_size: bytes.length, compressed_page_size: stored.length });
  const plainBytes = writer.offset + bytes.length;
  writer.appendBytes(stored);
  return { bytes: writer.getBytes(), plainBytes };
}

/** One run of bit-packed numbers, of whole bytes each: then packing is copying. The run is filled up to a multiple of eight. */
function packNumbers(numbers: Uint8Array | Uint16Array): Uint8Array {
  const writer = new ByteWriter(numbers.byteLength + 32);
  const groups = Math.ceil(numbers.length / 8);
  writer.appendUint8(8 * numbers.BYTES_PER_ELEMENT);
  writer.appendVarInt((groups << 1) | 1);
  writer.appendBytes(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
  writer.appendBytes(new Uint8Array((8 * groups - numbers.length) * numbers.BYTES_PER_ELEMENT));
  return writer.getBytes();
}

/** Smallest and largest value but NaN. */
function rangeOf(values: Float64Array | Float32Array | Uint8Array | Uint16Array): [number, number] {
  let min = Infinity;
  let max = -Infinity;
  for (let i = 0; i < values.length; i++) {
    if (values[i] < min) min = values[i];
    if (values[i] > max) max = values[i];
  }
  return [min, max];
}
