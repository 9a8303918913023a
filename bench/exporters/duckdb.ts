import { join } from "node:path";
import { findExporter } from "../../src/exporters/registry.ts";
import { ENCODE_HERE } from "../../src/exporters/blocks/encode-here.ts";
import { inNewFolder, timed, type Step } from "./alternate.ts";
import type { SampleSweep } from "./sample.ts";
import { writeResult } from "./steps.ts";

export interface Peer {
  readonly step: Step;
  close(): void;
}

/** DuckDB's COPY of a table that it holds in memory to Parquet, under zstd as ours is, on all threads; `null` where it is not here. */
export async function openDuckDb(sweep: SampleSweep): Promise<Peer | null> {
  const duckdb = await import("@duckdb/node-api").catch(() => null);
  const parquet = findExporter("parquet");
  if (duckdb === null || parquet === undefined) return null;
  const connection = await (await duckdb.DuckDBInstance.create(":memory:")).connect();
  await inNewFolder(async (folder) => {
    await writeResult(parquet, ENCODE_HERE, sweep, folder);
    await connection.run(`CREATE TABLE sweep AS SELECT * FROM read_parquet('${join(folder, "result")}')`);
  });
  return {
    step: (empty) => timed(() => connection.run(`COPY sweep TO '${join(empty, "copy.parquet")}' (FORMAT parquet, COMPRESSION zstd)`)),
    close: () => { connection.closeSync(); },
  };
}
