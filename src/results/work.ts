import { isCodeField } from "../model/index.ts";
import { createDigestJoiner, type DigestJoiner } from "../sweep/checksum.ts";
import type { CellRange } from "../sweep/plan.ts";
import type { SweepSpec } from "../sweep/spec.ts";
import { summarise } from "../sweep/summarise.ts";
import type { SweepSummary } from "../sweep/summary.ts";
import type { ComputedTile } from "../sweep/tile.ts";
import { mergeTotals, type TileTotals } from "../sweep/totals.ts";
import type { TilesEntry } from "./journal.ts";
import type { Manifest } from "./manifest.ts";
import type { TileRecord } from "./records.ts";

export function recordOf({ start, count, totals, digests, seconds }: ComputedTile): TileRecord {
  return { start, count, totals: { ...totals, fields: [...totals.fields] }, digests: digests.map((digest) => (digest === null ? null : toHex(digest))), seconds };
}

/** The sum of what has been done of a range. It takes the same room however much that is. */
export class DoneWork {
  #totals: TileTotals;
  /** Of each field; null from the first tile on whose values have no digest. */
  readonly #joiners: (DigestJoiner | null)[];
  #checksums: Manifest["checksums"] | null = null;
  #due: number;
  #seconds = 0;
  #bytes = 0;

  private constructor(private readonly spec: SweepSpec, private readonly range: CellRange, joiners: readonly DigestJoiner[]) {
    this.#totals = emptyTotals(spec);
    this.#due = range.from;
    this.#joiners = [...joiners];
  }

  static async begin(spec: SweepSpec, range: CellRange): Promise<DoneWork> {
    return new DoneWork(spec, range, await Promise.all(spec.fields.map(() => createDigestJoiner())));
  }

  /** @param parts what was written for the tiles @throws RangeError where they are not those that are due */
  add({ tiles, parts }: Pick<TilesEntry, "tiles" | "parts">): void {
    for (const { start, count, totals, digests, seconds } of tiles) {
      if (start !== this.#due) throw new RangeError(`The tile at cell ${start} came where cell ${this.#due} was due`);
      this.#due += count;
      this.#totals = mergeTotals(this.#totals, totals);
      this.#seconds += seconds;
      for (const [k, digest] of digests.entries()) {
        if (digest === null) this.#joiners[k] = null;
        else this.#joiners[k]?.add(fromHex(digest));
      }
    }
    for (const { length } of parts) this.#bytes += length;
  }

  /** Of computing. */
  get seconds(): number {
    return this.#seconds;
  }

  /** Bytes that were written for it: a file's size would count its holes. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Of each field's bytes over the range; null where an engine gave no digest. @throws RangeError where cells are missing */
  checksums(): Manifest["checksums"] {
    if (this.#due !== this.range.to) throw new RangeError(`The cells from ${this.#due} to ${this.range.to} are missing`);
    return this.#checksums ??= Object.fromEntries(this.spec.fields.map((field, k) => [field, this.#joiners[k]?.end() ?? null]));
  }

  summary(facts: Pick<SweepSummary, "engine" | "threads"> & { readonly specHash: string }): SweepSummary {
    const checksums = Object.fromEntries(Object.entries(this.checksums()).flatMap(([field, checksum]) => (checksum === null ? [] : [[field, checksum] as const])));
    return summarise(this.spec, this.#totals, { ...facts, method: "cells", seconds: this.#seconds, checksums });
  }
}

function emptyTotals({ fields }: SweepSpec): TileTotals {
  const none = { min: Infinity, max: -Infinity, sum: 0, compensation: 0 };
  return {
    cells: 0, infeasible: 0, positive: 0, negative: 0, boundary: 0, saving: 0, transversality: 0,
    fields: fields.map((field) => (isCodeField(field) ? null : none)),
  };
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function fromHex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: text.length / 2 }, (_, k) => Number.parseInt(text.slice(2 * k, 2 * k + 2), 16));
}
