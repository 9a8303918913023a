import type { FormatInfo } from "./exporter.ts";

/** Every format that a result can be written in; the first is the default. Help, validation and the page are made from it. What writes it is in the registry. */
export const FORMATS: readonly [FormatInfo, ...FormatInfo[]] = [
  {
    id: "npz",
    label: { en: "NumPy archive", zh: "NumPy 归档" },
    meaning: { en: "Every field as a grid over the axes, for numpy.load.", zh: "每个字段为各轴上的网格，用 numpy.load 读取。" },
    extensions: [".npz"],
    mediaType: "application/zip",
    holdsSeveralFields: true,
    container: "file",
    sidecarSuffixes: [],
  },
  {
    id: "npy",
    label: { en: "NumPy array", zh: "NumPy 数组" },
    meaning: { en: "One field as a grid over the axes; metadata beside it, as JSON.", zh: "单个字段为各轴上的网格；元数据另存为 JSON。" },
    extensions: [".npy"],
    mediaType: "application/octet-stream",
    holdsSeveralFields: false,
    container: "file",
    sidecarSuffixes: ["-metadata.json"],
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
  },
  {
    id: "csv.gz",
    label: { en: "CSV table, gzip", zh: "CSV 表格（gzip）" },
    meaning: { en: "The CSV table compressed; pandas, R and DuckDB read it as it is.", zh: "压缩的 CSV 表格，pandas、R 和 DuckDB 可直接读取。" },
    extensions: [".csv.gz"],
    mediaType: "application/gzip",
    holdsSeveralFields: true,
    container: "file",
    sidecarSuffixes: ["-metadata.json"],
  },
  {
    id: "parquet",
    label: { en: "Parquet table", zh: "Parquet 表格" },
    meaning: { en: "The table in columns, compressed, for DuckDB, pandas, Polars and R.", zh: "压缩的列式表格，用 DuckDB、pandas、Polars 或 R 读取。" },
    extensions: [".parquet"],
    mediaType: "application/vnd.apache.parquet",
    holdsSeveralFields: true,
    container: "file",
    sidecarSuffixes: [],
  },
  {
    id: "arrow",
    label: { en: "Arrow table", zh: "Arrow 表格" },
    meaning: { en: "The table in Arrow’s IPC file (Feather 2), which opens without being read through.", zh: "Arrow IPC 文件（Feather 2）表格，无需通读即可打开。" },
    extensions: [".arrow", ".feather"],
    mediaType: "application/vnd.apache.arrow.file",
    holdsSeveralFields: true,
    container: "file",
    sidecarSuffixes: [],
  },
  {
    id: "netcdf",
    label: { en: "NetCDF-4", zh: "NetCDF-4" },
    meaning: { en: "Every field as a grid with its axes as coordinates (CF conventions), for xarray.", zh: "每个字段为网格，各轴为坐标（CF 约定），用 xarray 读取。" },
    extensions: [".nc", ".nc4"],
    mediaType: "application/netcdf",
    holdsSeveralFields: true,
    container: "file",
    sidecarSuffixes: [],
  },
  {
    id: "zarr",
    label: { en: "Zarr 3", zh: "Zarr 3" },
    meaning: { en: "A folder with every field as a grid in chunks, for xarray and zarrita.", zh: "文件夹，每个字段为分块网格，用 xarray 或 zarrita 读取。" },
    extensions: [".zarr"],
    mediaType: "application/vnd.zarr",
    holdsSeveralFields: true,
    container: "folder",
    sidecarSuffixes: [],
  },
  {
    id: "zarr2",
    label: { en: "Zarr 2", zh: "Zarr 2" },
    meaning: { en: "The same in the older version of Zarr, for readers that do not know version 3.", zh: "旧版 Zarr，供不支持第 3 版的读取程序使用。" },
    extensions: [".v2.zarr"],
    mediaType: "application/vnd.zarr",
    holdsSeveralFields: true,
    container: "folder",
    sidecarSuffixes: [],
  },
];

/** The row of a format. */
export function findFormat(id: string): FormatInfo | undefined {
  return FORMATS.find((format) => format.id === id);
}
