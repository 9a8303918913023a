import type { WebGpuDevice } from "./webgpu-device.ts";

/** GPUBufferUsage and GPUMapMode of the WebGPU specification, which TypeScript's library lacks. */
const MAP_READ = 0x1;
const COPY_SRC = 0x4;
const COPY_DST = 0x8;
const STORAGE = 0x80;
const READ = 0x1;

const USAGE = {
  program: STORAGE | COPY_DST,
  ranges: STORAGE | COPY_DST,
  tables: STORAGE | COPY_DST,
  values: STORAGE | COPY_SRC,
  codes: STORAGE | COPY_SRC | COPY_DST,
  staging: COPY_DST | MAP_READ,
} as const;

type Role = keyof typeof USAGE;

/** In the order of the shader's bindings. */
const BOUND: readonly Role[] = ["program", "ranges", "tables", "values", "codes"];

/** A buffer may not be empty, and what is bound must hold at least one element. */
const LEAST_BYTES = 16;

/** The buffers of one sweep on the GPU: made when first needed, made anew only where a tile needs more. */
export class TileBuffers {
  readonly #buffers = new Map<Role, GPUBuffer>();
  #group: { readonly pipeline: GPUComputePipeline; readonly group: GPUBindGroup } | null = null;

  constructor(readonly device: WebGpuDevice) {}

  /** A buffer of at least `bytes` bytes; its contents are lost where it has to grow. */
  reserve(role: Role, bytes: number): GPUBuffer {
    const kept = this.#buffers.get(role);
    if (kept !== undefined && kept.size >= bytes) return kept;
    kept?.destroy();
    const made = this.device.gpu.createBuffer({ label: role, size: Math.max(LEAST_BYTES, Math.ceil(bytes / 4) * 4), usage: USAGE[role] });
    this.#buffers.set(role, made);
    this.#group = null;
    return made;
  }

  write(role: "program" | "ranges" | "tables", data: Float32Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>): void {
    this.device.gpu.queue.writeBuffer(this.reserve(role, data.byteLength), 0, data);
  }

  /** What the shader sees; every buffer has been reserved. */
  bindGroup(pipeline: GPUComputePipeline): GPUBindGroup {
    if (this.#group?.pipeline === pipeline) return this.#group.group;
    const entries = BOUND.map((role, binding) => ({ binding, resource: { buffer: this.reserve(role, 0) } }));
    const group = this.device.gpu.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries });
    this.#group = { pipeline, group };
    return group;
  }

  /** Reserves a tile's outputs, and clears its codes. */
  begin(valuesLength: number, codesLength: number): void {
    this.reserve("values", valuesLength);
    const codes = this.reserve("codes", codesLength);
    const encoder = this.device.gpu.createCommandEncoder();
    encoder.clearBuffer(codes);
    this.device.gpu.queue.submit([encoder.finish()]);
  }

  /** Reads the outputs into `target`: first the values, then the codes. All that is to be done on the GPU is asked for at once. */
  async readInto(target: Uint8Array, valuesLength: number, codesLength: number): Promise<void> {
    const length = valuesLength + codesLength;
    const staging = this.reserve("staging", length);
    const encoder = this.device.gpu.createCommandEncoder();
    if (valuesLength > 0) encoder.copyBufferToBuffer(this.reserve("values", valuesLength), 0, staging, 0, valuesLength);
    if (codesLength > 0) encoder.copyBufferToBuffer(this.reserve("codes", codesLength), 0, staging, valuesLength, codesLength);
    this.device.gpu.queue.submit([encoder.finish()]);
    await staging.mapAsync(READ, 0, Math.ceil(length / 4) * 4);
    target.set(new Uint8Array(staging.getMappedRange(0, length)));
    staging.unmap();
  }

  close(): void {
    for (const buffer of this.#buffers.values()) buffer.destroy();
    this.#buffers.clear();
    this.#group = null;
  }
}
