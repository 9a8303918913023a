import * as Comlink from "comlink";
import type { EngineChoice } from "../engines/select-engine.ts";
import type { FieldName } from "../model/index.ts";
import { planSweep, tileAt, TILE_CELLS } from "../sweep/plan.ts";
import { schedule } from "../sweep/scheduler.ts";
import { hashSpec } from "../sweep/spec-hash.ts";
import type { SweepSpec } from "../sweep/spec.ts";
import { summarise } from "../sweep/summarise.ts";
import type { SweepSummary } from "../sweep/summary.ts";
import type { FilledTile } from "../sweep/tile.ts";
import { mergeTotals, type TileTotals } from "../sweep/totals.ts";
import { orLost, type WorkerLane } from "./lane.ts";
import type { MemoryWork, SurfaceRequest, SurfaceResult, TileAnswer } from "./protocol.ts";
import type { RunOptions, SweepClient, SweepOptions } from "./sweep-client.ts";

/** A client over workers that have been started with one engine. */
export class PoolClient implements SweepClient {
  #turn: Promise<unknown> = Promise.resolve();

  constructor(readonly engine: EngineChoice, private readonly lanes: readonly WorkerLane[]) {}

  get threads(): number {
    return this.lanes.length;
  }

  sweep(spec: SweepSpec, options: SweepOptions = {}): Promise<SweepSummary> {
    const run = this.#turn.then(() => this.#sweep(spec, options));
    this.#turn = run.catch(() => undefined);
    return run;
  }

  async surface(request: SurfaceRequest, { signal }: RunOptions = {}): Promise<SurfaceResult> {
    signal?.throwIfAborted();
    const result = await orLost(this.lanes[0], this.lanes[0].api.surface(request));
    signal?.throwIfAborted();
    return result;
  }

  async memory(work: MemoryWork, bytes: number, repeats: number): Promise<number[]> {
    const share = Math.floor(bytes / this.lanes.length);
    const runs = await Promise.all(this.lanes.map((lane) => orLost(lane, lane.api.memory(work, share, repeats))));
    return Array.from({ length: repeats }, (_, k) => Math.max(...runs.map((seconds) => seconds[k])));
  }

  dispose(): void {
    for (const lane of this.lanes) lane.terminate();
  }

  async #sweep(spec: SweepSpec, options: SweepOptions): Promise<SweepSummary> {
    const { signal, onProgress, onTile, checksum = false } = options;
    signal?.throwIfAborted();
    const plan = planSweep(spec);
    const job = { spec, keep: options.keep ?? false, transfer: onTile !== undefined, checksum };
    const lanes = this.lanes.slice(0, Math.max(1, plan.tiles));
    await Promise.all(lanes.map((lane) => orLost(lane, lane.api.open(job))));
    const spare: ArrayBuffer[] = [];
    const digests = spec.fields.map((): Uint8Array[] => []);
    let totals: TileTotals | null = null;
    const started = performance.now();
    try {
      await schedule<TileAnswer>({
        tiles: plan.tiles,
        lanes: lanes.map((lane) => (index) => orLost(lane, callTile(lane, index, spare.pop()))),
        signal,
        onProgress: ({ done }) => onProgress?.({ done: Math.min(done * TILE_CELLS, plan.cells), total: plan.cells }),
        async consume(answer, index) {
          totals = totals === null ? answer.totals : mergeTotals(totals, answer.totals);
          answer.digests.forEach((digest, k) => digests[k].push(digest));
          if (answer.buffer === null) return;
          const { start, count } = tileAt(plan, index);
          await onTile?.(filledTile(start, count, answer, answer.buffer));
          spare.push(answer.buffer);
        },
      });
    } finally {
      for (const lane of lanes) lane.api.close().catch(() => undefined);
    }
    const seconds = (performance.now() - started) / 1000;
    if (totals === null) throw new RangeError("A sweep has at least one cell.");
    const checksums: Partial<Record<FieldName, string>> = {};
    if (checksum) {
      const { joinDigests } = await import("../sweep/checksum.ts");
      for (const [k, field] of spec.fields.entries()) checksums[field] = await joinDigests(digests[k]);
    }
    return summarise(spec, totals, {
      engine: this.engine.id, threads: this.threads, method: "cells", seconds, specHash: hashSpec(spec), checksums,
    });
  }
}

/** A buffer that was read goes back with the next tile, so that a sweep allocates only a few. */
function callTile(lane: WorkerLane, index: number, spare: ArrayBuffer | undefined): Promise<TileAnswer> {
  return lane.api.tile(index, spare === undefined ? null : Comlink.transfer(spare, [spare]));
}

function filledTile(start: number, count: number, answer: TileAnswer, buffer: ArrayBuffer): FilledTile {
  const fields: Partial<Record<FieldName, Uint8Array<ArrayBuffer>>> = {};
  for (const { field, offset, length } of answer.sections) fields[field] = new Uint8Array(buffer, offset, length);
  return { start, count, fields };
}
