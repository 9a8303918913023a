import { isCodeField, type FieldName } from "../../src/model/index.ts";
import type { Exporter, ExportSource, ExportWriter } from "../../src/exporters/exporter.ts";
import { findExporter } from "../../src/exporters/registry.ts";
import { parseSpec } from "../../src/sweep/parse-spec.ts";
import { hashSpec } from "../../src/sweep/spec-hash.ts";
import { cellCount, SWEEP_SCHEMA, type SweepSpec } from "../../src/sweep/spec.ts";
import type { FilledTile } from "../../src/sweep/tile.ts";
import { MemoryTarget } from "./memory-target.ts";
import { evaluateCells, expectedBytes } from "../support/reference-sweep.ts";

/** A valid spec, from what `parseSpec` takes. */
export function specOf(input: object): SweepSpec {
  const parsed = parseSpec({ schema: SWEEP_SCHEMA, ...input });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.spec;
}

export async function sourceOf(spec: SweepSpec, fileName = "grid"): Promise<ExportSource> {
  return { spec, specHash: hashSpec(spec), fileName };
}

export function cellValue(spec: SweepSpec, field: FieldName, cell: number): number {
  const [point] = evaluateCells(spec, cell, 1);
  return isCodeField(field) ? point[field] : point.fields[field] ?? NaN;
}

/** The sweep's tiles, evaluated point by point: shares nothing with kernels or exporters. */
export function tilesByModel(spec: SweepSpec, tileCells: number): FilledTile[] {
  const cells = cellCount(spec);
  return Array.from({ length: Math.ceil(cells / tileCells) }, (_, t) => {
    const start = t * tileCells;
    const points = evaluateCells(spec, start, Math.min(tileCells, cells - start));
    return { start, count: points.length, fields: Object.fromEntries(spec.fields.map((field) => [field, expectedBytes(spec, field, points).slice()])) };
  });
}

/** A format that must be there. */
export function exporterOf(id: string): Exporter {
  const exporter = findExporter(id);
  if (exporter === undefined) throw new Error(`No format ${id}`);
  return exporter;
}

/** The files of a result by their paths; each tile's buffers are overwritten once it has been taken, as workers reuse them. */
export async function exportFiles(exporter: Exporter, spec: SweepSpec, tileCells: number, fileName?: string): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const target = new MemoryTarget();
  const format = await exporter.load();
  const writer = await format.open(await sourceOf(spec, fileName), target, null);
  for (const tile of tilesByModel(spec, tileCells)) await giveTile(writer, tile);
  const length = await writer.finish();
  const files = target.files();
  const written = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  if (length !== written) throw new Error(`finish() says ${length} bytes, ${written} were written`);
  return files;
}

/** Gives a copy of a tile in shared memory, as workers do, and overwrites the copy when it has been taken. */
export async function giveTile(writer: ExportWriter, tile: FilledTile): Promise<void> {
  const fields = Object.fromEntries(Object.entries(tile.fields).map(([field, bytes]) => [field, inSharedMemory(bytes)]));
  await writer.writeTile({ ...tile, fields });
  for (const bytes of Object.values(fields)) bytes.fill(0xaa);
}

/** Eight bytes from the start of its memory, for workers' outputs lie one behind the other. */
function inSharedMemory(bytes: Uint8Array): Uint8Array<SharedArrayBuffer> {
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length + 8), 8);
  shared.set(bytes);
  return shared;
}

/** The one file of a result. */
export async function exportToMemory(exporter: Exporter, spec: SweepSpec, tileCells: number, fileName?: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = (await exportFiles(exporter, spec, tileCells, fileName)).get("");
  if (bytes === undefined) throw new Error(`${exporter.id} has no file of its own`);
  return bytes;
}
