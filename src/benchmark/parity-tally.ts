import type { EngineId } from "../engines/engine.ts";
import { isCodeField, type FieldName, type PointEvaluation } from "../model/index.ts";
import type { SweepSpec } from "../sweep/spec.ts";
import type { FilledTile } from "../sweep/tile.ts";
import type { EngineParity } from "./bench-result.ts";
import { ulpDistance } from "./ulp.ts";

/** A field's cells, as a sweep writes them. */
type Cells = Float64Array<ArrayBuffer> | Float32Array<ArrayBuffer> | Int8Array<ArrayBuffer>;

/** Adds up how far one engine is from the model. */
export class ParityTally {
  #cells = 0;
  #differentBytes = 0;
  #classDifferences = 0;
  readonly #maxUlp: Partial<Record<FieldName, number>> = {};

  constructor(private readonly id: EngineId) {}

  /** @param expected of every cell of the sweep */
  compare(spec: SweepSpec, { start, count, fields }: FilledTile, expected: readonly PointEvaluation[]): void {
    const cells = expected.slice(start, start + count);
    this.#cells += count;
    this.#classDifferences += this.#classesThatDiffer(fields.class, cells);
    for (const field of spec.fields) {
      const found = fields[field] ?? new Uint8Array(0);
      const wanted = expectedValues(spec, field, cells);
      this.#differentBytes += countDifferent(found, new Uint8Array(wanted.buffer));
      if (isCodeField(field)) continue;
      const values = spec.precision === "f32" ? new Float32Array(found.slice().buffer) : new Float64Array(found.slice().buffer);
      let greatest = this.#maxUlp[field] ?? 0;
      for (let i = 0; i < count; i++) greatest = Math.max(greatest, ulpDistance(values[i], wanted[i], spec.precision));
      this.#maxUlp[field] = greatest;
    }
  }

  result(): EngineParity {
    return {
      id: this.id, cells: this.#cells, differentBytes: this.#differentBytes, maxUlp: { ...this.#maxUlp }, classDifferences: this.#classDifferences,
    };
  }

  #classesThatDiffer(found: Uint8Array | undefined, cells: readonly PointEvaluation[]): number {
    if (found === undefined) return 0;
    return cells.filter((cell, i) => (found[i] << 24) >> 24 !== cell.class).length;
  }
}

function expectedValues(spec: SweepSpec, field: FieldName, cells: readonly PointEvaluation[]): Cells {
  if (isCodeField(field)) return Int8Array.from(cells, (cell) => cell[field]);
  const values = cells.map((cell) => cell.fields[field] ?? NaN);
  return spec.precision === "f32" ? Float32Array.from(values) : Float64Array.from(values);
}

function countDifferent(found: Uint8Array, wanted: Uint8Array): number {
  let different = Math.abs(found.length - wanted.length);
  for (let i = 0; i < Math.min(found.length, wanted.length); i++) if (found[i] !== wanted[i]) different++;
  return different;
}
