/**
 * The formats of results, each usable alone: what computes the cells, and where the bytes go, is up to the caller.
 * @module tauscape/exporters
 */
export { CheckpointError } from "../exporters/checkpoint-error.ts";
export { EXPORTERS, exporterForFile, findExporter } from "../exporters/registry.ts";
export type { ByteSink, Checkpoint, Exporter, ExportFormat, ExportSource, ExportTarget, ExportWriter, Sidecar } from "../exporters/exporter.ts";
export { startEncoders } from "./encoders.ts";
export type { BlockFormat, BlockTable, CellBlock, EncodedBlock, Encoders, EncoderWorkers } from "../exporters/blocks/encoders.ts";
export type { FilledTile } from "../sweep/tile.ts";
