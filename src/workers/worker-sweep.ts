import type { TileBytes } from "../engines/tile-sweeper.ts";
import type { FieldName } from "../model/index.ts";
import type { Tile } from "../sweep/plan.ts";
import type { TileAnswer, TileCells, TileOutput, TileSection } from "./protocol.ts";

/** An open sweep in a worker, whatever computes its cells. */
export interface WorkerSweep {
  tile(tile: Tile, output: TileOutput): TileAnswer | Promise<TileAnswer>;
  /** Gives its memory back. */
  close(): void;
}

/** Bytes in, digests of their 1 MiB pieces out, end to end. */
export type DigestPieces = (bytes: Uint8Array) => Uint8Array;

/** Copies the fields' bytes into one buffer that can be transferred: the given one where it fits. */
export function copyCells(fields: readonly FieldName[], bytes: TileBytes, output: TileOutput): TileCells {
  const parts = fields.map((field) => bytes[field] ?? new Uint8Array(0));
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const buffer = output instanceof ArrayBuffer && output.byteLength === length ? output : new ArrayBuffer(length);
  const whole = new Uint8Array(buffer);
  const sections: TileSection[] = [];
  let offset = 0;
  fields.forEach((field, k) => {
    whole.set(parts[k], offset);
    sections.push({ field, offset, length: parts[k].length });
    offset += parts[k].length;
  });
  return { buffer, sections };
}

/** Says where the fields' bytes lie in the shared memory. */
export function pointToCells(fields: readonly FieldName[], bytes: TileBytes, memory: SharedArrayBuffer): TileCells {
  return {
    buffer: memory,
    sections: fields.map((field) => ({ field, offset: bytes[field]?.byteOffset ?? 0, length: bytes[field]?.length ?? 0 })),
  };
}
