import { isCodeField, type FieldName } from "../../src/model/index.ts";
import type { ByteSink, Exporter, ExportSource } from "../../src/exporters/exporter.ts";
import { parseSpec } from "../../src/sweep/parse-spec.ts";
import { hashSpec } from "../../src/sweep/spec-hash.ts";
import { cellCount, SWEEP_SCHEMA, type SweepSpec } from "../../src/sweep/spec.ts";
import type { FilledTile } from "../../src/sweep/tile.ts";
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

/** Keeps the written bytes; refuses what overlaps, and at the end what was left out. */
export class MemorySink implements ByteSink {
  private readonly parts: { position: number; bytes: Uint8Array }[] = [];

  write(bytes: Uint8Array, position: number): Promise<void> {
    this.parts.push({ position, bytes: bytes.slice() });
    return Promise.resolve();
  }

  contents(): Uint8Array<ArrayBuffer> {
    const parts = [...this.parts].sort((a, b) => a.position - b.position || a.bytes.length - b.bytes.length);
    const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.bytes.length, 0));
    let end = 0;
    for (const { position, bytes } of parts) {
      if (position !== end) throw new Error(`Bytes from ${end} to ${position} overlap or were left out`);
      whole.set(bytes, position);
      end += bytes.length;
    }
    return whole;
  }
}

/** The whole file in memory; each tile's buffers are overwritten once it has been taken, as workers reuse them. */
export async function exportToMemory(exporter: Exporter, spec: SweepSpec, tileCells: number, fileName?: string): Promise<Uint8Array<ArrayBuffer>> {
  const sink = new MemorySink();
  const writer = await exporter.open(await sourceOf(spec, fileName), sink);
  for (const tile of tilesByModel(spec, tileCells)) {
    await writer.writeTile(tile);
    for (const bytes of Object.values(tile.fields)) bytes.fill(0xaa);
  }
  const length = await writer.finish();
  const contents = sink.contents();
  if (length !== contents.length) throw new Error(`finish() says ${length} bytes, ${contents.length} were written`);
  return contents;
}
