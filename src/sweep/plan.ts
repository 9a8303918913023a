import { isCodeField } from "../model/index.ts";
import { axisCount, cellCount, type SweepSpec } from "./spec.ts";

/**
 * Cells of a tile: a multiple of 1 MiB of every element type, so that each tile holds whole pieces of the checksum, and few
 * enough that a tile takes about a millisecond.
 */
export const TILE_CELLS: number = 2 ** 20;

/** Tiles of a sweep whose rows are followed, where none would be too large: enough to even out over many workers. */
const FOLLOWED_TILES = 64;
/** Cells of a tile whose rows are followed: kernels count cells in 31 bits. */
const MOST_FOLLOWED_CELLS = 2 ** 28;

/** Bytes of the smallest part of a field that a block holds: one piece of the checksum. */
const BLOCK_BYTES = 2 ** 20;

/**
 * Cells of a block: where cells do not leave the worker, a tile is swept block by block over the same outputs, which then stay
 * in the processor's cache. One MiB of the narrowest field.
 */
export function blockCells(spec: SweepSpec): number {
  if (spec.fields.some(isCodeField)) return BLOCK_BYTES;
  return BLOCK_BYTES / (spec.precision === "f32" ? Float32Array : Float64Array).BYTES_PER_ELEMENT;
}

/** Consecutive cells [start, start+count) of a sweep in C order. */
export interface Tile {
  readonly index: number;
  readonly start: number;
  readonly count: number;
}

/** Consecutive cells [from, to) of a sweep, from a tile's first cell to a tile's last or the sweep's. */
export interface CellRange {
  readonly from: number;
  readonly to: number;
}

/** How a sweep is cut into tiles; pure data, no thread is touched. */
export interface SweepPlan {
  readonly spec: SweepSpec;
  readonly cells: number;
  readonly tiles: number;
  /** Cells of every tile but the last. */
  readonly tileCells: number;
}

/** @param follow whether rows are followed instead of visited: far more cells then make a tile */
export function planSweep(spec: SweepSpec, follow = false): SweepPlan {
  const cells = cellCount(spec);
  const tileCells = follow ? Math.max(TILE_CELLS, Math.min(MOST_FOLLOWED_CELLS, Math.ceil(cells / FOLLOWED_TILES))) : TILE_CELLS;
  return { spec, cells, tiles: Math.ceil(cells / tileCells), tileCells };
}

export function tileAt({ cells, tileCells }: SweepPlan, index: number): Tile {
  const start = index * tileCells;
  return { index, start, count: Math.min(tileCells, cells - start) };
}

/** A block of whole rows of the grid: points [from, to) of every axis. */
export interface Box {
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** First cell of the box within the range that it was cut from; the box's cells are consecutive there. */
  readonly offset: number;
  readonly count: number;
}

/** A part of a grid: points [from, to) of every axis. */
export type Span = Pick<Box, "from" | "to">;

/** Cuts consecutive cells [start, start+count) into the fewest boxes, in order; at most two an axis and one. */
export function cutIntoBoxes(counts: readonly number[], start: number, count: number): Box[] {
  const boxes: Box[] = [];
  cut(counts, 0, start, start + count, [], (from, to, cells) => {
    const previous = boxes.at(-1);
    boxes.push({ from, to, count: cells, offset: previous === undefined ? 0 : previous.offset + previous.count });
  });
  return boxes;
}

/** Boxes of a spec's cells. */
export function boxesOf(spec: SweepSpec, tile: Pick<Tile, "start" | "count">): Box[] {
  return cutIntoBoxes(spec.axes.map(axisCount), tile.start, tile.count);
}

type Emit = (from: number[], to: number[], cells: number) => void;

function cut(counts: readonly number[], axis: number, start: number, end: number, prefix: readonly number[], emit: Emit): void {
  if (start >= end) return;
  const inner = counts.slice(axis + 1);
  const stride = inner.reduce((product, n) => product * n, 1);
  const first = Math.floor(start / stride);
  const last = Math.floor((end - 1) / stride);
  const headEnds = start === first * stride;
  const tailEnds = end === (last + 1) * stride;
  if (first === last && !(headEnds && tailEnds)) {
    cut(counts, axis + 1, start - first * stride, end - first * stride, [...prefix, first], emit);
    return;
  }
  const wholeFrom = headEnds ? first : first + 1;
  const wholeTo = tailEnds ? last + 1 : last;
  if (!headEnds) cut(counts, axis + 1, start - first * stride, stride, [...prefix, first], emit);
  if (wholeFrom < wholeTo) {
    emit(
      [...prefix, wholeFrom, ...inner.map(() => 0)],
      [...prefix.map((point) => point + 1), wholeTo, ...inner],
      (wholeTo - wholeFrom) * stride,
    );
  }
  if (!tailEnds) cut(counts, axis + 1, 0, end - last * stride, [...prefix, last], emit);
}
