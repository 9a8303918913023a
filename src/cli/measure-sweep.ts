import { EXPORTERS } from "../exporters/registry.ts";
import { measureFormat, type FormatCost } from "../results/format-cost.ts";
import { cellCount, type SweepSpec } from "../sweep/spec.ts";
import { thinSpec } from "../sweep/thin-spec.ts";
import type { SweepClient } from "../workers/sweep-client.ts";

/** Points of the run that is timed for each thread: some tens of milliseconds. */
const SAMPLE_CELLS_PER_THREAD = 2 ** 21;
/** Points of a first run that only brings the code up to speed. */
const WARM_UP_CELLS = 2 ** 14;

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
    formats.push(await measureFormat(exporter, spec, fileName, (small, onTile) => client.sweep(small, { signal, checksum: true, onTile })));
  }
  return { seconds: sampleSeconds * (cellCount(spec) / samplePoints), samplePoints, sampleSeconds, formats };
}
