import { mkdtempSync, rmSync } from "node:fs";
import { mkdir, open, stat, type FileHandle } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { ByteSink, Exporter, ExportSource, ExportTarget } from "../../src/exporters/exporter.ts";
import { EXPORTERS } from "../../src/exporters/registry.ts";
import { parseSpec } from "../../src/sweep/parse-spec.ts";
import { hashSpec } from "../../src/sweep/spec-hash.ts";
import { SWEEP_SCHEMA } from "../../src/sweep/spec.ts";
import type { FilledTile } from "../../src/sweep/tile.ts";
import { createNodeSweepClient } from "../../src/workers/node-client.ts";

/** Rounds of each measurement; the quickest counts, for whatever else the machine does only adds time. */
const ROUNDS = 3;
/** Bytes of a plain stream's writes: about a tile's. */
const BLOCK_BYTES = 2 ** 23;

export interface Measured {
  readonly seconds: number;
  /** Bytes of the result. */
  readonly bytes: number;
}

/** A sweep that is computed before anything is measured. */
export interface SampleSweep {
  readonly source: ExportSource;
  readonly tiles: readonly FilledTile[];
}

/** Two float64 fields over a grid of `points`⁴ cells, in tiles in memory. */
export async function sampleSweep(points: number): Promise<SampleSweep> {
  const axes = ["alpha", "beta", "tau", "wr"].map((name) => ({ name, min: 0.05, max: 0.9, count: points }));
  const parsed = parseSpec({ schema: SWEEP_SCHEMA, axes, fields: ["growth", "growthSlope"] });
  if (!parsed.ok) throw new Error("The sweep of this benchmark is refused");
  const client = await createNodeSweepClient({ engine: "auto" });
  const tiles: FilledTile[] = [];
  await client.sweep(parsed.spec, {
    onTile: (tile) => {
      const fields = Object.fromEntries(Object.entries(tile.fields).map(([field, bytes]) => [field, new Uint8Array(bytes)]));
      tiles.push({ ...tile, fields });
    },
  });
  client.dispose();
  return { source: { spec: parsed.spec, specHash: hashSpec(parsed.spec), fileName: "sweep" }, tiles };
}

/** The quickest of several runs of a step, each in an empty folder. */
export async function quickest(step: (folder: string) => Promise<number>): Promise<Measured> {
  let best: Measured = { seconds: Infinity, bytes: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    const folder = mkdtempSync(join(tmpdir(), "tauscape-bench-"));
    try {
      const start = performance.now();
      const bytes = await step(folder);
      const seconds = (performance.now() - start) / 1000;
      if (seconds < best.seconds) best = { seconds, bytes };
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  return best;
}

/** The formats that can hold the sweep. */
export function formatsFor({ source }: SampleSweep): Exporter[] {
  return EXPORTERS.filter(({ holdsSeveralFields }) => holdsSeveralFields || source.spec.fields.length === 1);
}

/** Writes a sweep in a format; returns the length of the result. */
export async function writeResult(exporter: Exporter, { source, tiles }: SampleSweep, folder: string): Promise<number> {
  const target = new DiskTarget(join(folder, "result"));
  const writer = await (await exporter.load()).open(source, target, null);
  for (const tile of tiles) await writer.writeTile(tile);
  const length = await writer.finish();
  await target.close();
  return length;
}

/** Writes as many bytes one after the other, and nothing else. */
export async function writeStream(bytes: number, folder: string): Promise<number> {
  const block = new Uint8Array(BLOCK_BYTES).fill(1);
  const file = await open(join(folder, "stream"), "w");
  for (let position = 0; position < bytes; position += block.length) {
    await file.write(block, 0, Math.min(block.length, bytes - position), position);
  }
  await file.close();
  return bytes;
}

/** Writes a table that DuckDB holds in memory as Parquet, under zstd as ours is. */
export async function copyByDuckDB(sweep: SampleSweep): Promise<Measured | string> {
  const duckdb = await import("@duckdb/node-api").catch(() => null);
  const parquet = EXPORTERS.find(({ id }) => id === "parquet");
  if (duckdb === null || parquet === undefined) return "@duckdb/node-api is not here";
  const connection = await (await duckdb.DuckDBInstance.create(":memory:")).connect();
  const folder = mkdtempSync(join(tmpdir(), "tauscape-bench-"));
  try {
    await writeResult(parquet, sweep, folder);
    await connection.run(`CREATE TABLE sweep AS SELECT * FROM read_parquet('${join(folder, "result")}')`);
    return await quickest(async (empty) => {
      const path = join(empty, "copy.parquet");
      await connection.run(`COPY sweep TO '${path}' (FORMAT parquet, COMPRESSION zstd)`);
      return (await stat(path)).size;
    });
  } finally {
    rmSync(folder, { recursive: true });
    connection.closeSync();
  }
}

class DiskTarget implements ExportTarget {
  private readonly handles = new Map<string, FileHandle>();

  constructor(private readonly root: string) {}

  async file(path: string): Promise<ByteSink> {
    const place = join(this.root, path);
    const opened = this.handles.get(path);
    if (opened === undefined) await mkdir(dirname(place), { recursive: true });
    const handle = opened ?? await open(place, "w");
    this.handles.set(path, handle);
    return { write: async (bytes, position) => { await handle.write(bytes, 0, bytes.length, position); } };
  }

  async close(): Promise<void> {
    for (const handle of this.handles.values()) await handle.close();
  }
}
