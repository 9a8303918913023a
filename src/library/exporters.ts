/**
 * The formats of results, each usable alone: what computes the cells, and where the bytes go, is up to the caller.
 * @module tauscape/exporters
 */
export { EXPORTERS, exporterForFile, findExporter } from "../exporters/registry.ts";
export type { ByteSink, Checkpoint, Exporter, ExportFormat, ExportSource, ExportTarget, ExportWriter, Sidecar } from "../exporters/exporter.ts";
export type { FilledTile } from "../sweep/tile.ts";
