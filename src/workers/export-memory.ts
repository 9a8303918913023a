import type { BlockFormat } from "../exporters/blocks/encoders.ts";
import type { FormatId } from "../exporters/exporter.ts";
import { TILE_CELLS } from "../sweep/plan.ts";
import { cellCount, type SweepSpec } from "../sweep/spec.ts";
import { encoderWorkers } from "./encoder-count.ts";
import { outputSlots, tileBytes, writingWorkers } from "./output-slots.ts";

/** The process, or the page's workers for it: the runtime, the package's code, a format's. */
const HOST_BYTES = 96 * 2 ** 20;
/** A worker that computes: its code, kernels and their tables. */
const WORKER_BYTES = 8 * 2 ** 20;

/** A worker that encodes: its code, its library, the blocks that it is given and gives, and the texts that it makes until they are collected. */
const ENCODER_BYTES: Readonly<Record<BlockFormat, number>> = { csv: 44 * 2 ** 20, "csv.gz": 40 * 2 ** 20, parquet: 50 * 2 ** 20 };

/** What a format takes beside: Arrow two columns of axes. */
const FORMAT_BYTES: Readonly<Partial<Record<FormatId, (tileCells: number) => number>>> = {
  arrow: (tileCells) => 2 * Float64Array.BYTES_PER_ELEMENT * tileCells + 8 * 2 ** 20,
};

/** Memory in bytes that an export takes at most, about, however large the sweep: the outputs of all workers, and what is being encoded. */
export function exportMemory(format: FormatId, spec: SweepSpec, threads: number): number {
  const outputs = writingWorkers(spec, threads) * outputSlots(spec) * tileBytes(spec);
  const encoders = encoderWorkers(threads) * ((ENCODER_BYTES as Readonly<Partial<Record<FormatId, number>>>)[format] ?? 0);
  return HOST_BYTES + threads * WORKER_BYTES + outputs + encoders + (FORMAT_BYTES[format]?.(Math.min(cellCount(spec), TILE_CELLS)) ?? 0);
}
