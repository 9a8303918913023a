import * as layout from "../../assembly/layout.ts";
import { isCodeField, type FieldName } from "../model/index.ts";
import { boxesOf, TILE_CELLS, type Box, type Tile } from "../sweep/plan.ts";
import { cellCount, type SweepSpec } from "../sweep/spec.ts";
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
  readonly #outputCells: number;
  readonly #grid: PlacedTables | null;

  /** `keep`: whether the cells themselves are wanted; `cells` bounds the tiles that will be asked for. */
  constructor(
    readonly host: KernelHost, readonly cache: SlotCache, readonly spec: SweepSpec, readonly keep: boolean,
    cells = Math.min(TILE_CELLS, cellCount(spec)),
  ) {
    const codes = spec.fields.filter(isCodeField).length;
    const values = spec.fields.length - codes;
    const single = spec.precision === "f32";
    this.#mark = host.mark();
    this.#outputCells = keep ? cells : 0;
    this.#values = host.allocate("f64", keep && !single ? values * cells : layout.CHUNK_CELLS);
    this.#singles = host.allocate("f32", keep && single ? values * cells : 0);
    this.#codes = host.allocate("i8", this.#outputCells * codes);
    this.#program = host.allocate("i32", layout.PROGRAM_LENGTH);
    this.#totals = host.allocate("f64", layout.TOTALS_LENGTH);
    const grid = wholeGrid(spec);
    this.#grid = countEntries(spec, grid) <= MAX_GRID_ENTRIES ? this.#place(layTables(spec, grid, cache)) : null;
  }

  /** Computes the cells of a tile; `reduce` also takes its counts, extremes and sums. */
  sweep(tile: Pick<Tile, "start" | "count">, reduce: boolean): TileTotals {
    return this.sweepBlocks(tile, tile.count, reduce, () => undefined);
  }

  /**
   * As `sweep`, but block after block over the same outputs, which then stay in the processor's cache: `onBlock` sees each
   * block's cells before the next one takes their place.
   */
  sweepBlocks(tile: Pick<Tile, "start" | "count">, blockCells: number, reduce: boolean, onBlock: (count: number) => void): TileTotals {
    const task: BoxTask = { keep: this.keep, reduce, outputCells: this.#outputCells };
    startTotals(this.#totals.view());
    const end = tile.start + tile.count;
    for (let start = tile.start; start < end; start += blockCells) {
      const count = Math.min(blockCells, end - start);
      for (const box of boxesOf(this.spec, { start, count })) this.#run(box, task);
      onBlock(count);
    }
    return readTotals(this.#totals.view(), this.spec.fields, tile.count);
  }

  /** Bytes of each field for the first `count` cells of the last tile; none where cells are not kept. */
  bytes(count: number): TileBytes {
    if (!this.keep) return {};
    return Object.fromEntries(this.spec.fields.map((field) => {
      const view = (isCodeField(field) ? this.#part(this.#codes, field, count)
        : this.spec.precision === "f32" ? this.#part(this.#singles, field, count) : this.values(field, count)).view();
      return [field, new Uint8Array(view.buffer, view.byteOffset, view.byteLength)];
    }));
  }

  /** The first `count` cells of a quantity, in the kernels' memory; for a sweep in f64 that keeps its cells. */
  values(field: FieldName, count: number): KernelArray<Float64Array<ArrayBufferLike>> {
    return this.#part(this.#values, field, count);
  }

  #part<View extends KernelView>(array: KernelArray<View>, field: FieldName, count: number): KernelArray<View> {
    const alike = this.spec.fields.filter((other) => isCodeField(other) === isCodeField(field));
    return this.host.part(array, alike.indexOf(field) * this.#outputCells, count);
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
    host.kernel("sweepBox")(
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
