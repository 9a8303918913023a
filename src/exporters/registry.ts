import { ENCODE_HERE } from "./blocks/encode-here.ts";
import type { Encoders } from "./blocks/encoders.ts";
import type { Exporter, ExportFormat, FormatId, FormatInfo } from "./exporter.ts";
import { FORMATS } from "./format-table.ts";

/** What writes each format, brought when it is first used. Whoever only shows formats takes the table, and none of this. */
const LOADERS: Readonly<Record<FormatId, (encoders: Encoders) => Promise<ExportFormat>>> = {
  npz: async () => (await import("./npz.ts")).npzFormat,
  npy: async () => (await import("./npy.ts")).npyFormat,
  csv: async (encoders) => (await import("./csv/csv.ts")).csvFormat(encoders),
  "csv.gz": async (encoders) => (await import("./csv/csv.ts")).csvGzipFormat(encoders),
  parquet: async (encoders) => (await import("./parquet/parquet.ts")).loadParquet(encoders),
  arrow: async () => (await import("./arrow.ts")).arrowFormat,
  netcdf: async () => (await import("./netcdf/netcdf.ts")).netcdfFormat,
  zarr: async () => (await import("./zarr/zarr.ts")).zarr3Format,
  zarr2: async () => (await import("./zarr/zarr.ts")).zarr2Format,
};

function withLoader(format: FormatInfo): Exporter {
  return { ...format, load: (encoders = ENCODE_HERE) => LOADERS[format.id](encoders) };
}

const [first, ...others] = FORMATS;

/** The formats with what writes them, in the table's order. */
export const EXPORTERS: readonly [Exporter, ...Exporter[]] = [withLoader(first), ...others.map(withLoader)];

export function findExporter(id: string): Exporter | undefined {
  return EXPORTERS.find((exporter) => exporter.id === id);
}

/** The format whose extension a file name ends in; the longest, where several do. */
export function exporterForFile(name: string): Exporter | undefined {
  const lower = name.toLowerCase();
  const matches = EXPORTERS.flatMap((exporter) => exporter.extensions.filter((extension) => lower.endsWith(extension)).map((extension) => ({ exporter, extension })));
  return matches.sort((a, b) => b.extension.length - a.extension.length).at(0)?.exporter;
}
