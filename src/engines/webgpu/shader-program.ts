import { MAX_AXES, SLOT_COUNT, SLOT_RANGE, FIELD_COUNT } from "../../../assembly/layout.ts";
import { FIELD_NAMES, isCodeField, type FieldName } from "../../model/index.ts";
import type { Box } from "../../sweep/plan.ts";
import type { SweepSpec } from "../../sweep/spec.ts";
import type { BoxTables, PlacedSlot } from "../box-tables.ts";

const AT_AXIS = 3;
/** Points of the box, its first point, and the feasible points [from, to); but for the first, counted from where the tables begin. */
const AXIS_LENGTH = 4;
const AT_SLOT = AT_AXIS + MAX_AXES * AXIS_LENGTH;
/** Start of the table, then the stride along every axis. */
const SLOT_LENGTH = 1 + MAX_AXES;
const AT_FIELD = AT_SLOT + SLOT_COUNT * SLOT_LENGTH;
/** Number of the field, and the place of the box's first cell: in elements of `values`, or in bytes of `codes`. */
const FIELD_LENGTH = 2;
const SHADER_PROGRAM_LENGTH = AT_FIELD + FIELD_COUNT * FIELD_LENGTH;

/** Where the entries of a shader's program stand, under the names that the shader has for them. */
export const SHADER_PROGRAM_LAYOUT = {
  MAX_AXES, AT_CELLS: 0, AT_AXES: 1, AT_FIELDS: 2, AT_AXIS, AXIS_LENGTH, AT_SLOT, SLOT_LENGTH, AT_FIELD, FIELD_LENGTH,
} as const;

/** Where a tile's fields stand: quantities as float32 in one buffer, codes as bytes in another, each field's cells together. */
export interface TileLayout {
  readonly cells: number;
  /** In bytes; both are multiples of 4. */
  readonly valuesLength: number;
  readonly codesLength: number;
  /** Byte at which a field begins, in its own buffer. */
  readonly starts: ReadonlyMap<FieldName, number>;
}

export function layOutTile(fields: readonly FieldName[], cells: number): TileLayout {
  const codeLength = Math.ceil(cells / 4) * 4;
  const valueLength = cells * Float32Array.BYTES_PER_ELEMENT;
  const starts = new Map<FieldName, number>();
  let valuesLength = 0;
  let codesLength = 0;
  for (const field of fields) {
    if (isCodeField(field)) {
      starts.set(field, codesLength);
      codesLength += codeLength;
    } else {
      starts.set(field, valuesLength);
      valuesLength += valueLength;
    }
  }
  return { cells, valuesLength, codesLength, starts };
}

/** What the shader is to do with one box of a tile. The tables cover the box, and may cover more. */
export function compileShaderProgram(spec: SweepSpec, box: Box, tables: BoxTables, tile: TileLayout): Uint32Array<ArrayBuffer> {
  const program = new Uint32Array(SHADER_PROGRAM_LENGTH);
  program[SHADER_PROGRAM_LAYOUT.AT_CELLS] = box.count;
  program[SHADER_PROGRAM_LAYOUT.AT_AXES] = box.from.length;
  program[SHADER_PROGRAM_LAYOUT.AT_FIELDS] = spec.fields.length;
  box.from.forEach((first, k) => {
    const { from, to } = tables.feasible.axes[k];
    program.set([box.to[k] - first, first - tables.span.from[k], from, to], AT_AXIS + k * AXIS_LENGTH);
  });
  for (const slot of tables.slots) placeSlot(program, tables, slot, 1);
  placeSlot(program, tables, { slot: SLOT_RANGE, start: 0, axes: tables.feasible.pairAxes }, 2);
  spec.fields.forEach((field, k) => {
    const start = tile.starts.get(field) ?? 0;
    const first = isCodeField(field) ? start : start / Float32Array.BYTES_PER_ELEMENT;
    program.set([FIELD_NAMES.indexOf(field), first + box.offset], AT_FIELD + k * FIELD_LENGTH);
  });
  return program;
}

/** Writes a slot's start and strides; an entry of its table is `entry` elements long. */
function placeSlot(program: Uint32Array, { span }: BoxTables, { slot, start, axes }: PlacedSlot, entry: number): void {
  const at = AT_SLOT + slot * SLOT_LENGTH;
  program[at] = start;
  let stride = entry;
  for (const k of [...axes].reverse()) {
    program[at + 1 + k] = stride;
    stride *= span.to[k] - span.from[k];
  }
}
