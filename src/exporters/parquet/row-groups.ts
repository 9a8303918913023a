import type { SchemaElement } from "hyparquet";
import { CompressionCodecs, Encodings, ParquetTypes } from "hyparquet/src/constants.js";
import { ByteWriter } from "hyparquet-writer/src/bytewriter.js";
import { serializeTCompactProtocol } from "hyparquet-writer/src/thrift.js";
import { unconvertMinMax } from "hyparquet-writer/src/unconvert.js";
import type { FieldType } from "../field-type.ts";
import type { TableColumn } from "./columns.ts";

export const PARQUET_TYPES: Readonly<Record<FieldType, SchemaElement>> = {
  float64: { name: "float64", type: "DOUBLE" }, float32: { name: "float32", type: "FLOAT" },
  int8: { name: "int8", type: "INT32", converted_type: "INT_8" }, uint8: { name: "uint8", type: "INT32", converted_type: "UINT_8" },
};

/** What the footer needs of a column chunk: bytes of the dictionary and of all, bytes before compression, range of the values. */
export type ChunkRecord = readonly [dictionaryBytes: number, bytes: number, plainBytes: number, range: readonly [number, number] | null];
/** A row group: its rows, and its column chunks one behind the other. */
export type GroupRecord = readonly [rows: number, chunks: readonly ChunkRecord[]];

/** Pieces in which the descriptions are kept; none is copied as they grow. */
const BLOCK_BYTES = 2 ** 20;
/** No group's description is longer, but of sweeps with more columns than there are fields. */
const ROOM_BYTES = 2 ** 15;

/**
 * The footer's descriptions of row groups, in the form that they have there from the start: as objects, those of a table of 10¹¹ rows would take a gigabyte,
 * and here a twentieth of it.
 */
export class RowGroups {
  readonly #full: Uint8Array[] = [];
  #block = new ByteWriter(BLOCK_BYTES + ROOM_BYTES);
  #count = 0;
  #rows = 0;

  /** @param end where the first group begins in the file */
  constructor(private readonly columns: readonly TableColumn[], private end: number) {}

  get count(): number {
    return this.#count;
  }

  get rows(): number {
    return this.#rows;
  }

  /** The place in the file after the last group. */
  get position(): number {
    return this.end;
  }

  /** Thrift of all groups, one behind the other. */
  get blocks(): readonly Uint8Array[] {
    return [...this.#full, this.#block.getBytes()].filter(({ length }) => length > 0);
  }

  add(group: GroupRecord): void {
    serializeTCompactProtocol(this.#block, thriftOfGroup(this.columns, group, this.end, this.#count === 0));
    const [rows, chunks] = group;
    this.#count++;
    this.#rows += rows;
    this.end += chunks.reduce((sum, [, bytes]) => sum + bytes, 0);
    if (this.#block.offset < BLOCK_BYTES) return;
    this.#full.push(this.#block.getBytes());
    this.#block = new ByteWriter(BLOCK_BYTES + ROOM_BYTES);
  }
}

/**
 * A RowGroup by the numbers of its fields in parquet.thrift.
 * @param describe whether the columns' metadata stands here; in the first group alone, for it is the same in all
 */
function thriftOfGroup(columns: readonly TableColumn[], [rows, chunks]: GroupRecord, start: number, describe: boolean) {
  let offset = start;
  const described = chunks.map((chunk, i) => {
    const column = thriftOfChunk(columns[i], chunk, offset, rows, describe);
    offset += chunk[1];
    return column;
  });
  return {
    field_1: described,
    field_2: chunks.reduce((sum, [, , plainBytes]) => sum + BigInt(plainBytes), 0n),
    field_3: BigInt(rows),
    field_5: BigInt(start),
    field_6: BigInt(offset - start),
  };
}

/** A ColumnChunk, with its ColumnMetaData and Statistics. */
function thriftOfChunk({ description, type }: TableColumn, [dictionaryBytes, bytes, plainBytes, range]: ChunkRecord, start: number, rows: number, describe: boolean) {
  const { name, symbol, unit, equation, label } = description;
  const { [type]: element } = PARQUET_TYPES;
  const pairs = Object.entries({ symbol, unit, equation, label: label.en, "label:zh": label.zh });
  const encodings = dictionaryBytes > 0 ? ["PLAIN", "RLE_DICTIONARY"] as const : ["BYTE_STREAM_SPLIT"] as const;
  return {
    field_2: BigInt(start),
    field_3: {
      field_1: ParquetTypes.indexOf(element.type ?? "DOUBLE"),
      field_2: encodings.map((encoding) => Encodings.indexOf(encoding)),
      field_3: [name],
      field_4: CompressionCodecs.indexOf("ZSTD"),
      field_5: BigInt(rows),
      field_6: BigInt(plainBytes),
      field_7: BigInt(bytes),
      field_8: describe ? pairs.map(([key, value]) => ({ field_1: key, field_2: value })) : undefined,
      field_9: BigInt(start + dictionaryBytes),
      field_11: dictionaryBytes > 0 ? BigInt(start) : undefined,
      field_12: thriftOfRange(range, element),
    },
  };
}

/** Nothing is null. Zero has two signs; the format wants the lower bound to hold for both. */
function thriftOfRange(range: ChunkRecord[3], element: SchemaElement) {
  if (range === null) return { field_3: 0n };
  const [min, max] = range;
  return { field_3: 0n, field_5: unconvertMinMax(max === 0 ? 0 : max, element, true), field_6: unconvertMinMax(min === 0 ? -0 : min, element, false) };
}
