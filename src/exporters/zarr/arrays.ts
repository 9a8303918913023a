import { axisCount, type SweepSpec } from "../../sweep/spec.ts";
import { variableAttributes, type Attributes } from "../cf-attributes.ts";
import { describeAxes, describeFields } from "../describe-sweep.ts";
import { bytesPerElement, fieldType, type FieldType } from "../field-type.ts";
import { chunkGrid, type ChunkGrid } from "./chunk-grid.ts";

/** An array of the hierarchy: an axis, or a field over the axes. */
export interface ZarrArray {
  readonly name: string;
  readonly type: FieldType;
  readonly lengths: readonly number[];
  readonly dimensions: readonly string[];
  readonly attributes: Attributes;
  readonly chunks: ChunkGrid;
}

/** The axes, then the fields. */
export function zarrArrays(spec: SweepSpec): ZarrArray[] {
  const names = spec.axes.map(({ name }) => name);
  const lengths = spec.axes.map(axisCount);
  return [
    ...describeAxes(spec).map((axis, i) => array(axis, "float64", [lengths[i]], [names[i]])),
    ...describeFields(spec).map((field, i) => array(field, fieldType(spec.fields[i], spec.precision), lengths, names)),
  ];
}

function array(
  column: ReturnType<typeof describeAxes>[number], type: FieldType, lengths: readonly number[], dimensions: readonly string[],
): ZarrArray {
  return { name: column.name, type, lengths, dimensions, attributes: variableAttributes(column), chunks: chunkGrid(lengths) };
}

/** Bytes of all chunks of an array, with what reaches beyond the grid. */
export function chunkBytes({ type, chunks }: ZarrArray): number {
  return chunks.counts.reduce((product, count) => product * count, bytesPerElement(type) * chunks.cells);
}
