import { EXPORTERS } from "../exporters/registry.ts";
import type { Exporter } from "../exporters/exporter.ts";
import { hashSpec } from "../sweep/spec-hash.ts";
import { cellCount, type SweepSpec } from "../sweep/spec.ts";
import type { SweepClient } from "../workers/sweep-client.ts";
import { thinSpec } from "./thin-spec.ts";

/** Points of the run that is timed for each thread: some tens of milliseconds. */
const SAMPLE_CELLS_PER_THREAD = 2 ** 21;
/** Points of the run that each format is timed on; text takes a thousand times longer than computing. */
const FORMAT_SAMPLE_CELLS = 2 ** 17;
/** Points of a first run that only brings the code up to speed. */
const WARM_UP_CELLS = 2 ** 14;

/** What writing a format would take, without the disk. */
export interface FormatCost {
  readonly format: Exporter["id"];
  readonly bytes: number;
  /** Whether `bytes` is exact; else it is projected from a sample. */
  readonly exact: boolean;
  readonly seconds: number;
}

export interface SweepCost {
  /** Expected seconds of computing every point, with checksums. */
  readonly seconds: number;
  readonly samplePoints: number;
  readonly sampleSeconds: number;
  readonly formats: readonly FormatCost[];
}

/** Projects what a sweep would cost from short runs of samples of it; the sweep itself is not run. */
export async function measureSweep(spec: SweepSpec, client: SweepClient, signal: AbortSignal, fileName: string): Promise<SweepCost> {
  await client.sweep(thinSpec(spec, WARM_UP_CELLS), { signal, checksum: true });
  const sample = thinSpec(spec, SAMPLE_CELLS_PER_THREAD * client.threads);
  const { seconds: sampleSeconds } = await client.sweep(sample, { signal, checksum: true });
  const samplePoints = cellCount(sample);
  const formats: FormatCost[] = [];
  for (const exporter of EXPORTERS) {
    if (!exporter.holdsSeveralFields && spec.fields.length > 1) continue;
    formats.push(await measureFormat(exporter, spec, client, signal, fileName));
  }
  return { seconds: sampleSeconds * (cellCount(spec) / samplePoints), samplePoints, sampleSeconds, formats };
}

async function measureFormat(exporter: Exporter, spec: SweepSpec, client: SweepClient, signal: AbortSignal, fileName: string): Promise<FormatCost> {
  const sample = thinSpec(spec, FORMAT_SAMPLE_CELLS);
  const source = { spec: sample, specHash: hashSpec(sample), fileName };
  const format = await exporter.load();
  const nowhere = { write: () => Promise.resolve() };
  const writer = await format.open(source, { file: () => Promise.resolve(nowhere) }, null);
  const { seconds } = await client.sweep(sample, { signal, checksum: true, onTile: (tile) => writer.writeTile(tile) });
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
