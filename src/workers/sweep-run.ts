import { formatCount, type FieldName } from "../model/index.ts";
import { planSweep, tileAt, type CellRange, type SweepPlan } from "../sweep/plan.ts";
import type { SweepSpec } from "../sweep/spec.ts";
import { summarise, type RunFacts } from "../sweep/summarise.ts";
import type { SweepSummary } from "../sweep/summary.ts";
import type { ComputedTile } from "../sweep/tile.ts";
import { mergeTotals, type TileTotals } from "../sweep/totals.ts";
import type { SweepJob, TileAnswer, TileCells } from "./protocol.ts";
import type { SweepOptions } from "./sweep-client.ts";

/** Whatever takes a run's tiles to their end. */
export interface SweepPool {
  run(run: SweepRun): Promise<void>;
}

/** One sweep from its first tile to its summary; where an engine gives up, another goes on from the tile that is due. */
export class SweepRun {
  readonly plan: SweepPlan;
  readonly job: SweepJob;
  /** The tile that is due: all before it have been taken. */
  due: number;
  /** The tile after the last. */
  readonly end: number;
  #totals: TileTotals | null = null;
  readonly #digests: (Uint8Array | null)[][];
  readonly #range: CellRange;

  /**
   * @param follow whether rows are followed instead of visited; then no cells and no checksums can be asked for
   * @throws RangeError where the options' range does not begin and end with tiles
   */
  constructor(readonly spec: SweepSpec, readonly options: SweepOptions, follow = false) {
    this.plan = planSweep(spec, follow);
    this.job = { spec, keep: options.keep ?? false, transfer: options.onTile !== undefined, checksum: options.checksum ?? false, follow };
    this.#digests = spec.fields.map(() => []);
    this.#range = options.range ?? { from: 0, to: this.plan.cells };
    this.due = tileIndex(this.plan, this.#range.from);
    this.end = tileIndex(this.plan, this.#range.to);
  }

  /** Runs from the tile that is due to the end. */
  on(pool: SweepPool): Promise<void> {
    return pool.run(this);
  }

  /** Takes the answer for the tile that is due. @param seconds its share of the time of computing, where its cells are handed over */
  async take({ totals, digests, cells }: TileAnswer, seconds = 0): Promise<void> {
    const { start, count } = tileAt(this.plan, this.due);
    this.#totals = this.#totals === null ? totals : mergeTotals(this.#totals, totals);
    digests.forEach((digest, k) => this.#digests[k].push(digest));
    if (cells !== null) await this.options.onTile?.({ start, count, fields: fieldsOf(cells), totals, digests, seconds });
    this.due++;
    const { from, to } = this.#range;
    this.options.onProgress?.({ done: start + count - from, total: to - from });
  }

  /** Over the tiles that have been taken. */
  get totals(): TileTotals {
    if (this.#totals === null) throw new RangeError("A sweep has at least one cell.");
    return this.#totals;
  }

  /** Once every tile has been taken. */
  async summary(facts: Pick<RunFacts, "engine" | "threads" | "seconds">): Promise<SweepSummary> {
    const checksums = this.job.checksum ? await this.#checksums() : {};
    // No picture waits for the hash, so it is loaded after the first.
    const { hashSpec } = await import("../sweep/spec-hash.ts");
    return summarise(this.spec, this.totals, { ...facts, method: "cells", specHash: hashSpec(this.spec), checksums });
  }

  async #checksums(): Promise<Partial<Record<FieldName, string>>> {
    const { joinDigests } = await import("../sweep/checksum.ts");
    const checksums: Partial<Record<FieldName, string>> = {};
    for (const [k, field] of this.spec.fields.entries()) {
      const digests = this.#digests[k].filter((digest) => digest !== null);
      if (digests.length === this.#digests[k].length) checksums[field] = await joinDigests(digests);
    }
    return checksums;
  }
}

function tileIndex({ cells, tiles, tileCells }: SweepPlan, cell: number): number {
  if (cell === cells) return tiles;
  if (cell < 0 || cell > cells || cell % tileCells !== 0) throw new RangeError(`A range begins and ends with tiles of ${formatCount(tileCells)} cells, from 0 to ${formatCount(cells)}; found ${cell}.`);
  return cell / tileCells;
}

function fieldsOf({ buffer, sections }: TileCells): ComputedTile["fields"] {
  const fields: Partial<Record<FieldName, Uint8Array<ArrayBufferLike>>> = {};
  for (const { field, offset, length } of sections) fields[field] = new Uint8Array(buffer, offset, length);
  return fields;
}
