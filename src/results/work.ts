import { isCodeField, type FieldName } from "../model/index.ts";
import type { CellRange } from "../sweep/plan.ts";
import type { Digests } from "../sweep/checksum.ts";
import type { SweepSpec } from "../sweep/spec.ts";
import { summarise } from "../sweep/summarise.ts";
import type { SweepSummary } from "../sweep/summary.ts";
import type { ComputedTile } from "../sweep/tile.ts";
import { mergeTotals, type TileTotals } from "../sweep/totals.ts";
import type { TilesEntry } from "./journal.ts";
import type { ManifestChunk, ManifestPart } from "./manifest.ts";
import type { Part, TileRecord } from "./records.ts";

export function recordOf({ start, count, totals, digests }: ComputedTile): TileRecord {
  return { start, count, totals: { ...totals, fields: [...totals.fields] }, digests: digests.map((digest) => (digest === null ? null : toHex(digest))) };
}

/** What has been done of a range: entries may repeat tiles and bytes, with the same content, where a run went on from a checkpoint. */
export class DoneWork {
  readonly #tiles = new Map<number, TileRecord>();
  readonly #parts = new Map<string, ManifestPart>();
  #seconds = 0;

  constructor(private readonly spec: SweepSpec, private readonly range: CellRange, private readonly digests: Digests) {}

  add({ tiles, parts, seconds }: Pick<TilesEntry, "tiles" | "parts" | "seconds">): void {
    for (const tile of tiles) this.#tiles.set(tile.start, tile);
    const [first] = tiles;
    const last = tiles.at(-1);
    this.addParts(parts, last === undefined ? null : { from: first.start, to: last.start + last.count });
    this.#seconds += seconds;
  }

  /** @param cells null for bytes that frame the cells */
  addParts(parts: readonly Part[], cells: CellRange | null): void {
    for (const part of parts) this.#parts.set(`${part.path}\n${part.position}`, { ...part, cells });
  }

  get seconds(): number {
    return this.#seconds;
  }

  get parts(): ManifestPart[] {
    return [...this.#parts.values()];
  }

  /** In order. @throws RangeError where cells of the range are missing */
  tiles(): TileRecord[] {
    const tiles = [...this.#tiles.values()].sort((a, b) => a.start - b.start);
    let due = this.range.from;
    for (const { start, count } of tiles) {
      if (start !== due) throw new RangeError(`The tile at cell ${start} came where cell ${due} was due`);
      due += count;
    }
    if (due !== this.range.to) throw new RangeError(`The cells from ${due} to ${this.range.to} are missing`);
    return tiles;
  }

  chunks(): ManifestChunk[] {
    return this.tiles().map((tile) => ({ ...tile, state: "done", checksums: this.#byField((k) => tile.digests[k] ?? null) }));
  }

  checksums(): ManifestChunk["checksums"] {
    const tiles = this.tiles();
    return this.#byField((k) => {
      const digests = tiles.map((tile) => tile.digests[k] ?? null);
      return digests.includes(null) ? null : digests.join("");
    });
  }

  summary(facts: Pick<SweepSummary, "engine" | "threads"> & { readonly specHash: string }): SweepSummary {
    const totals = this.tiles().map((tile): TileTotals => tile.totals).reduce(mergeTotals, emptyTotals(this.spec));
    const checksums = Object.fromEntries(Object.entries(this.checksums()).filter(([, checksum]) => checksum !== null)) as Partial<Record<FieldName, string>>;
    return summarise(this.spec, totals, { ...facts, method: "cells", seconds: this.#seconds, checksums });
  }

  #byField(digests: (k: number) => string | null): ManifestChunk["checksums"] {
    return Object.fromEntries(this.spec.fields.map((field, k) => {
      const hex = digests(k);
      return [field, hex === null ? null : this.digests.join(fromHex(hex))];
    }));
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
