import type { Exporter } from "../exporters/exporter.ts";
import { hashSpec } from "../sweep/spec-hash.ts";
import { cellCount, type SweepSpec } from "../sweep/spec.ts";
import { shardPath, withoutTrailingSeparators } from "./names.ts";
import type { Shard } from "./records.ts";
import type { ResultJob } from "./result-writer.ts";
import { shardFormat } from "./shard-format.ts";
import { shardRange } from "./shards.ts";

/**
 * The work of writing a sweep, or one shard of it, for a format.
 * @param path where the whole will stand; of a shard, its own name is made from it
 */
export async function resultJob(exporter: Exporter, spec: SweepSpec, path: string, shard: Shard | null): Promise<ResultJob> {
  const common = { spec, specHash: hashSpec(spec), formatId: exporter.id, shard };
  const whole = withoutTrailingSeparators(path);
  if (shard === null) {
    const { container, sidecarSuffixes } = exporter;
    return { ...common, path: whole, range: { from: 0, to: cellCount(spec) }, format: await exporter.load(), container, sidecarSuffixes };
  }
  const range = shardRange(spec, shard);
  return { ...common, path: shardPath(whole, shard), range, format: shardFormat(range), container: "file", sidecarSuffixes: [] };
}
