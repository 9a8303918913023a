import type { EncoderWorkers } from "../../src/exporters/blocks/encoders.ts";
import type { Exporter } from "../../src/exporters/exporter.ts";
import { EXPORTERS } from "../../src/exporters/registry.ts";
import { createNodeEncoders } from "../../src/workers/node-encoders.ts";
import { alternate, inNewFolder, ratioOf, spreadOf, type Spread, type Step } from "./alternate.ts";
import { openDuckDb, type Peer } from "./duckdb.ts";
import { openNetcdf4 } from "./python.ts";
import { firstField, sampleSweep, valueBytes, type SampleSweep } from "./sample.ts";
import { writeResult, writeStream } from "./steps.ts";

/** A format at one size. The ratios are how many times quicker it is; `null` where the peer is not here, and no key where it has none. */
export interface Row {
  readonly format: string;
  readonly points: number;
  readonly values: number;
  readonly bytes: number;
  readonly seconds: Spread;
  readonly stream: Spread;
  readonly peer?: { readonly name: string; readonly ratio: Spread | null };
}

/** What a format is compared with beside a plain stream. */
interface PeerInfo {
  readonly name: string;
  open(sweep: SampleSweep): Promise<Peer | null>;
}

/** @param script of netCDF4 for Python */
function peersOf(script: string): Readonly<Partial<Record<string, PeerInfo>>> {
  return {
    parquet: { name: "DuckDB's COPY", open: openDuckDb },
    netcdf: { name: "netCDF4 for Python", open: (sweep) => openNetcdf4(script, sweep) },
  };
}

export interface Order {
  readonly points: number;
  readonly rounds: number;
  /** Ids; all of them where there are none. */
  readonly formats: readonly string[];
  readonly script: string;
}

/** Measures the formats one after the other, each in turns with a plain stream of as many bytes and with its peer. */
export async function* measure({ points, rounds, formats, script }: Order): AsyncGenerator<Row, void> {
  const sweep = await sampleSweep(points);
  const encoders = createNodeEncoders();
  try {
    for (const exporter of EXPORTERS.filter(({ id }) => formats.length === 0 || formats.includes(id))) {
      const held = exporter.holdsSeveralFields ? sweep : firstField(sweep);
      yield await measureFormat(exporter, encoders, held, rounds, peersOf(script)[exporter.id]);
    }
  } finally {
    encoders.dispose();
  }
}

async function measureFormat(exporter: Exporter, encoders: EncoderWorkers, sweep: SampleSweep, rounds: number, info: PeerInfo | undefined): Promise<Row> {
  const { bytes } = await inNewFolder((folder) => writeResult(exporter, encoders, sweep, folder));
  const peer = await info?.open(sweep) ?? null;
  const steps: Record<string, Step> = {
    ours: async (folder) => (await writeResult(exporter, encoders, sweep, folder)).seconds,
    stream: (folder) => writeStream(bytes, sweep, folder),
    ...(peer === null ? {} : { peer: peer.step }),
  };
  const { ours, stream, peer: theirs } = await alternate(rounds, steps);
  peer?.close();
  return {
    format: exporter.id, points: sweep.points, values: valueBytes(sweep), bytes, seconds: spreadOf(ours), stream: ratioOf(stream, ours),
    ...(info === undefined ? {} : { peer: { name: info.name, ratio: peer === null ? null : ratioOf(theirs, ours) } }),
  };
}
