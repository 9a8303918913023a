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
  /** A state that `summary` counts. */
  readonly shown: ExplorerState | null;
  readonly progress: Progress | null;
  /** The counts of the present state are under way, or wait for its surface. */
  readonly isPending: boolean;
  readonly isCancelled: boolean;
  readonly error: Error | null;
}

interface Job<T> {
  readonly state: ExplorerState;
  readonly ask: T;
  /** Equal keys: nothing to compute again. */
  readonly key: string;
}

/**
 * The explorer's life: holds the state, asks for the surface when what is drawn changes and for the sweep when what is counted
 * changes, and tells its listeners. The surface comes first: a sweep starts once the surface of the same state has been
 * answered, and is ended as soon as it would count something else. No request queues behind another.
 */
export class Explorer {
  #state: ExplorerState;
  #client: SweepClient | null = null;
  #clientError: Error | null = null;
  #surface: SurfaceView = { result: null, shown: null, isPending: false, error: null };
  #sweep: SweepView = { summary: null, shown: null, progress: null, isPending: false, isCancelled: false, error: null };
  /** What was asked for last. */
  #surfaceKey = "";
  #sweepKey = "";
  /** What `sweep.summary` counts. */
  #countedKey = "";
  /** The sweep of `#sweepKey` is wanted and waits for the surface. */
  #isSweepDue = false;
  readonly #listeners = new Set<() => void>();

  readonly #surfaces = new LatestRunner<Job<SurfaceRequest>, SurfaceResult>(
    ({ ask }, signal) => this.#requireClient().surface(ask, { signal }),
    {
      onResult: (result, { state, key }) => {
        this.#setSurface({ result, shown: state, isPending: this.#surfaceKey !== key, error: null });
        this.#startDueSweep();
      },
      onError: (error, { key }) => {
        if (this.#surfaceKey !== key) return;
        this.#setSurface({ isPending: false, error: asError(error) });
        this.#startDueSweep();
      },
    },
    false,
  );

  readonly #sweeps = new LatestRunner<Job<SweepSpec>, SweepSummary>(
    ({ ask }, signal) => this.#requireClient().sweep(ask, {
      signal, onProgress: (progress) => { if (!signal.aborted) this.#setSweep({ progress }); },
    }),
    {
      onResult: (summary, { state, key }) => {
        this.#countedKey = key;
        this.#setSweep({ summary, shown: state, isPending: false, progress: null, error: null });
      },
      onError: (error) => this.#setSweep({ isPending: false, progress: null, error: asError(error) }),
    },
    true,
  );

  constructor(state: ExplorerState = DEFAULT_STATE) {
    this.#state = state;
  }

  get state(): ExplorerState { return this.#state; }
  get client(): SweepClient | null { return this.#client; }
  /** Why there is no client, once that is known. */
  get clientError(): Error | null { return this.#clientError; }
  get surface(): SurfaceView { return this.#surface; }
  get sweep(): SweepView { return this.#sweep; }

  /** Every quantity at the present parameters, exactly; needs no worker. */
  get point(): PointEvaluation {
    const { parameters, rule, prices } = this.#state;
    return evaluatePoint(parameters, rule, prices);
  }

  /** Calls `listener` after every change, until the function that is returned is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  setClient(client: SweepClient): void {
    this.#client = client;
    this.#clientError = null;
    this.resume();
    this.#notify();
  }

  /** No client can be had: point and state go on without surfaces and sweeps. */
  setClientError(error: Error): void {
    this.#clientError = error;
    this.#notify();
  }

  /** Changes the state. Throws a `RangeError`, and changes nothing, where a parameter that a sweep needs is out of its domain. */
  update(change: (state: ExplorerState) => ExplorerState): void {
    const next = change(this.#state);
    if (next === this.#state) return;
    const jobs = jobsOf(next);
    this.#state = next;
    this.#follow(jobs);
    this.#notify();
  }

  /** Ends the sweep in flight, or the one that is about to start; the last good counts stay. */
  cancel(): void {
    if (!this.#sweep.isPending) return;
    this.#isSweepDue = false;
    this.#sweeps.cancel();
    this.#setSweep({ isPending: false, progress: null, isCancelled: true });
  }

  /** Asks again for what failed or was cancelled. */
  resume(): void {
    if (this.#surface.error !== null) this.#surfaceKey = "";
    if (this.#sweep.error !== null || this.#sweep.isCancelled) this.#sweepKey = "";
    this.#follow(jobsOf(this.#state));
  }

  #follow({ surface, sweep }: Jobs): void {
    if (this.#client === null) return;
    if (sweep.key !== this.#sweepKey) {
      this.#sweepKey = sweep.key;
      this.#sweeps.cancel();
      this.#isSweepDue = sweep.key !== this.#countedKey;
      this.#setSweep({ isPending: this.#isSweepDue, isCancelled: false, progress: null, error: null });
    }
    if (surface.key !== this.#surfaceKey) {
      this.#surfaceKey = surface.key;
      this.#setSurface({ isPending: true, error: null });
      this.#surfaces.request(surface);
    }
    this.#startDueSweep();
  }

  #startDueSweep(): void {
    if (!this.#isSweepDue || this.#surface.isPending) return;
    this.#isSweepDue = false;
    this.#sweeps.request(jobsOf(this.#state).sweep);
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

interface Jobs {
  readonly surface: Job<SurfaceRequest>;
  readonly sweep: Job<SweepSpec>;
}

function jobsOf(state: ExplorerState): Jobs {
  const [surface, sweep] = [surfaceRequestOf(state), sweepSpecOf(state)];
  return {
    surface: { state, ask: surface, key: JSON.stringify(surface) },
    sweep: { state, ask: sweep, key: JSON.stringify(sweep) },
  };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
