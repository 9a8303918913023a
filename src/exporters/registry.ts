import type { Exporter } from "./exporter.ts";

/** Every format that a result can be written in; the first is the default. Help, validation and the page are made from it. */
export const EXPORTERS: readonly [Exporter, ...Exporter[]] = [
  {
    id: "npz",
    label: { en: "NumPy archive", zh: "NumPy 归档" },
    meaning: { en: "Every field as a grid over the axes, for numpy.load.", zh: "每个字段为各轴上的网格，用 numpy.load 读取。" },
    extensions: [".npz"],
    mediaType: "application/zip",
    holdsSeveralFields: true,
    container: "file",
    sidecarSuffixes: [],
    load: async () => (await import("./npz.ts")).npzFormat,
  },
  {
    id: "csv",
    label: { en: "CSV table", zh: "CSV 表格" },
    meaning: {
      en: "A row a point: a column for every axis and every field; metadata beside it (CSVW).",
      zh: "每点一行，每个轴和字段各一列；元数据另存（CSVW）。",
    },
    extensions: [".csv"],
    mediaType: "text/csv",
    holdsSeveralFields: true,
    container: "file",
    sidecarSuffixes: ["-metadata.json"],
    load: async () => (await import("./csv.ts")).csvFormat,
  },
];

export function findExporter(id: string): Exporter | undefined {
  return EXPORTERS.find((exporter) => exporter.id === id);
}

/** The format whose extension a file name ends in. */
export function exporterForFile(name: string): Exporter | undefined {
  return EXPORTERS.find(({ extensions }) => extensions.some((extension) => name.toLowerCase().endsWith(extension)));
}
