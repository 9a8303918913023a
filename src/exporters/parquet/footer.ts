import type { FileMetaData, RowGroup, SchemaElement } from "hyparquet";
import { ByteWriter } from "hyparquet-writer/src/bytewriter.js";
import { writeMetadata } from "hyparquet-writer/src/metadata.js";
import { describeSweep, SOFTWARE } from "../describe-sweep.ts";
import type { ExportSource } from "../exporter.ts";
import type { FieldType } from "../field-type.ts";
import type { TableColumn } from "./columns.ts";

/** "PAR1", at both ends of the file. */
export const MAGIC = Uint8Array.of(0x50, 0x41, 0x52, 0x31);

const PARQUET_TYPES: Readonly<Record<FieldType, Pick<SchemaElement, "type" | "converted_type">>> = {
  float64: { type: "DOUBLE" }, float32: { type: "FLOAT" }, int8: { type: "INT32", converted_type: "INT_8" }, uint8: { type: "INT32", converted_type: "UINT_8" },
};

/** What the footer needs of a column chunk: bytes of the dictionary and of all, bytes before compression, range of the values. */
export type ChunkRecord = readonly [dictionaryBytes: number, bytes: number, plainBytes: number, range: readonly [number, number] | null];
/** A row group: its rows, and its column chunks one behind the other. */
export type GroupRecord = readonly [rows: number, chunks: readonly ChunkRecord[]];

/** The end of the file. */
export function footer(source: ExportSource, columns: readonly TableColumn[], groups: readonly GroupRecord[]): Uint8Array {
  let offset = MAGIC.length;
  const rowGroups = groups.map((group, i) => {
    const described = rowGroup(columns, group, offset, i === 0);
    offset += Number(described.total_compressed_size);
    return described;
  });
  const metadata: Omit<FileMetaData, "metadata_length"> = {
    version: 2,
    created_by: `${SOFTWARE.name} version ${SOFTWARE.version}`,
    schema: schema(columns),
    num_rows: groups.reduce((sum, [rows]) => sum + BigInt(rows), 0n),
    row_groups: rowGroups,
    key_value_metadata: [{ key: "tauscape", value: JSON.stringify(describeSweep(source)) }],
  };
  const writer = new ByteWriter();
  writeMetadata(writer, metadata as FileMetaData);
  writer.appendBytes(MAGIC);
  return writer.getBytes();
}

function schema(columns: readonly TableColumn[]): SchemaElement[] {
  return [
    { name: "sweep", num_children: columns.length },
    ...columns.map(({ description, type }): SchemaElement => ({ name: description.name, repetition_type: "REQUIRED", ...PARQUET_TYPES[type] })),
  ];
}

/** @param describe whether the columns' metadata stands here; in the first group alone, for it is the same in all */
function rowGroup(columns: readonly TableColumn[], [rows, chunks]: GroupRecord, start: number, describe: boolean): RowGroup {
  let offset = start;
  const described = chunks.map((chunk, i) => {
    const column = columnChunk(columns[i], chunk, offset, rows, describe);
    offset += chunk[1];
    return column;
  });
  return {
    columns: described,
    total_byte_size: chunks.reduce((sum, [, , plainBytes]) => sum + BigInt(plainBytes), 0n),
    total_compressed_size: BigInt(offset - start),
    num_rows: BigInt(rows),
    file_offset: BigInt(start),
  };
}

function columnChunk(
  { description, type }: TableColumn, [dictionaryBytes, bytes, plainBytes, range]: ChunkRecord, start: number, rows: number, describe: boolean,
): RowGroup["columns"][number] {
  const { name, symbol, unit, equation, label } = description;
  const pairs = Object.entries({ symbol, unit, equation, label: label.en, "label:zh": label.zh });
  const { type: physical = "DOUBLE" } = PARQUET_TYPES[type];
  return {
    file_offset: BigInt(start),
    meta_data: {
      type: physical, path_in_schema: [name], codec: "ZSTD", num_values: BigInt(rows),
      encodings: dictionaryBytes > 0 ? ["PLAIN", "RLE_DICTIONARY"] : ["BYTE_STREAM_SPLIT"],
      total_uncompressed_size: BigInt(plainBytes), total_compressed_size: BigInt(bytes),
      data_page_offset: BigInt(start + dictionaryBytes),
      ...(dictionaryBytes > 0 ? { dictionary_page_offset: BigInt(start) } : {}),
      ...(describe ? { key_value_metadata: pairs.map(([key, value]) => ({ key, value })) } : {}),
      statistics: { null_count: 0n, ...(range === null ? {} : bounds(range)) },
    },
  };
}

/** Zero has two signs; the format wants the lower bound to hold for both. */
function bounds([min, max]: readonly [number, number]): { min_value: number; max_value: number } {
  return { min_value: min === 0 ? -0 : min, max_value: max === 0 ? 0 : max };
}
