import type { KernelHost } from "../engines/kernel-host.ts";
import type { SlotCache } from "../engines/slot-cache.ts";
import { TileSweeper, type TileBytes } from "../engines/tile-sweeper.ts";
import { joinBytes } from "../sweep/join-bytes.ts";
import { blockCells, TILE_CELLS, type Tile } from "../sweep/plan.ts";
import { cellCount } from "../sweep/spec.ts";
import { outputSlots } from "./output-slots.ts";
import type { SweepJob, TileAnswer, TileOutput } from "./protocol.ts";
import { copyCells, pointToCells, type DigestPieces, type WorkerSweep } from "./worker-sweep.ts";

/** A sweep by the kernels of one host. */
export class KernelSweep implements WorkerSweep {
  readonly #sweeper: TileSweeper;

  /** `digest` is there where the job asks for checksums. */
  constructor(host: KernelHost, cache: SlotCache, private readonly job: SweepJob, private readonly digest: DigestPieces | null) {
    const { spec, keep, transfer, follow } = job;
    const cells = Math.min(cellCount(spec), transfer ? TILE_CELLS : blockCells(spec));
    const slots = transfer && host.isShared ? outputSlots(spec) : keep || transfer || digest !== null ? 1 : 0;
    this.#sweeper = new TileSweeper(host, cache, spec, { cells, slots }, follow ? "followBox" : "sweepBox");
  }

  tile(tile: Tile, output: TileOutput): TileAnswer {
    return this.job.transfer ? this.#deliver(tile, output) : this.#summarise(tile);
  }

  close(): void {
    this.#sweeper.close();
  }

  /** Sweeps a tile whose cells stay here: block after block, where they are written at all. */
  #summarise(tile: Tile): TileAnswer {
    const { spec } = this.job;
    const parts = spec.fields.map((): Uint8Array[] => []);
    const block = this.#sweeper.outputs.slots > 0 ? blockCells(spec) : tile.count;
    const totals = this.#sweeper.sweepBlocks(tile, block, true, 0, (count) => {
      if (this.digest !== null) this.#digests(this.digest, this.#sweeper.bytes(count)).forEach((digest, k) => parts[k].push(digest));
    });
    return { totals, digests: this.digest === null ? [] : parts.map(joinBytes), cells: null };
  }

  /** Sweeps a tile and hands its cells over. */
  #deliver(tile: Tile, output: TileOutput): TileAnswer {
    const { fields } = this.job.spec;
    const slot = typeof output === "number" ? output : 0;
    const totals = this.#sweeper.sweep(tile, true, slot);
    const bytes = this.#sweeper.bytes(tile.count, slot);
    const { buffer } = bytes[fields[0]] ?? new Uint8Array();
    const cells = buffer instanceof ArrayBuffer ? copyCells(fields, bytes, output) : pointToCells(fields, bytes, buffer);
    return { totals, digests: this.digest === null ? [] : this.#digests(this.digest, bytes), cells };
  }

  #digests(digest: DigestPieces, bytes: TileBytes): Uint8Array[] {
    return this.job.spec.fields.map((field) => digest(bytes[field] ?? new Uint8Array(0)));
  }
}
