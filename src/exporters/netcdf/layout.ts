import { Dataset, dtype_to_metadata, File, type Group } from "h5wasm";
import { axisCount, type SweepSpec } from "../../sweep/spec.ts";
import { fileAttributes, variableAttributes, type Attributes } from "../cf-attributes.ts";
import { describeAxes, describeFields } from "../describe-sweep.ts";
import type { ExportSource } from "../exporter.ts";
import { bytesPerElement, fieldType, type FieldType } from "../field-type.ts";
import { withSparseFile, type H5Module } from "./mount-sparse.ts";
import type { SparseFile } from "./sparse-file.ts";

/** HDF5's names of the element types, little-endian. */
const HDF5_TYPES: Readonly<Record<FieldType, string>> = { float64: "<d", float32: "<f", int8: "<b", uint8: "<B" };
/** No metadata of HDF5 begins with it: its records begin with a signature in ASCII, or with zeros. */
const MARK = 0xa5;
const NO_VALUES = 0n;

interface Variable {
  readonly name: string;
  readonly type: FieldType;
  readonly shape: readonly number[];
  readonly attributes: Attributes;
}

/** A place in the file where the values of a variable stand. */
export interface Extent {
  readonly offset: number;
  readonly length: number;
}

/** An HDF5 file without its values: what the library wrote of it, and where the values of axes and fields go. */
export interface NetcdfLayout {
  readonly axes: readonly Extent[];
  readonly fields: readonly Extent[];
  readonly totalBytes: number;
  /** Everything between the values, in order. */
  readonly between: readonly { readonly offset: number; readonly bytes: Uint8Array<ArrayBuffer> }[];
}

/**
 * Lets HDF5 make the whole file, with contiguous variables and dimension scales as netCDF-4 has them, but keeps only the bytes that
 * are not values: however large the grid, that is a few hundred kilobytes.
 */
export function layOut(library: H5Module, source: ExportSource): NetcdfLayout {
  const { spec } = source;
  const axes = describeAxes(spec).map((axis, i): Variable => ({
    name: axis.name, type: "float64", shape: [axisCount(spec.axes[i])], attributes: variableAttributes(axis),
  }));
  const fields = describeFields(spec).map((field, i): Variable => ({
    name: field.name, type: fieldType(spec.fields[i], spec.precision), shape: spec.axes.map(axisCount), attributes: variableAttributes(field),
  }));
  return withSparseFile(library, (path, bytes) => {
    const file = new File(path, "w", { track_order: true, libver: ["v108", "v110"] });
    const extents = [...axes, ...fields].map((variable) => createVariable(library, file, bytes, variable));
    linkScales(file, spec);
    for (const variable of [...axes, ...fields]) setAttributes(datasetOf(file, variable.name), variable.type, variable.attributes);
    setAttributes(file, "float64", fileAttributes(source));
    file.close();
    return {
      axes: extents.slice(0, axes.length),
      fields: extents.slice(axes.length),
      totalBytes: bytes.size,
      between: readBetween(bytes, extents),
    };
  });
}

/**
 * Makes a contiguous variable of any size. Creating it without values leaves its place open, which the library reports as an error;
 * writing one marked element then makes the library choose the place, and shows it.
 */
function createVariable(library: H5Module, file: File, bytes: SparseFile, { name, type, shape }: Variable): Extent {
  const path = `/${name}`;
  const size = bytesPerElement(type);
  const lengths = shape.map(BigInt);
  library.deactivate_throwing_error_handler();
  library.create_dataset(file.file_id, path, NO_VALUES, { ...dtype_to_metadata(HDF5_TYPES[type]), shape: lengths, maxshape: lengths });
  library.activate_throwing_error_handler();
  bytes.forgetWrites();
  writeMark(library, file, path, shape.length, size);
  const places = new Set(bytes.writes.filter(({ head }) => head.subarray(0, size).every((byte) => byte === MARK)).map(({ position }) => position));
  const [offset] = places;
  if (places.size !== 1) throw new Error(`HDF5 chose ${places.size} places for ${name}, not one`);
  return { offset, length: shape.reduce((product, count) => product * count, size) };
}

function writeMark(library: H5Module, file: File, path: string, dimensions: number, size: number): void {
  const pointer = library._malloc(size);
  try {
    library.HEAPU8.fill(MARK, pointer, pointer + size);
    const ones = Array.from({ length: dimensions }, () => 1n);
    library.set_dataset_data(file.file_id, path, ones, ones.map(() => 0n), ones, BigInt(pointer));
  } finally {
    library._free(pointer);
  }
}

/** Makes the axes dimension scales and ties every field to them, as netCDF-4 shares dimensions. */
function linkScales(file: File, spec: SweepSpec): void {
  const names = spec.axes.map(({ name }) => name);
  for (const name of names) datasetOf(file, name).make_scale(name);
  for (const field of spec.fields) names.forEach((name, i) => { datasetOf(file, field).attach_scale(i, name); });
}

function datasetOf(file: File, name: string): Dataset {
  const found = file.get(name);
  if (found instanceof Dataset) return found;
  throw new Error(`HDF5 has not made ${name}`);
}

function setAttributes(owner: Dataset | Group, type: FieldType, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "string") owner.create_attribute(name, value, [], `S${new TextEncoder().encode(value).length}`);
    else owner.create_attribute(name, [...value], null, HDF5_TYPES[type]);
  }
}

/** The bytes of the file that are in no extent. */
function readBetween(file: SparseFile, extents: readonly Extent[]): NetcdfLayout["between"] {
  const inOrder = [...extents].sort((a, b) => a.offset - b.offset);
  const starts = [0, ...inOrder.map(({ offset, length }) => offset + length)];
  const ends = [...inOrder.map(({ offset }) => offset), file.size];
  return starts.map((offset, i) => ({ offset, length: ends[i] - offset })).filter(({ length }) => length > 0).map(({ offset, length }) => {
    const bytes = new Uint8Array(length);
    file.read(bytes, offset);
    return { offset, bytes };
  });
}
