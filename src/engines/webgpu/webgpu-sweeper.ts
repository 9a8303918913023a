import { isCodeField, type FieldName } from "../../model/index.ts";
import { boxesOf, type Box, type Tile } from "../../sweep/plan.ts";
import type { SweepSpec } from "../../sweep/spec.ts";
import { countEntries, layTables, wholeGrid, type BoxTables } from "../box-tables.ts";
import type { SlotCache } from "../slot-cache.ts";
import type { TileBytes } from "../tile-sweeper.ts";
import { decideMarked, fillByModel, type UndecidedCells } from "./decide-cells.ts";
import { compileShaderProgram, layOutTile, type TileLayout } from "./shader-program.ts";
import { UNDECIDED, WORKGROUP_CELLS } from "./shader-source.ts";
import { roundTables } from "./shader-tables.ts";
import { TileBuffers } from "./tile-buffers.ts";
import type { WebGpuDevice } from "./webgpu-device.ts";

export { decideByModel, type UndecidedCells } from "./decide-cells.ts";
export { GpuLostError, openWebGpu, type WebGpuDevice } from "./webgpu-device.ts";

/** Tables of a whole grid are handed to the GPU once where they have at most this many entries: 2 MiB. */
const MAX_GRID_ENTRIES = 2 ** 19;

/** The most that every device takes; the shader goes on where there are more cells. */
const MAX_WORKGROUPS = 65_535;

/**
 * Sweeps the tiles of one spec in float32 on the GPU. Values come within 2e-5 of the largest of the terms that they are summed from;
 * classes and statuses are exactly the model's. One tile at a time.
 */
export class WebGpuSweeper {
  readonly #device: WebGpuDevice;
  readonly #cache: SlotCache;
  readonly #spec: SweepSpec;
  readonly #decide: UndecidedCells;
  readonly #buffers: TileBuffers;
  /** Tables of the whole grid; null where each box has its own. */
  readonly #grid: BoxTables | null;
  #isGridWritten = false;
  #tile: TileLayout;
  #host = new Uint8Array();

  constructor(device: WebGpuDevice, cache: SlotCache, spec: SweepSpec, decide: UndecidedCells) {
    this.#device = device;
    this.#cache = cache;
    this.#spec = spec;
    this.#decide = decide;
    this.#buffers = new TileBuffers(device);
    this.#tile = layOutTile(spec.fields, 0);
    const span = wholeGrid(spec);
    const grid = countEntries(spec, span) <= MAX_GRID_ENTRIES ? layTables(spec, span, cache) : null;
    this.#grid = grid !== null && roundTables(spec, grid) !== null ? grid : null;
  }

  /** Computes the cells of a tile. Rejects with `GpuLostError` where the GPU is lost, short of memory, or refuses. */
  async sweep(tile: Pick<Tile, "start" | "count">): Promise<void> {
    const layout = layOutTile(this.#spec.fields, tile.count);
    const { valuesLength, codesLength } = layout;
    const pipeline = await this.#device.pipeline(this.#spec.prices);
    const length = valuesLength + codesLength;
    if (this.#host.length < length) this.#host = new Uint8Array(length);
    this.#tile = layout;
    const refused: Box[] = [];
    await this.#device.attempt(() => {
      this.#buffers.begin(valuesLength, codesLength);
      for (const box of boxesOf(this.#spec, tile)) if (!this.#dispatch(box, pipeline)) refused.push(box);
      return this.#buffers.readInto(this.#host, valuesLength, codesLength);
    });
    const bytes = this.bytes(tile.count);
    for (const box of refused) fillByModel(this.#spec, bytes, tile.start + box.offset, box.count, box.offset);
    decideMarked(bytes, UNDECIDED, tile.start, this.#decide);
  }

  /** Bytes of each field for the first `count` cells of the last tile; valid until the next sweep. */
  bytes(count: number): TileBytes {
    const { starts, valuesLength } = this.#tile;
    const part = (field: FieldName, start: number) => (isCodeField(field)
      ? this.#host.subarray(valuesLength + start, valuesLength + start + count)
      : this.#host.subarray(start, start + count * Float32Array.BYTES_PER_ELEMENT));
    return Object.fromEntries([...starts].map(([field, start]) => [field, part(field, start)]));
  }

  /** Gives the GPU's memory back. */
  close(): void {
    this.#buffers.close();
  }

  /** Hands a box to the GPU, or says that float32 will not do for it. */
  #dispatch(box: Box, pipeline: GPUComputePipeline): boolean {
    const { gpu } = this.#device;
    const tables = this.#writeTables(box);
    if (tables === null) return false;
    this.#buffers.write("program", compileShaderProgram(this.#spec, box, tables, this.#tile));
    const encoder = gpu.createCommandEncoder();
    const pass = encoder.beginComputePass();
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, this.#buffers.bindGroup(pipeline));
    pass.dispatchWorkgroups(Math.min(MAX_WORKGROUPS, Math.ceil(box.count / WORKGROUP_CELLS)));
    pass.end();
    gpu.queue.submit([encoder.finish()]);
    return true;
  }

  #writeTables(box: Box): BoxTables | null {
    if (this.#grid !== null && this.#isGridWritten) return this.#grid;
    const tables = this.#grid ?? layTables(this.#spec, box, this.#cache);
    const rounded = roundTables(this.#spec, tables);
    if (rounded === null) return null;
    this.#buffers.write("tables", rounded);
    this.#buffers.write("ranges", new Int32Array(tables.feasible.pairs));
    this.#isGridWritten = true;
    return tables;
  }
}
