import type { FieldName } from "../../model/index.ts";
import { axisPoints } from "../../sweep/axes.ts";
import { axisCount, type SweepSpec } from "../../sweep/spec.ts";
import type { FilledTile } from "../../sweep/tile.ts";
import { AxisColumns } from "../axis-columns.ts";
import { CLASS_CODES, describeAxes, describeFields, STATUS_CODES, type ColumnDescription } from "../describe-sweep.ts";
import { elementsOf, fieldType, type FieldType } from "../field-type.ts";
import { bytesOf } from "../tile-order.ts";

/** An axis with more points has no dictionary, for that is written again for every row group. */
const MAX_DICTIONARY_POINTS = 2 ** 12;

/** Values that are listed once, in increasing order, and then named by their number. */
interface DictionaryPart {
  readonly kind: "dictionary";
  readonly dictionary: Float64Array | Int32Array;
  readonly indices: Uint8Array | Uint16Array;
}
interface PlainPart {
  readonly kind: "values";
  readonly values: Float64Array | Float32Array;
}
/** A column's part in one row group. */
export type ColumnPart = DictionaryPart | PlainPart;

/** A column of the table, and how to make its part in a tile. */
export interface TableColumn {
  readonly description: ColumnDescription;
  readonly type: FieldType;
  part(tile: FilledTile): ColumnPart;
}

/** The axes, then the fields. */
export function tableColumns(spec: SweepSpec): TableColumn[] {
  const axes = new AxisColumns(spec);
  return [
    ...describeAxes(spec).map((description, i): TableColumn => ({ description, type: "float64", part: axisPart(spec, axes, i) })),
    ...describeFields(spec).map((description, i): TableColumn => {
      const { [i]: field } = spec.fields;
      const type = fieldType(field, spec.precision);
      return { description, type, part: type === "int8" || type === "uint8" ? codePart(field, type) : valuePart(field, type) };
    }),
  ];
}

type MakePart = TableColumn["part"];

function axisPart(spec: SweepSpec, columns: AxisColumns, axis: number): MakePart {
  const points = axisCount(spec.axes[axis]);
  if (points > MAX_DICTIONARY_POINTS) return ({ start, count }) => ({ kind: "values", values: columns.values(axis, start, count) });
  const dictionary = axisPoints(spec.axes[axis]);
  return ({ start, count }) => {
    const indices = points <= 2 ** 8 ? new Uint8Array(count) : new Uint16Array(count);
    columns.fillIndices(axis, start, indices);
    return { kind: "dictionary", dictionary, indices };
  };
}

function valuePart(field: FieldName, type: "float64" | "float32"): MakePart {
  return (tile) => ({ kind: "values", values: elementsOf(bytesOf(tile, field), type) });
}

/** Codes are few, so that each has a number of its own. */
function codePart(field: FieldName, type: "int8" | "uint8"): MakePart {
  const codes = type === "int8" ? CLASS_CODES.map(([code]) => code) : combinations(STATUS_CODES.map(([bit]) => bit));
  const dictionary = Int32Array.from(codes).sort();
  const numbers = new Uint8Array(2 ** 8);
  dictionary.forEach((code, number) => { numbers[code & 0xff] = number; });
  return (tile) => {
    const bytes = bytesOf(tile, field);
    const indices = new Uint8Array(bytes.length);
    for (let i = 0; i < bytes.length; i++) indices[i] = numbers[bytes[i]];
    return { kind: "dictionary", dictionary, indices };
  };
}

/** Every sum of some of the bits. */
function combinations(bits: readonly number[]): number[] {
  return Array.from({ length: 2 ** bits.length }, (_, choice) => bits.reduce((sum, bit, i) => sum + ((choice >> i) & 1) * bit, 0));
}
