import type { EngineParts } from "../engines/engine-table.ts";
import type { EngineId } from "../engines/engine.ts";
import { schedule } from "../sweep/scheduler.ts";
import { BatchSizer } from "./batch-sizer.ts";
import { orLost, type SpawnLane, type WorkerLane } from "./lane.ts";
import { NO_OUTPUTS, postable, sharedOutputs, transferredOutputs, type LaneOutputs } from "./lane-outputs.ts";
import { outputSlots } from "./output-slots.ts";
import type { MemoryWork, SurfaceRequest, SurfaceResult, SweepJob, TileAnswer, TileOutput } from "./protocol.ts";
import type { SweepRun } from "./sweep-run.ts";

/** A tile's answer, and what is to be done when its cells have been read. */
interface ReadableAnswer {
  readonly answer: TileAnswer;
  readonly done: () => void;
}

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
    const { plan, job, options: { signal } } = run;
    const lanes = this.lanes.slice(0, Math.max(1, plan.tiles - run.due));
    const work = JSON.stringify([job.spec.fields, job.spec.prices, job.spec.precision, job.keep, job.transfer, job.checksum, job.follow]);
    const spare: ArrayBuffer[] = [];
    try {
      await schedule<ReadableAnswer>({
        from: run.due,
        to: plan.tiles,
        lanes: lanes.map((lane) => this.#tilesOf(lane, job, work, this.#outputs(job, spare))),
        batch: (remaining) => (job.transfer ? 1 : this.#batches.size(work, remaining, lanes.length)),
        signal,
        async consume({ answer, done }) {
          await run.take(answer);
          done();
        },
      });
    } finally {
      for (const lane of lanes) lane.api.close().catch(() => undefined);
    }
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

  /** The job goes with a lane's first tiles: nothing is waited for before them. */
  #tilesOf(lane: WorkerLane, job: SweepJob, work: string, outputs: LaneOutputs) {
    let isOpen = false;
    return async (from: number, to: number): Promise<ReadableAnswer[]> => {
      const output: TileOutput = await outputs.take();
      const order = postable({ job: isOpen ? null : job, from, to, output });
      isOpen = true;
      const { tiles, milliseconds } = await orLost(lane, lane.api.sweep(order));
      this.#batches.observe(work, tiles.length, milliseconds);
      return tiles.map((answer) => ({ answer, done: () => answer.cells !== null && outputs.giveBack(output, answer.cells) }));
    };
  }
}
