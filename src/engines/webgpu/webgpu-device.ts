import type { PriceMode } from "../../model/index.ts";
import { shaderSource } from "./shader-source.ts";
import { findAdapter, inWords } from "./webgpu-adapter.ts";

/** No buffer needs more: a tile's fields and tables stay below 128 MiB each. */
const MOST_BYTES = 2 ** 30;

const ERROR_FILTERS = ["out-of-memory", "validation", "internal"] as const;

/** The GPU was lost, or refused the work: nothing more is to be had from it, and another engine has to do the tile. */
export class GpuLostError extends Error {
  readonly kind = "gpu-lost";
  override readonly name = "GpuLostError";
  constructor(readonly reason: string) {
    super(`The GPU gave up: ${reason}.`);
  }
}

/** A GPU, with the shaders compiled so far. */
export class WebGpuDevice {
  /** Settles, with the reason in words, when the GPU is lost or `destroy` is called. */
  readonly lost: Promise<string>;
  readonly #pipelines = new Map<PriceMode, Promise<GPUComputePipeline>>();
  /** Told of the loss, so that no work under way waits for ever. */
  readonly #waiting = new Set<(reason: string) => void>();
  #lostReason: string | null = null;

  constructor(readonly gpu: GPUDevice) {
    this.lost = gpu.lost.then((info) => {
      const reason = info.reason === "destroyed" ? "it was closed" : `it was lost${info.message === "" ? "" : `: ${info.message}`}`;
      this.#markLost(reason);
      return reason;
    });
  }

  /** The compiled shader of a price mode; rejects with `GpuLostError`. */
  pipeline(prices: PriceMode): Promise<GPUComputePipeline> {
    const kept = this.#pipelines.get(prices);
    if (kept !== undefined) return kept;
    const made = this.attempt(() => {
      const module = this.gpu.createShaderModule({ code: shaderSource(prices), label: `sweep ${prices}` });
      return this.gpu.createComputePipelineAsync({ layout: "auto", compute: { module, entryPoint: "sweep_cells" } });
    });
    this.#pipelines.set(prices, made);
    return made;
  }

  /**
   * Does work on the GPU. Rejects with `GpuLostError` where the GPU is lost before the work is done, where it reports an error
   * in what `work` hands it before its first wait, and where `work` rejects.
   */
  attempt<Result>(work: () => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      const fail = (reason: string) => {
        this.#waiting.delete(fail);
        reject(new GpuLostError(reason));
      };
      if (this.#lostReason !== null) {
        fail(this.#lostReason);
        return;
      }
      this.#waiting.add(fail);
      this.#watched(work).then((result) => {
        this.#waiting.delete(fail);
        resolve(result);
      }, (cause: unknown) => fail(cause instanceof Error ? cause.message : String(cause)));
    });
  }

  destroy(): void {
    this.#markLost("it was closed");
    this.gpu.destroy();
  }

  /** All scopes open and close before anything else can run: work of others on the same GPU is not confused with this. */
  async #watched<Result>(work: () => Promise<Result>): Promise<Result> {
    for (const filter of ERROR_FILTERS) this.gpu.pushErrorScope(filter);
    const pending = runNow(work);
    const scopes = ERROR_FILTERS.map(() => this.gpu.popErrorScope());
    const [result, ...errors] = await Promise.all([pending, ...scopes]);
    const error = errors.find((found) => found !== null);
    if (error != null) throw new Error(error.message);
    return result;
  }

  #markLost(reason: string): void {
    this.#lostReason ??= reason;
    for (const fail of [...this.#waiting]) fail(this.#lostReason);
  }
}

/** Runs `work` up to its first wait; what it throws becomes a rejection. */
async function runNow<Result>(work: () => Promise<Result>): Promise<Result> {
  return work();
}

/** Opens the GPU of a page or a worker; rejects with an `Error` that says in plain words why there is none. */
export async function openWebGpu({ allowSoftware }: { readonly allowSoftware: boolean }): Promise<WebGpuDevice> {
  const adapter = await findAdapter(allowSoftware);
  const { maxStorageBufferBindingSize, maxBufferSize } = adapter.limits;
  const device = await inWords("the GPU adapter gave no device", adapter.requestDevice({
    requiredLimits: {
      maxStorageBufferBindingSize: Math.min(maxStorageBufferBindingSize, MOST_BYTES),
      maxBufferSize: Math.min(maxBufferSize, MOST_BYTES),
    },
  }));
  return new WebGpuDevice(device);
}
