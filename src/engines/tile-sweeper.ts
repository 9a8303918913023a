import * as layout from "../../assembly/layout.ts";
import { isCodeField, type FieldName } from "../model/index.ts";
import { boxesOf, type Box, type Tile } from "../sweep/plan.ts";
import type { SweepSpec } from "../sweep/spec.ts";
import type { TileTotals } from "../sweep/totals.ts";
import { compileBox, type BoxTask } from "./box-program.ts";
import { countEntries, layTables, wholeGrid, type BoxTables } from "./box-tables.ts";
import type { KernelArray, KernelHost, KernelView } from "./kernel-host.ts";
import type { SlotCache } from "./slot-cache.ts";
import { readTotals, startTotals } from "./tile-totals.ts";

/** The cells of each field of the last tile, as bytes in the kernels' memory; valid until the next call. */
export type TileBytes = Readonly<Partial<Record<FieldName, Uint8Array<ArrayBufferLike>>>>;

/** Tables of a whole grid are laid once where they have at most this many entries: 4 MiB. */
const MAX_GRID_ENTRIES = 2 ** 19;

/** Tables in the kernels' memory. */
interface PlacedTables {
  readonly tables: BoxTables;
  readonly pairs: KernelArray;
  readonly values: KernelArray;
}

/** What a sweeper keeps of its cells. */
export interface Outputs {
  /** Cells that one output holds: no longer tile or block will be asked for. */
  readonly cells: number;
  /** How many outputs there are, so that one can be read while the next is written; 0 where cells are only summarised. */
  readonly slots: number;
}

/** Visits the cells of a box, or follows its rows. */
export type SweepKernel = "sweepBox" | "followBox";

/**
 * Sweeps the tiles of one spec with one set of kernels. Outputs are allocated once and reused from tile to tile. Several
 * sweepers may live on one host, but the last one opened must be closed first: memory is a stack.
 */
export class TileSweeper {
  readonly #values: KernelArray<Float64Array<ArrayBufferLike>>;
  readonly #singles: KernelArray<Float32Array<ArrayBufferLike>>;
  readonly #codes: KernelArray<Int8Array<ArrayBufferLike>>;
  readonly #program: KernelArray<Int32Array<ArrayBufferLike>>;
  readonly #totals: KernelArray<Float64Array<ArrayBufferLike>>;
  readonly #mark: number;
  readonly #grid: PlacedTables | null;

  /** Throws a `KernelMemoryError`, and then has taken nothing. */
  constructor(
    readonly host: KernelHost, readonly cache: SlotCache, readonly spec: SweepSpec, readonly outputs: Outputs,
    readonly kernel: SweepKernel = "sweepBox",
  ) {
    const codes = spec.fields.filter(isCodeField).length;
    const values = spec.fields.length - codes;
    const single = spec.precision === "f32";
    const kept = outputs.slots * outputs.cells;
    this.#mark = host.mark();
    try {
      this.#values = host.reserve("f64", kept > 0 && !single ? values * kept : layout.CHUNK_CELLS);
      this.#singles = host.reserve("f32", single ? values * kept : 0);
      this.#codes = host.reserve("i8", codes * kept);
      this.#program = host.allocate("i32", layout.PROGRAM_LENGTH);
      this.#totals = host.allocate("f64", layout.TOTALS_LENGTH);
      const grid = wholeGrid(spec);
      this.#grid = countEntries(spec, grid) <= MAX_GRID_ENTRIES ? this.#place(layTables(spec, grid, cache)) : null;
    } catch (cause) {
      host.release(this.#mark);
      throw cause;
    }
  }

  /** Computes the cells of a tile into an output; `reduce` also takes its counts, extremes and sums. */
  sweep(tile: Pick<Tile, "start" | "count">, reduce: boolean, slot = 0): TileTotals {
    return this.sweepBlocks(tile, tile.count, reduce, slot, () => undefined);
  }

  /**
   * As `sweep`, but block after block over the same output, which then stays in the processor's cache: `onBlock` sees each
   * block's cells before the next one takes their place.
   */
  sweepBlocks(
    tile: Pick<Tile, "start" | "count">, blockCells: number, reduce: boolean, slot: number, onBlock: (count: number) => void,
  ): TileTotals {
    const { cells, slots } = this.outputs;
    const task: BoxTask = { keep: slots > 0, reduce, outputCells: cells * slots, outputFrom: cells * slot };
    startTotals(this.#totals.view());
    const end = tile.start + tile.count;
    for (let start = tile.start; start < end; start += blockCells) {
      const count = Math.min(blockCells, end - start);
      for (const box of boxesOf(this.spec, { start, count })) this.#run(box, task);
      onBlock(count);
    }
    return readTotals(this.#totals.view(), this.spec.fields, tile.count);
  }

  /** Bytes of each field for the first `count` cells of an output; none where cells are not kept. */
  bytes(count: number, slot = 0): TileBytes {
    if (this.outputs.slots === 0) return {};
    return Object.fromEntries(this.spec.fields.map((field) => {
      const view = (isCodeField(field) ? this.#part(this.#codes, field, count, slot)
        : this.spec.precision === "f32" ? this.#part(this.#singles, field, count, slot) : this.values(field, count, slot)).view();
      return [field, new Uint8Array(view.buffer, view.byteOffset, view.byteLength)];
    }));
  }

  /** The first `count` cells of a quantity, in the kernels' memory; for a sweep in f64 that keeps its cells. */
  values(field: FieldName, count: number, slot = 0): KernelArray<Float64Array<ArrayBufferLike>> {
    return this.#part(this.#values, field, count, slot);
  }

  #part<View extends KernelView>(array: KernelArray<View>, field: FieldName, count: number, slot: number): KernelArray<View> {
    const alike = this.spec.fields.filter((other) => isCodeField(other) === isCodeField(field));
    const { cells, slots } = this.outputs;
    return this.host.part(array, (alike.indexOf(field) * slots + slot) * cells, count);
  }

  /** Gives the memory back. */
  close(): void {
    this.host.release(this.#mark);
  }

  #run(box: Box, task: BoxTask): void {
    const { host, spec } = this;
    const mark = host.mark();
    const inner = spec.axes.length - 1;
    const grid = this.#grid;
    const isWholeInside = grid !== null && box.from[inner] === 0 && box.to[inner] === grid.tables.span.to[inner];
    const { tables, pairs, values } = isWholeInside ? grid : this.#place(layTables(spec, box, this.cache));
    this.#program.view().set(compileBox(spec, box, task, tables));
    host.kernel(this.kernel)(
      this.#program.ref, pairs.ref, values.ref, this.#values.ref, this.#singles.ref, this.#codes.ref, this.#totals.ref);
    host.release(mark);
  }

  #place(tables: BoxTables): PlacedTables {
    const { host } = this;
    const pairs = host.allocate("i32", tables.feasible.pairs.length);
    const values = host.allocate("f64", tables.length);
    pairs.view().set(tables.feasible.pairs);
    const view = values.view();
    let at = 0;
    for (const part of tables.values) {
      view.set(part, at);
      at += part.length;
    }
    return { tables, pairs, values };
  }
}
