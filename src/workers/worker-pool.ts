import type { EngineParts } from "../engines/engine-table.ts";
import type { EngineId } from "../engines/engine.ts";
import { runClaims } from "../sweep/claims.ts";
import { schedule } from "../sweep/scheduler.ts";
import { BatchSizer } from "./batch-sizer.ts";
import { orLost, type SpawnLane, type WorkerLane } from "./lane.ts";
import { NO_OUTPUTS, postable, sharedOutputs, transferredOutputs, type LaneOutputs } from "./lane-outputs.ts";
import { outputSlots, writingWorkers } from "./output-slots.ts";
import type { MemoryWork, SurfaceRequest, SurfaceResult, SweepJob, TileAnswer, TileOrder, TileOutput } from "./protocol.ts";
import type { SweepRun } from "./sweep-run.ts";

/** A tile's answer, and what is to be done when its cells have been read. */
interface ReadableAnswer {
  readonly answer: TileAnswer;
  readonly done: () => void;
}

/** The counter that workers claim tiles from has 32 bits. */
const MOST_CLAIMED = 2 ** 30;

/** Workers that have been started with one engine. */
export class WorkerPool {
  readonly #batches = new BatchSizer();

  private constructor(private readonly parts: EngineParts, private readonly lanes: readonly WorkerLane[]) {}

  /** Rejects where one of the workers cannot start, and then leaves none behind. */
  static async start(parts: EngineParts, spawn: SpawnLane, workers: number): Promise<WorkerPool> {
    const started = await Promise.allSettled(Array.from({ length: workers }, () => spawn(parts)));
    const lanes = started.flatMap((lane): WorkerLane[] => (lane.status === "fulfilled" ? [lane.value] : []));
    const failure = started.find((lane) => lane.status === "rejected");
    if (failure === undefined) return new WorkerPool(parts, lanes);
    for (const lane of lanes) lane.terminate();
    throw failure.reason;
  }

  get engine(): EngineId {
    return this.parts.id;
  }

  get threads(): number {
    return this.lanes.length;
  }

  /** Runs a sweep from the tile that is due to its end. */
  async run(run: SweepRun): Promise<void> {
    const most = run.job.transfer ? writingWorkers(run.spec, this.threads) : this.threads;
    const lanes = this.lanes.slice(0, Math.max(1, Math.min(most, run.end - run.due)));
    try {
      // Cells that are handed over come tile by tile, so that no more of them are held than there is room for.
      const deals = this.parts.shared === null || run.job.transfer || run.end > MOST_CLAIMED;
      await (deals ? this.#deal(run, lanes) : this.#claim(run, lanes));
    } finally {
      for (const lane of lanes) lane.api.close().catch(() => undefined);
    }
  }

  /** Workers that share memory take their tiles by themselves: none waits for a call, and all end at the same time. */
  async #claim(run: SweepRun, lanes: readonly WorkerLane[]): Promise<void> {
    const { end: to, job, due: from, options: { signal } } = run;
    const queue = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    queue[0] = from;
    try {
      await runClaims<TileAnswer>({
        from,
        hasMore: () => Atomics.load(queue, 0) < to,
        lanes: lanes.map((lane) => {
          const order = orderer(job, queue);
          return async () => (await orLost(lane, lane.api.sweep(order(from, to, null)))).tiles;
        }),
        signal,
        consume: (answer) => run.take(answer),
      });
    } finally {
      Atomics.store(queue, 0, to);
    }
  }

  /** Deals batches of tiles out. */
  async #deal(run: SweepRun, lanes: readonly WorkerLane[]): Promise<void> {
    const { job, options: { signal } } = run;
    const work = JSON.stringify([job.spec.fields, job.spec.prices, job.spec.precision, job.keep, job.transfer, job.checksum, job.follow]);
    const spare: ArrayBuffer[] = [];
    await schedule<ReadableAnswer>({
      from: run.due,
      to: run.end,
      lanes: lanes.map((lane) => this.#tilesOf(lane, job, work, this.#outputs(job, spare))),
      batch: (remaining) => (job.transfer ? 1 : this.#batches.size(work, remaining, lanes.length)),
      signal,
      async consume({ answer, done }) {
        await run.take(answer);
        done();
      },
    });
  }

  surface(request: SurfaceRequest): Promise<SurfaceResult> {
    return orLost(this.lanes[0], this.lanes[0].api.surface(request));
  }

  async memory(work: MemoryWork, bytes: number, repeats: number): Promise<number[]> {
    const share = Math.floor(bytes / this.lanes.length);
    const runs = await Promise.all(this.lanes.map((lane) => orLost(lane, lane.api.memory(work, share, repeats))));
    return Array.from({ length: repeats }, (_, k) => Math.max(...runs.map((seconds) => seconds[k])));
  }

  dispose(): void {
    for (const lane of this.lanes) lane.terminate();
  }

  #outputs(job: SweepJob, spare: ArrayBuffer[]): LaneOutputs {
    if (!job.transfer) return NO_OUTPUTS;
    return this.parts.shared === null ? transferredOutputs(spare) : sharedOutputs(outputSlots(job.spec));
  }

  #tilesOf(lane: WorkerLane, job: SweepJob, work: string, outputs: LaneOutputs) {
    const order = orderer(job, null);
    return async (from: number, to: number): Promise<ReadableAnswer[]> => {
      const output: TileOutput = await outputs.take();
      const { tiles, milliseconds } = await orLost(lane, lane.api.sweep(postable(order(from, to, output))));
      this.#batches.observe(work, tiles.length, milliseconds);
      return tiles.map(({ result: answer }) => ({ answer, done: () => answer.cells !== null && outputs.giveBack(output, answer.cells) }));
    };
  }
}

/** Makes the orders for one lane. The job goes with the first: nothing is waited for before it. */
function orderer(job: SweepJob, queue: TileOrder["queue"]): (from: number, to: number, output: TileOutput) => TileOrder {
  let isOpen = false;
  return (from, to, output) => {
    const order = { job: isOpen ? null : job, from, to, output, queue };
    isOpen = true;
    return order;
  };
}
