import { ENGINES, type EngineEntry, type KernelBuild } from "../engines/engine-table.ts";
import type { EngineId } from "../engines/engine.ts";
import { EngineUnavailableError, isEngineFailure, isGpuLoss, type EngineChoice, type SkippedEngine } from "../engines/engine-errors.ts";
import type { Precision, SweepSpec } from "../sweep/spec.ts";
import { chooseMethod } from "../sweep/rows/choose-method.ts";
import type { SweepSummary } from "../sweep/summary.ts";
import { WorkerLostError, type SpawnLane } from "./lane.ts";
import type { MemoryWork, SurfaceRequest, SurfaceResult } from "./protocol.ts";
import type { RunOptions, SweepClient, SweepOptions } from "./sweep-client.ts";
import { RowsRun } from "./rows-run.ts";
import { SweepRun } from "./sweep-run.ts";
import { WorkerPool } from "./worker-pool.ts";

/** What a client's engines run on. */
export interface EngineGround {
  readonly compileKernels: (build: KernelBuild) => Promise<WebAssembly.Module>;
  readonly spawn: SpawnLane;
  readonly threads: number;
  /** Whether another engine ends what one gives up. */
  readonly fallback: boolean;
}

/**
 * A client that starts an engine's workers when they are first needed and goes to the next engine where one does not work here or gives
 * up: its memory refused, its GPU lost. What was handed out by then stands; the next engine goes on from there.
 */
export class EngineClient implements SweepClient {
  /** Engines that do not work here. */
  readonly #skipped: SkippedEngine[] = [];
  /** Engines whose memory the latest work was refused. */
  #refused: readonly SkippedEngine[] = [];
  readonly #pools = new Map<EngineId, WorkerPool>();
  readonly #candidates: readonly EngineEntry[];
  #current: WorkerPool | null = null;
  #isDisposed = false;
  #turn: Promise<unknown> = Promise.resolve();
  /** Pools are started one at a time: a surface does not wait for a sweep, but must not start its engine twice. */
  #starting: Promise<unknown> = Promise.resolve();

  private constructor(private readonly ground: EngineGround, private readonly requested: EngineId | "auto") {
    this.#candidates = [...ENGINES].sort((a, b) => Number(b.id === requested) - Number(a.id === requested));
  }

  /** Rejects with an `EngineUnavailableError` where the engine that was asked for, or with `auto` every engine, does not work here. */
  static async open(ground: EngineGround, requested: EngineId | "auto"): Promise<EngineClient> {
    const client = new EngineClient(ground, requested);
    client.#current = await client.#poolFor(null, []);
    return client;
  }

