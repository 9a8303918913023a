import * as Comlink from "comlink";
import { createJsHost } from "../engines/js/js-host.ts";
import type { KernelHost } from "../engines/kernel-host.ts";
import type { EngineParts } from "../engines/select-engine.ts";
import { SlotCache } from "../engines/slot-cache.ts";
import { TileSweeper } from "../engines/tile-sweeper.ts";
import { createWasmHost } from "../engines/wasm/wasm-host.ts";
import { blockCells, planSweep, TILE_CELLS, tileAt, type Tile } from "../sweep/plan.ts";
import { cellCount } from "../sweep/spec.ts";
import type { MemoryWork, SweepJob, SurfaceRequest, SurfaceResult, SweepWorkerApi, TileAnswer, TileSection } from "./protocol.ts";
import { sweepSurface } from "./sweep-surface.ts";

type DigestPieces = (bytes: Uint8Array) => Uint8Array;

/** Loaded when a checksum is first wanted, and ready before any tile: from then on a tile's digests wait for nothing. */
async function loadDigests(): Promise<DigestPieces> {
  return (await import("../sweep/checksum.ts")).loadPieceDigests();
}

interface OpenSweep {
  readonly job: SweepJob;
  readonly sweeper: TileSweeper;
}

/** A worker's side of the protocol; the same in browsers, in Node's worker threads and, where there are none, in the page. */
export class SweepWorker implements SweepWorkerApi {
  readonly #cache = new SlotCache();
  #kernels: KernelHost | null = null;
  #open: OpenSweep | null = null;
  #digest: DigestPieces | null = null;

  start({ module }: EngineParts): Promise<void> {
    this.#kernels = module === null ? createJsHost() : createWasmHost(module);
    return Promise.resolve();
  }

  async open(job: SweepJob): Promise<void> {
    await this.close();
    if (job.checksum) this.#digest ??= await loadDigests();
    const cells = Math.min(cellCount(job.spec), job.transfer ? TILE_CELLS : blockCells(job.spec));
    const sweeper = new TileSweeper(this.#host, this.#cache, job.spec, job.keep || job.transfer || job.checksum, cells);
    this.#open = { job, sweeper };
  }

  tile(index: number, recycled: ArrayBuffer | null): Promise<TileAnswer> {
    if (this.#open === null) throw new Error("No sweep is open in this worker.");
    const { job, sweeper } = this.#open;
    const tile = tileAt(planSweep(job.spec), index);
    return Promise.resolve(job.transfer ? this.#transferTile(tile, this.#open, recycled) : this.#reduceTile(tile, job, sweeper));
  }

  /** Sweeps a tile whose cells stay here. */
  #reduceTile(tile: Tile, job: SweepJob, sweeper: TileSweeper): TileAnswer {
    const parts = job.spec.fields.map((): Uint8Array[] => []);
    const block = job.checksum || job.keep ? blockCells(job.spec) : tile.count;
    const totals = sweeper.sweepBlocks(tile, block, true, (count) => {
      if (job.checksum) this.#digestFields(sweeper, job, count).forEach((digest, k) => parts[k].push(digest));
    });
    return { totals, digests: job.checksum ? parts.map(joinBytes) : [], buffer: null, sections: [] };
  }

  /** Sweeps a tile and hands its cells over. */
  #transferTile(tile: Tile, { job, sweeper }: OpenSweep, recycled: ArrayBuffer | null): TileAnswer {
    const totals = sweeper.sweep(tile, true);
    const digests = job.checksum ? this.#digestFields(sweeper, job, tile.count) : [];
    const bytes = sweeper.bytes(tile.count);
    const parts = job.spec.fields.map((field) => bytes[field] ?? new Uint8Array(0));
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    const buffer = recycled?.byteLength === length ? recycled : new ArrayBuffer(length);
    const whole = new Uint8Array(buffer);
    const sections: TileSection[] = [];
    let offset = 0;
    job.spec.fields.forEach((field, k) => {
      whole.set(parts[k], offset);
      sections.push({ field, offset, length: parts[k].length });
      offset += parts[k].length;
    });
    return Comlink.transfer({ totals, digests, buffer, sections }, [buffer]);
  }

  #digestFields(sweeper: TileSweeper, job: SweepJob, count: number): Uint8Array[] {
    const digest = this.#digest;
    if (digest === null) throw new Error("The sweep was opened without checksums.");
    const bytes = sweeper.bytes(count);
    return job.spec.fields.map((field) => digest(bytes[field] ?? new Uint8Array(0)));
  }

  close(): Promise<void> {
    this.#open?.sweeper.close();
    this.#open = null;
    return Promise.resolve();
  }

  surface(request: SurfaceRequest): Promise<SurfaceResult> {
    const result = sweepSurface(this.#host, this.#cache, request);
    const { positions, normals, values, sheet, wall, caps } = result.mesh;
    const buffers = [positions, normals, values, sheet, wall, caps].map((array) => array.buffer);
    return Promise.resolve(Comlink.transfer(result, buffers));
  }

  memory(work: MemoryWork, bytes: number, repeats: number): Promise<number[]> {
    const host = this.#host;
    const mark = host.mark();
    try {
      const bytesOfMemory = host.allocate("u8", bytes).view();
      const half = Math.floor(bytes / 2);
      return Promise.resolve(Array.from({ length: repeats }, (_, k) => {
        const started = performance.now();
        if (work === "fill") bytesOfMemory.fill(k + 1);
        else bytesOfMemory.copyWithin(half, 0, half);
        return (performance.now() - started) / 1000;
      }));
    } finally {
      host.release(mark);
    }
  }

  get #host(): KernelHost {
    if (this.#kernels === null) throw new Error("The worker has not been started.");
    return this.#kernels;
  }
}

function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
