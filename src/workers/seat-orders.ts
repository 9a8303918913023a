import type { EngineId } from "../engines/engine.ts";
import { isEngineFailure } from "../engines/engine-errors.ts";
import { tileAt } from "../sweep/plan.ts";
import { undoneTiles, type ClaimQueue } from "./claim-queue.ts";
import type { WorkerLane } from "./lane.ts";
import { postable } from "./lane-outputs.ts";
import type { SweepWorkerApi, TileOrder, TileOutput, TilesAnswer } from "./protocol.ts";
import type { SweepRun } from "./sweep-run.ts";
import { TileFailedError } from "./tile-failed.ts";
import { MOST_FAILURES, type WorkerSeat } from "./worker-seat.ts";

/** The orders of one run to one seat. What a worker that died leaves undone, its successor does again, tile by tile. */
export class SeatOrders {
  /** The worker that has the job. */
  #told: WorkerLane | null = null;

  constructor(private readonly seat: WorkerSeat<SweepWorkerApi>, private readonly run: SweepRun, private readonly engine: EngineId) {}

  /** Tiles [from, to). */
  tiles(from: number, to: number, output: TileOutput): Promise<TilesAnswer> {
    const tiles = () => Array.from({ length: to - from }, (_, k) => from + k);
    return this.#send({ from, to, output, queue: null }, tiles);
  }

  /** Tiles before `to` that the worker takes from the queue. */
  claims(to: number, queue: ClaimQueue): Promise<TilesAnswer> {
    return this.#send({ from: this.run.due, to, output: null, queue }, () => undoneTiles(queue, to));
  }

  async #send(order: Omit<TileOrder, "job">, tiles: () => readonly number[]): Promise<TilesAnswer> {
    try {
      return await this.seat.ask((worker) => this.#post(worker, order));
    } catch (cause) {
      this.#refuseHopeless(cause);
      return this.seat.alone(() => this.#redo(tiles(), order.output, cause));
    }
  }

  /** Each of the tiles has failed once, as far as anyone can tell. */
  async #redo(tiles: readonly number[], output: TileOutput, cause: unknown): Promise<TilesAnswer> {
    const answers: TilesAnswer[] = [];
    for (const tile of tiles) answers.push(await this.#retry(tile, output, cause));
    return { tiles: answers.flatMap((answer) => answer.tiles), milliseconds: answers.reduce((sum, { milliseconds }) => sum + milliseconds, 0) };
  }

  async #retry(tile: number, output: TileOutput, first: unknown): Promise<TilesAnswer> {
    // A buffer went down with the worker that it was posted to.
    const order = { from: tile, to: tile + 1, output: output instanceof ArrayBuffer ? null : output, queue: null };
    let cause = first;
    for (let failures = 1; failures < MOST_FAILURES; failures++) {
      this.run.options.signal?.throwIfAborted();
      try {
        return await this.seat.attempt((worker) => this.#post(worker, order));
      } catch (next) {
        this.#refuseHopeless(next);
        cause = next;
      }
    }
    const { spec, plan } = this.run;
    const { start, count } = tileAt(plan, tile);
    throw new TileFailedError({ spec, range: { from: start, to: start + count }, method: "cells", engine: this.engine, failures: MOST_FAILURES }, cause);
  }

  #post(worker: WorkerLane, order: Omit<TileOrder, "job">): Promise<TilesAnswer> {
    const job = this.#told === worker ? null : this.run.job;
    this.#told = worker;
    return worker.api.sweep(postable({ job, ...order }));
  }

  /** Another worker of the same engine is no help where the engine gave up, or the pool was closed. */
  #refuseHopeless(cause: unknown): void {
    if (isEngineFailure(cause) || this.seat.isClosed) throw cause;
  }
}
