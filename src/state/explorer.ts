import { evaluatePoint, type PointEvaluation } from "../model/index.ts";
import type { SweepSpec } from "../sweep/spec.ts";
import type { SweepSummary } from "../sweep/summary.ts";
import type { Progress } from "../sweep/tile.ts";
import type { SweepClient } from "../workers/sweep-client.ts";
import { SharedCamera, type Camera } from "./camera.ts";
import { sweepSpecOf } from "./derived-specs.ts";
import { drawSurfaces, surfaceRequests, workOf, type DrawnSurfaces, type SurfaceRequests } from "./drawn-surfaces.ts";
import { DEFAULT_STATE, type ExplorerState, type Resolution } from "./explorer-state.ts";
import { Hand, type Schedule } from "./hand.ts";
import { History } from "./history.ts";
import { LatestRunner } from "./latest-runner.ts";
import { SurfaceDetail } from "./surface-detail.ts";

/** The drawn surface: the last good one stays while the next is made, and after an error. */
export interface SurfaceView {
  readonly result: DrawnSurfaces | null;
  /** The state that `result` shows. */
  readonly shown: ExplorerState | null;
  /** The surface of the present state is under way, or drawn coarsely as yet. */
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

interface SurfaceJob extends Job<SurfaceRequests> {
  /** Points an axis: those of the state, or fewer while the hand moves. */
  readonly resolution: Resolution;
}

/**
 * The explorer's life: holds the state, asks for the surface when what is drawn changes and for the sweep when what is counted
 * changes, and tells its listeners. While the hand moves the surface is as coarse as it must be to follow; when it rests, the fine one
 * is asked for. The surface comes first: a sweep starts once the fine surface of the same state has been answered, and is ended
 * as soon as it would count something else. No request queues behind another.
 */
export class Explorer {
  #state: ExplorerState;
  #client: SweepClient | null = null;
  #clientError: Error | null = null;
  #surface: SurfaceView = { result: null, shown: null, isPending: false, error: null };
  #sweep: SweepView = { summary: null, shown: null, progress: null, isPending: false, isCancelled: false, error: null };
  /** What is to be drawn, and what is drawn as finely as it should be. */
  #surfaceKey = "";
  #drawnKey = "";
  /** What was asked for last, while nobody knows what becomes of it. */
  #asked: SurfaceJob | null = null;
  #sweepKey = "";
  /** What `sweep.summary` counts. */
  #countedKey = "";
  /** The sweep of `#sweepKey` is wanted and waits for the surface. */
  #isSweepDue = false;
  readonly #listeners = new Set<() => void>();
  readonly #detail = new SurfaceDetail();
  readonly #hand: Hand;
  readonly #history = new History<ExplorerState>();
  /** What the scenes look through. */
  readonly camera: SharedCamera;

  readonly #surfaces = new LatestRunner<SurfaceJob, DrawnSurfaces>(
    ({ ask, state }, signal) => drawSurfaces((request) => this.#requireClient().surface(request, { signal }), ask, state.scene.isosurfaces),
    {
      onResult: (result, { state, key, resolution }) => {
        this.#detail.measured(workOf(result), resolution);
        // The reader came back to the state that is drawn, and this is of another, or coarser.
        if (this.#surfaceKey === this.#drawnKey) return;
        this.#drawnKey = resolution === state.resolution ? key : "";
        this.#setSurface({ result, shown: state, isPending: this.#surfaceKey !== this.#drawnKey, error: null });
        this.#startDueSweep();
      },
      onError: (error, { key }) => {
        if (this.#surfaceKey !== key) return;
        this.#asked = null;
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

  /** @param schedule waits for the hand to rest */
  constructor(state: ExplorerState = DEFAULT_STATE, schedule?: Schedule) {
    this.#state = state;
    this.#hand = new Hand(() => this.#rest(), schedule);
    this.camera = new SharedCamera((camera) => this.#look(camera), schedule);
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

  /**
   * Changes the state. Throws a `RangeError`, and changes nothing, where a parameter that a sweep needs is out of its domain.
   * @param goesOn whether the change is of the same step of the history as the one before; default: as the hand tells
   */
  update(change: (state: ExplorerState) => ExplorerState, goesOn = this.#hand.goesOn): void {
    const before = this.#state;
    const next = change(before);
    if (next === before) return;
    this.#show(next);
    this.#history.record(before, next, goesOn);
    this.#notify();
  }

  /** Whether a hand changes the state just now, so that surfaces are coarse. */
  get isMoving(): boolean { return this.#hand.isMoving; }

  /** A pointer is put down on the page, or lifted: what it changes meanwhile is one step, however long it rests between. */
  hold(isDown: boolean): void { this.#hand.hold(isDown); }

  get canUndo(): boolean { return this.#history.canUndo; }
  get canRedo(): boolean { return this.#history.canRedo; }

  /** Takes the latest step back; a drag is one. Nothing where there is none. */
  undo(): void {
    this.#step(this.#history.undo(this.#state));
  }

  /** Takes back what `undo` did. */
  redo(): void {
    this.#step(this.#history.redo(this.#state));
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

  #step(state: ExplorerState | null): void {
    if (state === null) return;
    this.#show({ ...state, camera: this.#state.camera });
    this.#notify();
  }

  /** Where the eye rests is part of the state and of its link, but no step of the history. */
  #look(camera: Camera | null): void {
    this.#state = { ...this.#state, camera };
    this.#notify();
  }

  #show(next: ExplorerState): void {
    const jobs = jobsOf(next);
    this.#state = next;
    this.#hand.move();
    this.#follow(jobs);
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
      this.#setSurface({ isPending: surface.key !== this.#drawnKey, error: null });
      this.#requestSurface();
    }
    this.#startDueSweep();
  }

  /** Asks for the surface of the present state, unless it is drawn as it should be: then only what waits is forgotten. */
  #requestSurface(): void {
    if (this.#surfaceKey === this.#drawnKey) {
      this.#asked = null;
      this.#surfaces.forget();
      return;
    }
    const wanted = this.#state.resolution;
    const job = surfaceJobOf(this.#state, this.#hand.isMoving ? this.#detail.whileMoving(wanted) : wanted);
    if (this.#asked?.key === job.key && this.#asked.resolution === job.resolution) return;
    this.#asked = job;
    this.#surfaces.request(job);
  }

  #rest(): void {
    if (this.#client === null) return;
    if (this.#surface.isPending) this.#requestSurface();
    this.#startDueSweep();
    this.#notify();
  }

  #startDueSweep(): void {
    if (!this.#isSweepDue || this.#surface.isPending || this.#hand.isMoving) return;
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
  readonly surface: SurfaceJob;
  readonly sweep: Job<SweepSpec>;
}

function jobsOf(state: ExplorerState): Jobs {
  const sweep = sweepSpecOf(state);
  return { surface: surfaceJobOf(state, state.resolution), sweep: { state, ask: sweep, key: JSON.stringify(sweep) } };
}

/** The key is that of the fine surface, however coarse the one that is asked for. */
function surfaceJobOf(state: ExplorerState, resolution: Resolution): SurfaceJob {
  return { state, ask: surfaceRequests({ ...state, resolution }), key: JSON.stringify(surfaceRequests(state)), resolution };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
