import * as Comlink from "comlink";
import { createJsHost } from "../engines/js/js-host.ts";
import type { KernelHost } from "../engines/kernel-host.ts";
import type { EngineParts } from "../engines/select-engine.ts";
import { SlotCache } from "../engines/slot-cache.ts";
import { TileSweeper } from "../engines/tile-sweeper.ts";
import { createWasmHost } from "../engines/wasm/wasm-host.ts";
import type * as Checksum from "../sweep/checksum.ts";
import { planSweep, tileAt } from "../sweep/plan.ts";
import type { MemoryWork, SweepJob, SurfaceRequest, SurfaceResult, SweepWorkerApi, TileAnswer, TileSection } from "./protocol.ts";
import { sweepSurface } from "./sweep-surface.ts";

type Hasher = typeof Checksum;

/** Loaded when a checksum is first wanted, and ready before any tile: from then on a tile's digests wait for nothing. */
async function loadHasher(): Promise<Hasher> {
  const hasher = await import("../sweep/checksum.ts");
  await hasher.pieceDigests(new Uint8Array(0));
  return hasher;
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
  #hasher: Hasher | null = null;

  start({ module }: EngineParts): Promise<void> {
    this.#kernels = module === null ? createJsHost() : createWasmHost(module);
    return Promise.resolve();
  }

  async open(job: SweepJob): Promise<void> {
    await this.close();
    if (job.checksum) this.#hasher ??= await loadHasher();
    const sweeper = new TileSweeper(this.#host, this.#cache, job.spec, job.keep || job.transfer || job.checksum);
    this.#open = { job, sweeper };
  }

  async tile(index: number, recycled: ArrayBuffer | null): Promise<TileAnswer> {
    if (this.#open === null) throw new Error("No sweep is open in this worker.");
    const { job, sweeper } = this.#open;
    const tile = tileAt(planSweep(job.spec), index);
    const totals = sweeper.sweep(tile, true);
    const bytes = sweeper.bytes(tile.count);
    const parts = job.spec.fields.map((field) => bytes[field] ?? new Uint8Array(0));
    const digests = this.#hasher !== null && job.checksum ? await Promise.all(parts.map(this.#hasher.pieceDigests)) : [];
    if (!job.transfer) return { totals, digests, buffer: null, sections: [] };
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
