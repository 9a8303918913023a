import { parseSpec } from "../../src/sweep/parse-spec.ts";
import { hashSpec } from "../../src/sweep/spec-hash.ts";
import { SWEEP_SCHEMA } from "../../src/sweep/spec.ts";
import type { ExportSource } from "../../src/exporters/exporter.ts";
import type { ComputedTile } from "../../src/sweep/tile.ts";
import { createNodeSweepClient } from "../../src/workers/node-client.ts";

export const AXES = ["alpha", "beta", "tau", "wr"] as const;
export const FIELDS = ["growth", "growthSlope"] as const;

/** A sweep that is computed before anything is measured. */
export interface SampleSweep {
  readonly points: number;
  readonly source: ExportSource;
  readonly tiles: readonly ComputedTile[];
}

/** Two float64 fields over a grid of `points`⁴ cells, in tiles in memory as workers hand them over. */
export async function sampleSweep(points: number): Promise<SampleSweep> {
  const axes = AXES.map((name) => ({ name, min: 0.05, max: 0.9, count: points }));
  const parsed = parseSpec({ schema: SWEEP_SCHEMA, axes, fields: [...FIELDS] });
  if (!parsed.ok) throw new Error("The sweep of this benchmark is refused");
  const client = await createNodeSweepClient({ engine: "auto" });
  const tiles: ComputedTile[] = [];
  await client.sweep(parsed.spec, {
    checksum: true,
    onTile: (tile) => {
      const fields = Object.fromEntries(Object.entries(tile.fields).map(([field, bytes]) => [field, new Uint8Array(bytes)]));
      tiles.push({ ...tile, fields });
    },
  });
  client.dispose();
  return { points, source: { spec: parsed.spec, specHash: hashSpec(parsed.spec), fileName: "sweep" }, tiles };
}

/** The same with the first field alone, for a format that holds no more. */
export function firstField({ points, source, tiles }: SampleSweep): SampleSweep {
  const spec = { ...source.spec, fields: [FIELDS[0]] };
  return { points, source: { ...source, spec, specHash: hashSpec(spec) }, tiles };
}

export function valueBytes({ points, source }: SampleSweep): number {
  return Float64Array.BYTES_PER_ELEMENT * source.spec.fields.length * points ** AXES.length;
}
