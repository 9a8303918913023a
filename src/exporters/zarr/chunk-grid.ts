/** Cells of a chunk at most: 8 MiB of float64, which every reader holds with ease. */
const CHUNK_CELLS = 2 ** 20;

/**
 * How a grid is cut into chunks so that each is a range of consecutive cells: leading axes a point at a time, one axis in pieces, the
 * trailing axes whole. Zarr has chunks of one size alone, so the last piece of the cut axis may reach beyond the grid.
 */
export interface ChunkGrid {
  /** Points of a chunk along each axis. */
  readonly shape: readonly number[];
  readonly cells: number;
  /** Chunks along each axis. */
  readonly counts: readonly number[];
  /** Cells of the grid for each step of the axis before the cut one. */
  readonly outerStride: number;
}

export function chunkGrid(lengths: readonly number[]): ChunkGrid {
  const shape = [...lengths];
  let cells = lengths.reduce((product, count) => product * count, 1);
  let cut = 0;
  for (; cells > CHUNK_CELLS && cut < lengths.length; cut++) {
    const inner = cells / shape[cut];
    shape[cut] = Math.max(1, Math.floor(CHUNK_CELLS / inner));
    cells = inner * shape[cut];
    if (shape[cut] > 1) break;
  }
  return {
    shape, cells, counts: lengths.map((count, axis) => Math.ceil(count / shape[axis])),
    outerStride: lengths.slice(Math.min(cut, lengths.length - 1)).reduce((product, count) => product * count, 1),
  };
}

/** A part of a chunk that is written at once. */
export interface ChunkPart {
  /** Index of the chunk along each axis. */
  readonly index: readonly number[];
  /** First cell of the part within its chunk. */
  readonly at: number;
  /** Cells of the part. */
  readonly count: number;
  /** Cells behind the part that the grid does not have; they are written as zeros. */
  readonly padding: number;
}

/** The parts of chunks that consecutive cells [start, start+count) fill, in order. */
export function* chunkParts({ cells, counts, outerStride }: ChunkGrid, start: number, count: number): Generator<ChunkPart, void> {
  for (let cell = start; cell < start + count;) {
    const outer = Math.floor(cell / outerStride);
    const within = cell - outer * outerStride;
    const piece = Math.floor(within / cells);
    const end = Math.min(outerStride, (piece + 1) * cells);
    const taken = Math.min(start + count - cell, end - within);
    const pieces = Math.ceil(outerStride / cells);
    const reachesEnd = within + taken === outerStride;
    yield {
      index: indexOf(outer * pieces + piece, counts), at: within - piece * cells, count: taken,
      padding: reachesEnd ? pieces * cells - outerStride : 0,
    };
    cell += taken;
  }
}

/** The index along each axis of the chunk with this number, the last axis fastest. */
function indexOf(number: number, counts: readonly number[]): number[] {
  let rest = number;
  return counts.toReversed().map((count) => {
    const index = rest % count;
    rest = Math.floor(rest / count);
    return index;
  }).reverse();
}
