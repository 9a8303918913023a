import type { FieldName } from "../../model/index.ts";
import { axisPoints } from "../../sweep/axes.ts";
import { axisCount, type SweepSpec } from "../../sweep/spec.ts";
import { AxisColumns } from "../axis-columns.ts";
import type { CellBlock } from "../blocks/encoders.ts";
import { CLASS_CODES, describeAxes, describeFields, STATUS_CODES, type ColumnDescription } from "../describe-sweep.ts";
import { elementsOf, fieldType, type FieldType } from "../field-type.ts";
import { bytesOf } from "../tile-order.ts";

/** An axis with more points has no dictionary, for that is written again for every row group. */
const MAX_DICTIONARY_POINTS = 2 ** 12;

/** A column of the table, and how to make its part in a block. */
export interface TableColumn {
  readonly description: ColumnDescription;
  readonly type: FieldType;
  readonly part: ColumnPart;
}

/** Values that are listed once, in increasing order, and then named by their number. */
interface NumberedPart {
  readonly dictionary: Float64Array | Int32Array;
  numbers(block: CellBlock): Uint8Array | Uint16Array;
}
interface PlainPart {
  readonly dictionary: null;
  values(block: CellBlock): Float64Array | Float32Array;
}
export type ColumnPart = NumberedPart | PlainPart;

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

function axisPart(spec: SweepSpec, columns: AxisColumns, axis: number): ColumnPart {
  const points = axisCount(spec.axes[axis]);
  if (points > MAX_DICTIONARY_POINTS) {
    return {
      dictionary: null,
      values({ start, count }) {
        const values = new Float64Array(count);
        columns.fillValues(axis, start, values);
        return values;
      },
    };
  }
  return {
    dictionary: axisPoints(spec.axes[axis]),
    numbers({ start, count }) {
      const numbers = points <= 2 ** 8 ? new Uint8Array(count) : new Uint16Array(count);
      columns.fillIndices(axis, start, numbers);
      return numbers;
    },
  };
}

function valuePart(field: FieldName, type: "float64" | "float32"): ColumnPart {
  return { dictionary: null, values: (block) => elementsOf(bytesOf(block, field), type) };
}

/** Codes are few, so that each has a number of its own. */
function codePart(field: FieldName, type: "int8" | "uint8"): ColumnPart {
  const codes = type === "int8" ? CLASS_CODES.map(([code]) => code) : combinations(STATUS_CODES.map(([bit]) => bit));
  const dictionary = Int32Array.from(codes).sort();
  const numberOf = new Uint8Array(2 ** 8);
  dictionary.forEach((code, number) => { numberOf[code & 0xff] = number; });
  return { dictionary, numbers: (block) => Uint8Array.from(bytesOf(block, field), (byte) => numberOf[byte]) };
}

/** Every sum of some of the bits. */
function combinations(bits: readonly number[]): number[] {
  return Array.from({ length: 2 ** bits.length }, (_, choice) => bits.reduce((sum, bit, i) => sum + ((choice >> i) & 1) * bit, 0));
}
