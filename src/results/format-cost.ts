import type { Exporter } from "../exporters/exporter.ts";
import { hashSpec } from "../sweep/spec-hash.ts";
import { cellCount, type SweepSpec } from "../sweep/spec.ts";
import { thinSpec } from "../sweep/thin-spec.ts";
import type { FilledTile } from "../sweep/tile.ts";

/** Points of the run that each format is timed on; text takes a thousand times longer than computing. One tile. */
const FORMAT_SAMPLE_CELLS = 2 ** 17;

/** What writing a format would take, without the disk. */
export interface FormatCost {
  readonly format: Exporter["id"];
  readonly bytes: number;
  /** Whether `bytes` is exact; else it is projected from a sample. */
  readonly exact: boolean;
  readonly seconds: number;
}

/** The small sweep that stands for a larger one when a format is measured: a single tile. */
export function formatSample(spec: SweepSpec): SweepSpec {
  return thinSpec(spec, FORMAT_SAMPLE_CELLS);
}

/**
 * Projects what a format would take from writing the sample to nowhere.
 * @param feed hands the tiles of `formatSample(spec)` over and says how long that took
 */
export async function measureFormat(
  exporter: Exporter, spec: SweepSpec, fileName: string,
  feed: (sample: SweepSpec, onTile: (tile: FilledTile) => Promise<void>) => Promise<{ readonly seconds: number }>,
): Promise<FormatCost> {
  const sample = formatSample(spec);
  const source = { spec: sample, specHash: hashSpec(sample), fileName };
  const format = await exporter.load();
  const nowhere = { write: () => Promise.resolve() };
  const writer = await format.open(source, { file: () => Promise.resolve(nowhere) }, null);
  const { seconds } = await feed(sample, (tile) => writer.writeTile(tile));
  const sampleBytes = await writer.finish();
  const scale = cellCount(spec) / cellCount(sample);
  const planned = format.plannedBytes({ ...source, spec, specHash: hashSpec(spec) });
  return {
    format: exporter.id,
    bytes: planned ?? Math.round(sampleBytes * scale),
    exact: planned !== null || scale === 1,
    seconds: seconds * scale,
  };
}
