import * as Comlink from "comlink";
import type { EngineParts } from "../engines/engine-table.ts";
import { createJsHost } from "../engines/js/js-host.ts";
import type { KernelHost } from "../engines/kernel-host.ts";
import { SlotCache } from "../engines/slot-cache.ts";
import { createWasmHost } from "../engines/wasm/wasm-host.ts";
import type { Claimed } from "../sweep/claims.ts";
import { planSweep, tileAt } from "../sweep/plan.ts";
import { BATCH_MS } from "./batch-sizer.ts";
import { claimTile } from "./claim-queue.ts";
import { KernelSweep } from "./kernel-sweep.ts";
import { runMemoryWork } from "./memory-work.ts";
import type {
  MemoryWork, SurfaceRequest, SurfaceResult, SweepJob, SweepWorkerApi, TileAnswer, TileOrder, TilesAnswer,
} from "./protocol.ts";
import { sweepSurface } from "./sweep-surface.ts";
import type { DigestPieces, WorkerSweep } from "./worker-sweep.ts";

/** How an engine begins a sweep in this worker. */
type BeginSweep = (job: SweepJob, digest: DigestPieces | null) => WorkerSweep;

interface OpenSweep {
  readonly job: SweepJob;
  readonly sweep: WorkerSweep;
}

/** A worker's side of the protocol; the same in browsers, in Node's worker threads and, where there are none, in the page. */
export class SweepWorker implements SweepWorkerApi {
  readonly #cache = new SlotCache();
  #kernels: KernelHost | null = null;
  #begin: BeginSweep | null = null;
  #open: OpenSweep | null = null;
  #digest: DigestPieces | null = null;
  /** The order before the next one. */
  #turn: Promise<unknown> = Promise.resolve();

  async start({ module, shared, gpu }: EngineParts): Promise<void> {
    const host = module === null ? createJsHost() : createWasmHost(module, shared);
    this.#kernels = host;
    const onKernels: BeginSweep = (job, digest) => new KernelSweep(host, this.#cache, job, digest);
    const onGpu = gpu === null ? onKernels : await this.#beginOnGpu(host, gpu);
    this.#begin = (job, digest) => (job.spec.precision === "f32" ? onGpu : onKernels)(job, digest);
  }

  sweep(order: TileOrder): Promise<TilesAnswer> {
    return this.#inTurn(() => this.#sweep(order));
  }

  close(): Promise<void> {
    return this.#inTurn(() => this.#end());
  }

  surface(request: SurfaceRequest): Promise<SurfaceResult> {
    const result = sweepSurface(this.#host, this.#cache, request);
    const { positions, normals, values, sheet, wall, caps } = result.mesh;
    const buffers = [positions, normals, values, sheet, wall, caps].map((array) => array.buffer);
    return Promise.resolve(Comlink.transfer(result, buffers));
  }

  memory(work: MemoryWork, bytes: number, repeats: number): Promise<number[]> {
    return Promise.resolve(runMemoryWork(this.#host, work, bytes, repeats));
  }

  async #sweep({ job, from, to, output, queue }: TileOrder): Promise<TilesAnswer> {
    const started = performance.now();
    if (job !== null) await this.#openSweep(job);
    if (this.#open === null) throw new Error("No sweep is open in this worker.");
    const { job: { spec, follow }, sweep } = this.#open;
    const plan = planSweep(spec, follow);
    const tiles: Claimed<TileAnswer>[] = [];
    const next = (last: number) => (queue === null ? last + 1 : claimTile(queue, to) ?? to);
    for (let index = next(from - 1); index < to; index = next(index)) {
      tiles.push({ index, result: await sweep.tile(tileAt(plan, index), output) });
      if (queue !== null && performance.now() - started >= BATCH_MS) break;
    }
    const buffers = tiles.flatMap(({ result: { cells } }) => (cells?.buffer instanceof ArrayBuffer ? [cells.buffer] : []));
    return Comlink.transfer({ tiles, milliseconds: performance.now() - started }, buffers);
  }

  async #openSweep(job: SweepJob): Promise<void> {
    this.#end();
    if (this.#begin === null) throw new Error("The worker has not been started.");
    if (job.checksum) this.#digest ??= await (await import("../sweep/checksum.ts")).loadPieceDigests();
    this.#open = { job, sweep: this.#begin(job, job.checksum ? this.#digest : null) };
  }

  #end(): void {
    this.#open?.sweep.close();
    this.#open = null;
  }

  async #beginOnGpu(host: KernelHost, gpu: { readonly allowSoftware: boolean }): Promise<BeginSweep> {
    const [{ openWebGpu }, { GpuSweep }] = await Promise.all([import("../engines/webgpu/webgpu-device.ts"), import("./gpu-sweep.ts")]);
    const device = await openWebGpu(gpu);
    return (job, digest) => new GpuSweep(device, host, this.#cache, job, digest);
  }

  #inTurn<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    const run = this.#turn.then(work);
    this.#turn = run.catch(() => undefined);
    return run;
  }

  get #host(): KernelHost {
    if (this.#kernels === null) throw new Error("The worker has not been started.");
    return this.#kernels;
  }
}
