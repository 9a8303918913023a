import { ConvertedTypes, FieldRepetitionTypes, ParquetTypes } from "hyparquet/src/constants.js";
import { ByteWriter } from "hyparquet-writer/src/bytewriter.js";
import { serializeTCompactProtocol } from "hyparquet-writer/src/thrift.js";
import { joinBytes } from "../../sweep/join-bytes.ts";
import { describeSweep, SOFTWARE } from "../describe-sweep.ts";
import type { ExportSource } from "../exporter.ts";
import type { TableColumn } from "./columns.ts";
import { PARQUET_TYPES, type RowGroups } from "./row-groups.ts";

/** "PAR1", at both ends of the file. */
export const MAGIC = Uint8Array.of(0x50, 0x41, 0x52, 0x31);

/** Thrift's compact protocol: a field that follows the one before is named by a one and its type. */
const NEXT_FIELD = 1 << 4;
const LIST = 9;
const STRUCT = 12;
/** Longer lists say so, and have their length after it. */
const LONG_LIST = 15;

/** The end of the file, in parts: FileMetaData by the numbers of its fields in parquet.thrift, its length, and the magic. */
export function footer(source: ExportSource, columns: readonly TableColumn[], groups: RowGroups): Uint8Array[] {
  const first = thrift({ field_1: 2, field_2: schema(columns), field_3: BigInt(groups.rows) });
  // In place of the structure's end comes its fourth field, the row groups.
  const head = joinBytes([first.subarray(0, -1), listOfStructs(groups.count)]);
  // Fields are named by their distance from the one before: 5, 6 and 7 after the fourth are written as 1, 2 and 3 are.
  const last = thrift({
    field_1: [{ field_1: "tauscape", field_2: JSON.stringify(describeSweep(source)) }],
    field_2: `${SOFTWARE.name} version ${SOFTWARE.version}`,
    field_3: columns.map(() => ({ field_1: {} })),
  });
  const metadata = [head, ...groups.blocks, last];
  const end = new ByteWriter();
  end.appendUint32(metadata.reduce((sum, { length }) => sum + length, 0));
  end.appendBytes(MAGIC);
  return [...metadata, end.getBytes()];
}

function thrift(data: Parameters<typeof serializeTCompactProtocol>[1]): Uint8Array {
  const writer = new ByteWriter();
  serializeTCompactProtocol(writer, data);
  return writer.getBytes();
}

/** What stands before so many structures, as the field after the one before. */
function listOfStructs(count: number): Uint8Array {
  const writer = new ByteWriter();
  writer.appendUint8(NEXT_FIELD | LIST);
  writer.appendUint8(Math.min(count, LONG_LIST) << 4 | STRUCT);
  if (count >= LONG_LIST) writer.appendVarInt(count);
  return writer.getBytes();
}

/** A SchemaElement for the table, and one for each column. */
function schema(columns: readonly TableColumn[]) {
  return [
    { field_4: "sweep", field_5: columns.length },
    ...columns.map(({ description: { name }, type: valueType }) => {
      const { type, converted_type: converted } = PARQUET_TYPES[valueType];
      return {
        field_1: ParquetTypes.indexOf(type ?? "DOUBLE"), field_3: FieldRepetitionTypes.indexOf("REQUIRED"), field_4: name,
        field_6: converted && ConvertedTypes.indexOf(converted),
      };
    }),
  ];
}
