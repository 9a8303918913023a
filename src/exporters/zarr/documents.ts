import { fileAttributes } from "../cf-attributes.ts";
import { describeSweep } from "../describe-sweep.ts";
import type { ExportSource } from "../exporter.ts";
import type { FieldType } from "../field-type.ts";
import { NUMPY_TYPES } from "../npy-header.ts";
import { zarrArrays, type ZarrArray } from "./arrays.ts";

/** What the two versions of Zarr differ in: their documents, and the names of chunks. */
export interface ZarrVersion {
  /** The documents by their paths. */
  documents(source: ExportSource): Map<string, object>;
  chunkPath(name: string, index: readonly number[]): string;
}

/** Zarr 3: a document a node, those of the arrays once more in the root's (consolidated metadata). */
export const ZARR_3: ZarrVersion = {
  documents(source) {
    const arrays = zarrArrays(source.spec).map((array) => [array.name, array3(array)] as const);
    const root = {
      zarr_format: 3, node_type: "group", attributes: rootAttributes(source),
      consolidated_metadata: { kind: "inline", must_understand: false, metadata: Object.fromEntries(arrays) },
    };
    return new Map<string, object>([["zarr.json", root], ...arrays.map(([name, document]) => [`${name}/zarr.json`, document] as const)]);
  },
  chunkPath: (name, index) => [name, "c", ...index].join("/"),
};

/** Zarr 2: `.zarray` and `.zattrs` for each array, all of them once more in `.zmetadata`. */
export const ZARR_2: ZarrVersion = {
  documents(source) {
    const documents: [string, object][] = [[".zgroup", { zarr_format: 2 }], [".zattrs", rootAttributes(source)]];
    for (const array of zarrArrays(source.spec)) {
      documents.push([`${array.name}/.zarray`, array2(array)]);
      documents.push([`${array.name}/.zattrs`, { ...array.attributes, _ARRAY_DIMENSIONS: array.dimensions }]);
    }
    const consolidated = { zarr_consolidated_format: 1, metadata: Object.fromEntries(documents) };
    return new Map([...documents, [".zmetadata", consolidated]]);
  },
  chunkPath: (name, index) => `${name}/${index.join(".")}`,
};

function rootAttributes(source: ExportSource): object {
  return { ...fileAttributes(source), tauscape: describeSweep(source) };
}

function array3({ type, lengths, dimensions, attributes, chunks }: ZarrArray): object {
  return {
    zarr_format: 3, node_type: "array", shape: lengths, data_type: type,
    chunk_grid: { name: "regular", configuration: { chunk_shape: chunks.shape } },
    chunk_key_encoding: { name: "default", configuration: { separator: "/" } },
    fill_value: isFloat(type) ? "NaN" : 0,
    codecs: [{ name: "bytes", configuration: { endian: "little" } }],
    attributes, dimension_names: dimensions,
  };
}

/** Readers take a fill value of this version for "missing", so codes, all of which mean something, have none. */
function array2({ type, lengths, chunks }: ZarrArray): object {
  return {
    zarr_format: 2, shape: lengths, chunks: chunks.shape, dtype: NUMPY_TYPES[type], compressor: null,
    fill_value: isFloat(type) ? "NaN" : null, order: "C", filters: null, dimension_separator: ".",
  };
}

function isFloat(type: FieldType): boolean {
  return type === "float64" || type === "float32";
}
