import type { FormatInfo } from "../../exporters/exporter.ts";
import type { FieldName } from "../../model/index.ts";

type Line = (file: string, field: FieldName) => string;

/** How Python opens each format; docs/exports.md has the same for R, Julia and DuckDB. */
const LINES = {
  npz: (file, field) => `numpy.load("${file}")["${field}"]`,
  npy: (file) => `numpy.load("${file}", mmap_mode="r")`,
  csv: (file) => `pandas.read_csv("${file}")`,
  "csv.gz": (file) => `pandas.read_csv("${file}")`,
  parquet: (file) => `pandas.read_parquet("${file}")`,
  arrow: (file) => `pandas.read_feather("${file}")`,
  netcdf: (file, field) => `xarray.open_dataset("${file}").${field}`,
  zarr: (file, field) => `xarray.open_zarr("${file}").${field}`,
  zarr2: (file, field) => `xarray.open_zarr("${file}").${field}`,
} satisfies Readonly<Record<FormatInfo["id"], Line>>;

/** A line of Python that opens a result; `null` for a format that this version does not know. */
export function openingLine(format: string, file: string, fields: readonly FieldName[]): string | null {
  const line = (LINES as Readonly<Partial<Record<string, Line>>>)[format];
  return line?.(file, fields[0]) ?? null;
}
