import type { KernelHost } from "../engines/kernel-host.ts";
import type { SlotCache } from "../engines/slot-cache.ts";
import { TileSweeper } from "../engines/tile-sweeper.ts";
import { decideByModel, WebGpuSweeper, type WebGpuDevice } from "../engines/webgpu/webgpu-sweeper.ts";
import { isCodeField } from "../model/index.ts";
import type { Tile } from "../sweep/plan.ts";
import type { TileTotals } from "../sweep/totals.ts";
import { countCodes } from "../engines/count-codes.ts";
import type { SweepJob, TileAnswer, TileOutput } from "./protocol.ts";
import { copyCells, type DigestPieces, type WorkerSweep } from "./worker-sweep.ts";

/**
 * A sweep by the GPU: it computes the cells, in float32, and the classes and flags that are counted. Extremes and sums are those of the
 * float64 values, which only the kernels have.
 */
export class GpuSweep implements WorkerSweep {
  readonly #gpu: WebGpuSweeper;
  readonly #kernels: TileSweeper;

  constructor(
    device: WebGpuDevice, host: KernelHost, cache: SlotCache, private readonly job: SweepJob, private readonly digest: DigestPieces | null,
  ) {
    const { spec } = job;
    const counted = { ...spec, fields: [...new Set([...spec.fields, "class" as const])] };
    this.#kernels = new TileSweeper(host, cache, spec, { cells: 0, slots: 0 });
    this.#gpu = new WebGpuSweeper(device, cache, counted, decideByModel(counted));
  }

  /** Rejects with a `GpuLostError`. */
  async tile(tile: Tile, output: TileOutput): Promise<TileAnswer> {
    const { fields } = this.job.spec;
    await this.#gpu.sweep(tile);
    const bytes = this.#gpu.bytes(tile.count);
    const { digest } = this;
    return {
      totals: this.#totals(tile),
      digests: digest === null ? [] : fields.map((field) => (isCodeField(field) ? digest(bytes[field] ?? new Uint8Array(0)) : null)),
      cells: this.job.transfer ? copyCells(fields, bytes, output) : null,
    };
  }

  close(): void {
    this.#gpu.close();
    this.#kernels.close();
  }

  #totals(tile: Tile): TileTotals {
    const bytes = this.#gpu.bytes(tile.count);
    return { ...this.#kernels.sweep(tile, true), ...countCodes(bytes.class, bytes.status) };
  }
}
