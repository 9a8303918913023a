import { findFormat } from "../../exporters/format-table.ts";
import type { FieldName } from "../../model/index.ts";
import { formatSample } from "../../results/format-cost.ts";
import { cellCount, type SweepSpec } from "../../sweep/spec.ts";
import { thinSpec } from "../../sweep/thin-spec.ts";
import type { FilledTile } from "../../sweep/tile.ts";
import type { ExportWorkerApi, SampleFields } from "../../workers/export-protocol.ts";
import type { SweepClient } from "../../workers/sweep-client.ts";
import { exportName } from "./export-command.ts";
import { tileFeed } from "./tile-feed.ts";
import { possibleFormats, specKey, type ExportCosts } from "./export-plan.ts";

/** Time that the rehearsal of an export is meant to take. */
const REHEARSAL_SECONDS = 0.4;
const LEAST_REHEARSED = 2 ** 17;
const MOST_REHEARSED = 2 ** 22;

export interface MeasureGround {
  readonly worker: ExportWorkerApi;
  readonly pool: SweepClient;
  /** Milliseconds. */
  readonly clock: () => number;
  readonly signal: AbortSignal;
}

/**
 * Finds out what an export would take here: the length in every format that can hold it, from a small sample, and the time in the chosen one, from a sample that
 * is computed and written to the same storage and taken away again. Tells more and more; rejects with the signal's reason when aborted.
 */
export async function measureExport(spec: SweepSpec, format: string, costs: ExportCosts | null, ground: MeasureGround, tell: (costs: ExportCosts) => void): Promise<void> {
  const { pool, signal } = ground;
  const known = knownCosts(spec, costs);
  const formats = [format, ...possibleFormats(spec.fields.length).filter((id) => id !== format)];
  if (known.seconds[format] !== undefined && formats.every((id) => id in known.bytes)) return;
  const sample = await sampleFields(spec, pool, signal);
  let so = known;
  for (const id of formats) {
    if (id in so.bytes && (id !== format || so.seconds[format] !== undefined)) continue;
    const found = await withLength(spec, id, so, sample, ground);
    if (found === null) continue;
    tell(so = found.costs);
    if (id !== format) continue;
    const seconds = await rehearse(spec, id, found.seconds, ground);
    if (seconds !== null) tell(so = { ...so, seconds: { ...so.seconds, [id]: seconds } });
  }
}

/** Finds out the length alone, of the chosen format alone. */
export async function measureLength(spec: SweepSpec, format: string, costs: ExportCosts | null, ground: MeasureGround, tell: (costs: ExportCosts) => void): Promise<void> {
  const found = await withLength(spec, format, knownCosts(spec, costs), await sampleFields(spec, ground.pool, ground.signal), ground);
  if (found !== null) tell(found.costs);
}

/** What was measured of this sweep before. */
function knownCosts(spec: SweepSpec, costs: ExportCosts | null): ExportCosts {
  const key = specKey(spec);
  return costs?.key === key ? costs : { key, bytes: {}, seconds: {}, points: cellCount(spec) };
}

/** The costs with the length in a format, and seconds that the format alone would take; `null` where it cannot be known. */
async function withLength(
  spec: SweepSpec, id: string, costs: ExportCosts, sample: SampleFields, { worker, signal }: MeasureGround,
): Promise<{ readonly costs: ExportCosts; readonly seconds: number } | null> {
  signal.throwIfAborted();
  const exporter = findFormat(id);
  const cost = exporter === undefined ? null : await worker.measure(id, spec, exportName(spec, exporter), sample);
  signal.throwIfAborted();
  if (cost === null) return null;
  return { costs: { ...costs, bytes: { ...costs.bytes, [id]: { bytes: cost.bytes, exact: cost.exact } } }, seconds: cost.seconds };
}

/** Copies of the fields' bytes of the sample: a single tile. */
async function sampleFields(spec: SweepSpec, pool: SweepClient, signal: AbortSignal): Promise<SampleFields> {
  const fields: Partial<Record<FieldName, Uint8Array<ArrayBuffer>>> = {};
  await pool.sweep(formatSample(spec), {
    signal, method: "cells",
    onTile: (tile: FilledTile) => {
      for (const name of spec.fields) fields[name] = new Uint8Array(tile.fields[name] ?? new Uint8Array(0));
    },
  });
  return fields;
}

/** @param guess seconds that the format alone would take @returns seconds of the whole export; `null` where the sample could not be written */
async function rehearse(spec: SweepSpec, format: string, guess: number, ground: MeasureGround): Promise<number | null> {
  const { worker, clock, signal } = ground;
  const exporter = findFormat(format);
  if (exporter === undefined) return null;
  const cells = Math.min(MOST_REHEARSED, Math.max(LEAST_REHEARSED, Math.round((REHEARSAL_SECONDS * cellCount(spec)) / guess)));
  const sample = thinSpec(spec, cells);
  let milliseconds = 0;
  const feed = tileFeed({ ...ground, spec: sample });
  const timed = {
    run: async (range: Parameters<typeof feed.run>[0]) => {
      const started = clock();
      await feed.run(range);
      milliseconds = clock() - started;
    },
  };
  const begun = clock();
  const { kind } = await worker.rehearse({ file: exportName(sample, exporter), spec: sample, format }, timed);
  // Opening and closing take as long for a large file as for a small one.
  const once = clock() - begun - milliseconds;
  signal.throwIfAborted();
  return kind === "done" ? (once + milliseconds * (cellCount(spec) / cellCount(sample))) / 1000 : null;
}