  get engine(): EngineChoice {
    return { id: this.#current?.engine ?? this.#candidates[0].id, skipped: [...this.#skipped, ...this.#refused] };
  }

  get threads(): number {
    return this.#current?.threads ?? this.ground.threads;
  }

  sweep(spec: SweepSpec, options: SweepOptions = {}): Promise<SweepSummary> {
    const run = this.#turn.then(() => this.#sweep(spec, options));
    this.#turn = run.catch(() => undefined);
    return run;
  }

  async surface(request: SurfaceRequest, { signal }: RunOptions = {}): Promise<SurfaceResult> {
    signal?.throwIfAborted();
    const result = await this.#onPool(null, (pool) => pool.surface(request));
    signal?.throwIfAborted();
    return result;
  }

  memory(work: MemoryWork, bytes: number, repeats: number): Promise<number[]> {
    return this.#onPool(null, (pool) => pool.memory(work, bytes, repeats));
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const pool of [...this.#pools.values()]) this.#close(pool);
  }

  async #sweep(spec: SweepSpec, options: SweepOptions): Promise<SweepSummary> {
    options.signal?.throwIfAborted();
    const wantsCells = options.range !== undefined || options.onTile !== undefined || options.keep === true || options.checksum === true;
    // Rows are followed in float64, by kernels: whoever asks for the GPU wants its cells.
    const method = chooseMethod(spec, options.method ?? "auto", wantsCells || this.requested === "webgpu");
    if (method === "rows" && wantsCells) throw new RangeError("Rows make no cells: leave out range, onTile, keep and checksum, or ask for the method \"cells\".");
    const run = method === "rows" ? new RowsRun(spec, options) : new SweepRun(spec, options);
    let seconds = 0;
    return this.#onPool(spec.precision, async (pool) => {
      this.#current = pool;
      const started = performance.now();
      try {
        await run.on(pool);
      } finally {
        seconds += (performance.now() - started) / 1000;
      }
      return run.summary({ engine: pool.engine, threads: pool.threads, seconds });
    });
  }

  /**
   * Does work on the first engine that can, and on the next where it gives up. A lost GPU is not tried again; memory that was refused is
   * given back, and the engine gets its turn again with the next work, which may need less.
   */
  async #onPool<Result>(precision: Precision | null, work: (pool: WorkerPool) => Promise<Result>): Promise<Result> {
    const refused: SkippedEngine[] = [];
    for (;;) {
      const pool = await this.#poolFor(precision, refused);
      try {
        const result = await work(pool);
        if (refused.length > 0 || pool.hasLostMemory) this.#close(pool);
        this.#refused = refused;
        return result;
      } catch (cause) {
        if (this.#isDisposed) throw cause;
        const wasClosed = cause instanceof WorkerLostError && this.#pools.get(pool.engine) !== pool;
        if (!wasClosed && (pool.hasLostMemory || isEngineFailure(cause))) this.#close(pool);
        if (!wasClosed && !isEngineFailure(cause)) throw cause;
        if (!this.ground.fallback) throw cause;
        if (isGpuLoss(cause)) this.#skipped.push(skippedFor(pool.engine, cause));
        else if (!wasClosed) refused.push(skippedFor(pool.engine, cause));
        if (!this.#candidates.some((engine) => this.#canRun(engine, precision, refused))) throw cause;
      }
    }
  }

  #poolFor(precision: Precision | null, refused: SkippedEngine[]): Promise<WorkerPool> {
    const pool = this.#starting.then(() => this.#startFirst(precision, refused));
    this.#starting = pool.catch(() => undefined);
    return pool;
  }

  /** The first engine that can do it and starts; those that do not start join the others that are passed over. */
  async #startFirst(precision: Precision | null, refused: SkippedEngine[]): Promise<WorkerPool> {
    const [first] = this.#candidates;
    if (first.id === this.requested && precision !== null && !first.precisions.includes(precision)) {
      throw await this.#unavailable(`its cells are ${first.precisions.join(" or ")}, and the sweep asks for ${precision}`);
    }
    for (const engine of this.#candidates.filter((candidate) => this.#canRun(candidate, precision, refused))) {
      try {
        return this.#pools.get(engine.id) ?? await this.#start(engine);
      } catch (cause) {
        const skipped = skippedFor(engine.id, cause);
        if (engine.id === this.requested && this.#current === null) throw await this.#unavailable(skipped.reason);
        (isEngineFailure(cause) && !isGpuLoss(cause) ? refused : this.#skipped).push(skipped);
      }
    }
    throw await this.#unavailable([...this.#skipped, ...refused].map(({ id, reason }) => `${id}: ${reason}`).join("; "));
  }

  #canRun({ id, precisions }: EngineEntry, precision: Precision | null, refused: readonly SkippedEngine[]): boolean {
    if ([...this.#skipped, ...refused].some((skip) => skip.id === id)) return false;
    return id === this.requested ? true : precisions.includes(precision ?? "f64");
  }

  async #start({ id, isParallel, prepare }: EngineEntry): Promise<WorkerPool> {
    const { compileKernels, spawn, threads } = this.ground;
    const parts = { id, ...await prepare({ compileKernels, isRequested: id === this.requested }) };
    const pool = await WorkerPool.start(parts, spawn, isParallel ? threads : 1);
    if (this.#isDisposed) pool.dispose();
    this.#pools.set(id, pool);
    return pool;
  }

  #close(pool: WorkerPool): void {
    if (this.#pools.get(pool.engine) === pool) this.#pools.delete(pool.engine);
    pool.dispose();
  }

  /** Finds out which of the other engines would work. */
  async #unavailable(reason: string): Promise<EngineUnavailableError> {
    const others = ENGINES.filter(({ id }) => id !== this.requested && !this.#skipped.some((skip) => skip.id === id));
    const works = await Promise.all(others.map(({ prepare }) =>
      prepare({ compileKernels: this.ground.compileKernels, isRequested: true }).then(() => true, () => false)));
    return new EngineUnavailableError(this.requested, others.filter((_, k) => works[k]).map(({ id }) => id), reason);
  }
}

function skippedFor(id: EngineId, cause: unknown): SkippedEngine {
  return { id, reason: cause instanceof Error ? cause.message : String(cause) };
}
