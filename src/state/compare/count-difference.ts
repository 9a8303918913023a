import { CLASS_BOUNDARY, CLASS_INFEASIBLE, CLASS_NEGATIVE, CLASS_POSITIVE, type SignClass } from "../../model/index.ts";
import { axisPoints } from "../../sweep/axes.ts";
import { parseSpec } from "../../sweep/parse-spec.ts";
import { describeProblem } from "../../sweep/problems.ts";
import { axisCount, cellCount, type SweepSpec } from "../../sweep/spec.ts";
import type { Progress } from "../../sweep/tile.ts";
import type { SweepClient } from "../../workers/sweep-client.ts";

/** Classes of one scenario are kept for so many cells at a time, a byte each: 4 MiB. */
const SLAB_CELLS = 2 ** 22;

/** Classes in the order of a pair's row and column, which `placeOf` finds without a branch. */
const CLASSES: readonly SignClass[] = [CLASS_BOUNDARY, CLASS_POSITIVE, CLASS_INFEASIBLE, CLASS_NEGATIVE];

/** Cells by the pair of their classes in A and in B. */
export class PairCounts {
  readonly #counts = new Float64Array(CLASSES.length ** 2);

  /** Counts pairs of class bytes, as a sweep writes them; both as long as the shorter. */
  add(a: Uint8Array, b: Uint8Array): void {
    const counts = this.#counts;
    const length = Math.min(a.length, b.length);
    for (let at = 0; at < length; at++) counts[4 * placeOf(a[at]) + placeOf(b[at])]++;
  }

  /** Cells that have one of some classes in A and one of some in B. */
  of(a: readonly SignClass[], b: readonly SignClass[]): number {
    const pairs = a.flatMap((row) => b.map((column) => this.#counts[4 * CLASSES.indexOf(row) + CLASSES.indexOf(column)]));
    return pairs.reduce((sum, count) => sum + count, 0);
  }
}

/** The byte of a class is 0, 1, 128 or 255: bits 0 and 7 tell it. */
function placeOf(byte: number): number {
  return (byte & 1) | ((byte >> 6) & 2);
}

export interface CountOptions {
  readonly signal?: AbortSignal;
  /** Cells of both sweeps together. */
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * Sweeps the classes of two specs over the same grid, in turns of a few points of the first axis, and counts every cell of it by its pair.
 * Holds a slab of one of the two in memory: 4 MiB, or one point of the first axis. Throws a `RangeError` where the axes are not the same.
 */
export async function countPairs(client: Pick<SweepClient, "sweep">, a: SweepSpec, b: SweepSpec, { signal, onProgress }: CountOptions = {}): Promise<PairCounts> {
  if (JSON.stringify(a.axes) !== JSON.stringify(b.axes)) throw new RangeError("Two sweeps can be compared cell by cell only over the same axes.");
  const counts = new PairCounts();
  const total = 2 * cellCount(a);
  const [slabsA, slabsB] = [slabsOf(a), slabsOf(b)];
  let done = 0;
  for (const [k, slab] of slabsA.entries()) {
    const classes = new Uint8Array(cellCount(slab));
    const sweep = (spec: SweepSpec, take: (bytes: Uint8Array, start: number) => void) => client.sweep(spec, {
      ...(signal === undefined ? {} : { signal }),
      onTile: ({ start, count, fields }) => {
        if (fields.class === undefined) throw new Error("The sweep gave no classes.");
        take(fields.class, start);
        done += count;
        onProgress?.({ done, total });
      },
    });
    await sweep(slab, (bytes, start) => classes.set(bytes, start));
    await sweep(slabsB[k], (bytes, start) => counts.add(classes.subarray(start, start + bytes.length), bytes));
  }
  return counts;
}

/** The sweep in pieces along its first axis, which lists its points there: the cells keep their bits. */
function slabsOf(spec: SweepSpec): readonly SweepSpec[] {
  const [first, ...rest] = spec.axes;
  const perPoint = cellCount(spec) / axisCount(first);
  const points = [...axisPoints(first)];
  const pointsPerSlab = Math.max(1, Math.floor(SLAB_CELLS / perPoint));
  return Array.from({ length: Math.ceil(points.length / pointsPerSlab) }, (_, k) => {
    const values = points.slice(k * pointsPerSlab, (k + 1) * pointsPerSlab);
    const parsed = parseSpec({ ...spec, fields: ["class"], axes: [{ name: first.name, values }, ...rest] });
    if (!parsed.ok) throw new RangeError(parsed.problems.map((problem) => describeProblem(problem, "en")).join(" "));
    return parsed.spec;
  });
}
