import { evaluatePoint, type PointEvaluation } from "../model/index.ts";
import type { SweepSpec } from "../sweep/spec.ts";
import type { SweepSummary } from "../sweep/summary.ts";
import type { Progress } from "../sweep/tile.ts";
import type { SurfaceRequest, SurfaceResult, SweepClient } from "../workers/sweep-client.ts";
import { surfaceRequestOf, sweepSpecOf } from "./derived-specs.ts";
import { DEFAULT_STATE, type ExplorerState } from "./explorer-state.ts";
import { LatestRunner } from "./latest-runner.ts";

/** The drawn surface: the last good one stays while the next is made, and after an error. */
export interface SurfaceView {
  readonly result: SurfaceResult | null;
  /** The state that `result` shows. */
  readonly shown: ExplorerState | null;
  readonly isPending: boolean;
  readonly error: Error | null;
}

/** The sweep of the whole grid, likewise. */
export interface SweepView {
  readonly summary: SweepSummary | null;
  readonly shown: ExplorerState | null;
  readonly progress: Progress | null;
  readonly isPending: boolean;
  readonly isCancelled: boolean;
  readonly error: Error | null;
}

interface Job<T> {
  readonly state: ExplorerState;
  readonly ask: T;
}

/**
 * The explorer's life: holds the state, asks for the surface when what is drawn changes and for the sweep when what is counted
 * changes, and tells its listeners. The surface is asked for first; no request queues behind another.
 */
export class Explorer {
  #state: ExplorerState;
  #client: SweepClient | null = null;
  #surface: SurfaceView = { result: null, shown: null, isPending: false, error: null };
  #sweep: SweepView = { summary: null, shown: null, progress: null, isPending: false, isCancelled: false, error: null };
  #surfaceKey = "";
  #sweepKey = "";
  readonly #listeners = new Set<() => void>();

  readonly #surfaces = new LatestRunner<Job<SurfaceRequest>, SurfaceResult>(
    ({ ask }, signal) => this.#requireClient().surface(ask, { signal }),
    {
      onResult: (result, { state }) => {
        this.#setSurface({ result, shown: state, isPending: this.#surfaceKey !== keyOf(surfaceRequestOf(state)), error: null });
        this.#askForSweep();
      },
      onError: (error) => {
        this.#setSurface({ isPending: false, error: asError(error) });
        this.#askForSweep();
      },
    },
    false,
  );

  readonly #sweeps = new LatestRunner<Job<SweepSpec>, SweepSummary>(
    ({ ask }, signal) => this.#requireClient().sweep(ask, { signal, onProgress: (progress) => this.#setSweep({ progress }) }),
    {
      onResult: (summary, { state }) => this.#setSweep({ summary, shown: state, isPending: false, progress: null, error: null }),
      onError: (error) => this.#setSweep({ isPending: false, progress: null, error: asError(error) }),
    },
    true,
  );

  constructor(state: ExplorerState = DEFAULT_STATE) {
    this.#state = state;
  }

  get state(): ExplorerState { return this.#state; }
  get client(): SweepClient | null { return this.#client; }
  get surface(): SurfaceView { return this.#surface; }
  get sweep(): SweepView { return this.#sweep; }

  /** Every quantity at the present parameters, exactly; needs no worker. */
  get point(): PointEvaluation {
    const { parameters, rule, prices } = this.#state;
    return evaluatePoint(parameters, rule, prices);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  setClient(client: SweepClient): void {
    this.#client = client;
    this.#askForSurface();
    this.#notify();
  }

  update(change: (state: ExplorerState) => ExplorerState): void {
    const next = change(this.#state);
    if (next === this.#state) return;
    this.#state = next;
    this.#askForSurface();
    this.#notify();
  }

  /** Ends the sweep in flight; the last good counts stay. */
  cancel(): void {
    this.#sweeps.cancel();
    this.#setSweep({ isPending: false, progress: null, isCancelled: true });
  }

  /** Starts a cancelled or failed sweep again. */
  resume(): void {
    this.#sweepKey = "";
    this.#askForSweep();
  }

  #askForSurface(): void {
    if (this.#client === null) return;
    const ask = surfaceRequestOf(this.#state);
    const key = keyOf(ask);
    if (key === this.#surfaceKey) {
      if (!this.#surfaces.isBusy) this.#askForSweep();
      return;
    }
    this.#surfaceKey = key;
    this.#setSurface({ isPending: true });
    this.#surfaces.request({ state: this.#state, ask });
  }

  #askForSweep(): void {
    if (this.#client === null) return;
    const ask = sweepSpecOf(this.#state);
    const key = keyOf(ask);
    if (key === this.#sweepKey) return;
    this.#sweepKey = key;
    this.#setSweep({ isPending: true, isCancelled: false, progress: null });
    this.#sweeps.request({ state: this.#state, ask });
  }

  #setSurface(change: Partial<SurfaceView>): void {
    this.#surface = { ...this.#surface, ...change };
    this.#notify();
  }

  #setSweep(change: Partial<SweepView>): void {
    this.#sweep = { ...this.#sweep, ...change };
    this.#notify();
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }

  #requireClient(): SweepClient {
    if (this.#client === null) throw new Error("No engine is ready yet.");
    return this.#client;
  }
}

function keyOf(ask: SurfaceRequest | SweepSpec): string {
  return JSON.stringify(ask);
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
