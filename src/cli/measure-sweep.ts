import { encodedBy } from "../exporters/blocks/encoded-by.ts";
import type { Exporter } from "../exporters/exporter.ts";
import { measureFormat, type FormatCost } from "../results/format-cost.ts";
import { cellCount, type SweepSpec } from "../sweep/spec.ts";
import { thinSpec } from "../sweep/thin-spec.ts";
import { rehearse, type RehearsalGround } from "./rehearse.ts";

/** Points of the run that is timed for each thread: some tens of milliseconds. */
const SAMPLE_CELLS_PER_THREAD = 2 ** 21;
/** Points of a first run that only brings the code up to speed. */
const WARM_UP_CELLS = 2 ** 14;

export interface SweepCost {
  /** Expected seconds of computing every point, with checksums. */
  readonly seconds: number;
  readonly samplePoints: number;
  readonly sampleSeconds: number;
  /** `seconds` are those of computing and writing, with the disk. */
  readonly formats: readonly FormatCost[];
  /** Seconds that all shards take together on one machine; null where that was not asked for. */
  readonly shardSeconds: number | null;
}

export interface MeasureOrder {
  readonly formats: readonly Exporter[];
  /** The format whose shards are measured as well. */
  readonly sharded: Exporter | null;
  readonly onFormat: (format: Exporter) => void;
}

/** Projects what a sweep would cost from short runs of samples of it; the sweep itself is not run. */
export async function measureSweep(spec: SweepSpec, { formats: exporters, sharded, onFormat }: MeasureOrder, ground: RehearsalGround): Promise<SweepCost> {
  const { client, signal } = ground;
  await client.sweep(thinSpec(spec, WARM_UP_CELLS), { signal, checksum: true });
  const sample = thinSpec(spec, SAMPLE_CELLS_PER_THREAD * client.threads);
  const { seconds: sampleSeconds } = await client.sweep(sample, { signal, checksum: true });
  const samplePoints = cellCount(sample);
  const formats: FormatCost[] = [];
  let shardSeconds: number | null = null;
  for (const format of exporters) {
    signal.throwIfAborted();
    onFormat(format);
    const exporter = encodedBy(ground.encoders, format);
    const cost = await estimateFormat(exporter, spec, ground);
    formats.push({ ...cost, seconds: await rehearse(exporter, false, spec, cost, ground) });
    if (format === sharded) shardSeconds = await rehearse(exporter, true, spec, cost, ground);
  }
  return { seconds: sampleSeconds * (cellCount(spec) / samplePoints), samplePoints, sampleSeconds, formats, shardSeconds };
}

/** The length of a result, and the seconds that its format takes without the disk. */
export function estimateFormat(exporter: Exporter, spec: SweepSpec, { client, signal }: Pick<RehearsalGround, "client" | "signal">): Promise<FormatCost> {
  return measureFormat(exporter, spec, `sweep${exporter.extensions[0]}`, (sample, onTile) => client.sweep(sample, { signal, checksum: true, onTile }));
}
