import type { EngineParts } from "../engines/engine-table.ts";
import type { EngineId } from "../engines/engine.ts";
import { runClaims } from "../sweep/claims.ts";
import { schedule } from "../sweep/scheduler.ts";
import { BatchSizer } from "./batch-sizer.ts";
import { clearNotes, createClaimQueues, endClaims, hasUnclaimed } from "./claim-queue.ts";
import type { SpawnLane, WorkerLane } from "./lane.ts";
import { NO_OUTPUTS, sharedOutputs, transferredOutputs, type LaneOutputs } from "./lane-outputs.ts";
import { outputSlots, writingWorkers } from "./output-slots.ts";
import type { MemoryWork, SurfaceRequest, SurfaceResult, SweepJob, SweepWorkerApi, TileAnswer } from "./protocol.ts";
import { SeatOrders } from "./seat-orders.ts";
import type { SweepRun } from "./sweep-run.ts";
import { WorkerSeat } from "./worker-seat.ts";

/** A tile's answer, and what is to be done when its cells have been read. */
interface ReadableAnswer {
  readonly answer: TileAnswer;
  /** The worker's time for it over the number of workers. */
  readonly seconds: number;
  readonly done: () => void;
}

/** The counter that workers claim tiles from has 32 bits. */
const MOST_CLAIMED = 2 ** 30;

/** Workers that have been started with one engine. One that dies is replaced, and what it leaves undone is done again; the others go on. */
export class WorkerPool {
  readonly #batches = new BatchSizer();

  private constructor(private readonly parts: EngineParts, private readonly seats: readonly WorkerSeat<SweepWorkerApi>[]) {}

  /** Rejects where one of the workers cannot start, and then leaves none behind. */
  static async start(parts: EngineParts, spawn: SpawnLane, workers: number): Promise<WorkerPool> {
    const started = await Promise.allSettled(Array.from({ length: workers }, () => spawn(parts)));
    const lanes = started.flatMap((lane): WorkerLane[] => (lane.status === "fulfilled" ? [lane.value] : []));
    const failure = started.find((lane) => lane.status === "rejected");
    if (failure === undefined) return new WorkerPool(parts, lanes.map((lane) => new WorkerSeat(() => spawn(parts), lane)));
    for (const lane of lanes) lane.terminate();
    throw failure.reason;
  }

  get engine(): EngineId {
    return this.parts.id;
  }

  get threads(): number {
    return this.seats.length;
  }

  /** Whether a worker died that held a part of the shared memory: its successors take other parts, and no one gives that one back. */
  get hasLostMemory(): boolean {
    return this.parts.shared !== null && this.seats.some(({ losses }) => losses > 0);
  }

  /** Runs a sweep from the tile that is due to its end. */
  async run(run: SweepRun): Promise<void> {
    const most = run.job.transfer ? writingWorkers(run.spec, this.threads) : this.threads;
    const seats = this.seats.slice(0, Math.max(1, Math.min(most, run.end - run.due)));
    try {
      // Cells that are handed over come tile by tile, so that no more of them are held than there is room for.
      const deals = this.parts.shared === null || run.job.transfer || run.end > MOST_CLAIMED;
      await (deals ? this.#deal(run, seats) : this.#claim(run, seats));
    } finally {
      for (const seat of seats) seat.tell((worker) => worker.api.close());
    }
  }

  /** Workers that share memory take their tiles by themselves: none waits for a call, and all end at the same time. */
  async #claim(run: SweepRun, seats: readonly WorkerSeat<SweepWorkerApi>[]): Promise<void> {
    const { end: to, due: from, options: { signal } } = run;
    const queues = createClaimQueues(from, seats.length);
    try {
      await runClaims<TileAnswer>({
        from,
        hasMore: () => hasUnclaimed(queues[0], to),
        lanes: seats.map((seat, k) => {
          const orders = new SeatOrders(seat, run, this.engine);
          return async () => {
            clearNotes(queues[k]);
            return (await orders.claims(to, queues[k])).tiles;
          };
        }),
        signal,
        consume: (answer) => run.take(answer),
      });
    } finally {
      endClaims(queues[0], to);
    }
  }

  /** Deals batches of tiles out. */
  async #deal(run: SweepRun, seats: readonly WorkerSeat<SweepWorkerApi>[]): Promise<void> {
    const { job, options: { signal } } = run;
    const work = JSON.stringify([job.spec.fields, job.spec.prices, job.spec.precision, job.keep, job.transfer, job.checksum, job.follow]);
    const spare: ArrayBuffer[] = [];
    await schedule<ReadableAnswer>({
      from: run.due,
      to: run.end,
      lanes: seats.map((seat) => this.#tilesOf(new SeatOrders(seat, run, this.engine), work, this.#outputs(job, spare), seats.length)),
      batch: (remaining) => (job.transfer ? 1 : this.#batches.size(work, remaining, seats.length)),
      signal,
      async consume({ answer, seconds, done }) {
        await run.take(answer, seconds);
        done();
      },
    });
  }

  surface(request: SurfaceRequest): Promise<SurfaceResult> {
    return this.seats[0].insist((worker) => worker.api.surface(request));
  }

  async memory(work: MemoryWork, bytes: number, repeats: number): Promise<number[]> {
    const share = Math.floor(bytes / this.seats.length);
    const runs = await Promise.all(this.seats.map((seat) => seat.insist((worker) => worker.api.memory(work, share, repeats))));
    return Array.from({ length: repeats }, (_, k) => Math.max(...runs.map((seconds) => seconds[k])));
  }

  dispose(): void {
    for (const seat of this.seats) seat.close();
  }

  #outputs(job: SweepJob, spare: ArrayBuffer[]): LaneOutputs {
    if (!job.transfer) return NO_OUTPUTS;
    return this.parts.shared === null ? transferredOutputs(spare) : sharedOutputs(outputSlots(job.spec));
  }

  #tilesOf(orders: SeatOrders, work: string, outputs: LaneOutputs, workers: number) {
    return async (from: number, to: number): Promise<ReadableAnswer[]> => {
      const output = await outputs.take();
      const { tiles, milliseconds } = await orders.tiles(from, to, output);
      this.#batches.observe(work, tiles.length, milliseconds);
      const seconds = milliseconds / 1000 / tiles.length / workers;
      return tiles.map(({ result: answer }) => ({ answer, seconds, done: () => answer.cells !== null && outputs.giveBack(output, answer.cells) }));
    };
  }
}
