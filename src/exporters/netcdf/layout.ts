import { joinBytes } from "../../sweep/join-bytes.ts";
import { axisCount, cellCount, type SweepSpec } from "../../sweep/spec.ts";
import { fileAttributes, variableAttributes } from "../cf-attributes.ts";
import { describeAxes, describeFields, type ColumnDescription } from "../describe-sweep.ts";
import type { ExportSource } from "../exporter.ts";
import { bytesPerElement, fieldType, type FieldType } from "../field-type.ts";
import { describingAttributes, scaleAttributes, scaledAttribute } from "./attributes.ts";
import { ELEMENT_TYPES } from "./hdf5/datatypes.ts";
import { GlobalHeap } from "./hdf5/global-heap.ts";
import type { Part, Place } from "./hdf5/linked-record.ts";
import { datasetHeader, groupHeader } from "./hdf5/object-header.ts";
import { superblock, SUPERBLOCK_BYTES } from "./hdf5/superblock.ts";

/** Fields begin where a page of memory does: copying to anywhere else takes the system a twentieth longer. */
const PAGE_BYTES = 4096;
const AXIS_ALIGNMENT = bytesPerElement("float64");

/** A netCDF-4 file without its values. */
export interface NetcdfLayout {
  /** All that stands before the values; those of the axes follow at once, one after the other. */
  readonly head: Uint8Array<ArrayBuffer>;
  readonly fields: readonly PlacedField[];
  readonly totalBytes: number;
}

export interface PlacedField {
  readonly offset: number;
  /** Bytes without meaning that stand before it. */
  readonly emptyBefore: number;
}

/**
 * Lays out an HDF5 file with contiguous variables over dimension scales, as netCDF-4 has them: superblock, headers of the root and of
 * every variable, the heap of what attributes refer to, then the values.
 */
export function layOut(source: ExportSource): NetcdfLayout {
  const variables = variablesOf(source.spec);
  const parts = headParts(source, variables);
  const [starts, partsEnd] = oneAfterTheOther(parts.map(({ length }) => length), SUPERBLOCK_BYTES);
  const headBytes = roundUp(partsEnd, AXIS_ALIGNMENT);
  const [axes, axesEnd] = oneAfterTheOther(source.spec.axes.map((axis) => axisCount(axis) * bytesPerElement("float64")), headBytes);
  const { fields, totalBytes } = placeFields(variables.slice(axes.length), axesEnd);
  const addresses = { header: starts.slice(1, -1), heap: starts.slice(-1), values: [...axes, ...fields.map(({ offset }) => offset)] };
  const linked = parts.map((part) => part.bytes(({ kind, index }) => addresses[kind][index]));
  return { head: joinBytes([superblock(starts[0], totalBytes), ...linked, new Uint8Array(headBytes - partsEnd)]), fields, totalBytes };
}

interface Variable {
  readonly description: ColumnDescription;
  readonly type: FieldType;
  readonly shape: readonly number[];
  readonly bytes: number;
}

/** Axes, then fields. */
function variablesOf(spec: SweepSpec): Variable[] {
  const shape = spec.axes.map(axisCount);
  return [
    ...describeAxes(spec).map((axis, i) => variable(axis, "float64", [shape[i]], shape[i])),
    ...describeFields(spec).map((field, i) => variable(field, fieldType(spec.fields[i], spec.precision), shape, cellCount(spec))),
  ];
}

function variable(description: ColumnDescription, type: FieldType, shape: readonly number[], elements: number): Variable {
  return { description, type, shape, bytes: elements * bytesPerElement(type) };
}

/** The header of the root, those of the variables, and the heap. */
function headParts(source: ExportSource, variables: readonly Variable[]): Part[] {
  const heap = new GlobalHeap();
  const axes = source.spec.axes.length;
  const headers = variables.map((_, index): Place => ({ kind: "header", index }));
  const links = variables.map(({ description: { name } }, i) => ({ name, header: headers[i] }));
  const root = groupHeader(links, describingAttributes(fileAttributes(source), "float64", heap));
  const datasets = variables.map(({ description, type, shape, bytes }, index) => datasetHeader({
    shape, type: ELEMENT_TYPES[type], values: { kind: "values", index }, size: bytes,
    attributes: [
      ...(index < axes ? scaleAttributes(description.name, index, headers.slice(axes)) : [scaledAttribute(headers.slice(0, axes), heap)]),
      ...describingAttributes(variableAttributes(description), type, heap),
    ],
  }));
  return [root, ...datasets, heap];
}

function placeFields(fields: readonly Variable[], from: number): Omit<NetcdfLayout, "head"> {
  let end = from;
  const placed = fields.map(({ bytes }): PlacedField => {
    const offset = roundUp(end, PAGE_BYTES);
    const emptyBefore = offset - end;
    end = offset + bytes;
    return { offset, emptyBefore };
  });
  return { fields: placed, totalBytes: end };
}

/** Where parts of these lengths begin, and where the last ends. */
function oneAfterTheOther(lengths: readonly number[], from: number): [starts: number[], end: number] {
  let end = from;
  const starts = lengths.map((length) => (end += length) - length);
  return [starts, end];
}

function roundUp(position: number, alignment: number): number {
  return Math.ceil(position / alignment) * alignment;
}
