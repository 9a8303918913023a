import { sweepSpecOf } from "../derived-specs.ts";
import { RESOLUTIONS, type ExplorerState } from "../explorer-state.ts";
import type { Explorer } from "../explorer.ts";
import type { SweepSpec } from "../../sweep/spec.ts";
import type { Progress } from "../../sweep/tile.ts";
import type { SweepClient } from "../../workers/sweep-client.ts";
import { isSpaceShared, stateOfSide } from "./compare-state.ts";
import { comparedKey, drawCompared, type ComparedJob, type ComparedSurfaces } from "./compared-surfaces.ts";
import { countPairs } from "./count-difference.ts";
import { differenceOf, type Difference } from "./difference.ts";
import { KeptResult, type Kept } from "./kept-result.ts";

type Pair = readonly [a: SweepSpec, b: SweepSpec];

/**
 * What a comparison computes beside the explorer, on the same client: the second picture at once, and when the explorer has drawn and counted
 * its own and the hand rests, the cells that turn. Nothing queues: a newer question ends the one before it.
 */
export class CompareSession {
  #progress: Progress | null = null;
  #isCancelled = false;
  #pairKey = "";
  readonly #listeners = new Set<() => void>();
  readonly #surfaces = new KeptResult<ComparedJob, ComparedSurfaces>(
    (job, signal) => drawCompared((request) => this.#client().surface(request, { signal }), job), () => this.#changed(), false);
  readonly #difference = new KeptResult<Pair, Difference>(
    async ([a, b], signal) => differenceOf(await countPairs(this.#client(), a, b, { signal, onProgress: (progress) => this.#advance(progress, signal) })),
    () => this.#changed(), true);

  constructor(readonly explorer: Explorer) {}

  get surfaces(): Kept<ComparedSurfaces> { return this.#surfaces.kept; }

  /** `isPending` also while the count waits for its turn. */
  get difference(): Kept<Difference> & { readonly progress: Progress | null; readonly isCancelled: boolean } {
    const { kept } = this.#difference;
    const isDue = this.#pairKey !== "" && this.#pairKey !== kept.key && kept.error === null;
    return { ...kept, isPending: isDue && !this.#isCancelled, progress: this.#progress, isCancelled: this.#isCancelled };
  }

  /** Ends the count; the last one stays. */
  cancel(): void {
    this.#isCancelled = true;
    this.#difference.rest();
    this.#notify();
  }

  /** Counts again after an end or an error. */
  resume(): void {
    this.#isCancelled = false;
    this.#difference.rest();
    this.#changed();
  }

  /** Follows the explorer until the function that is returned is called. */
  follow(): () => void {
    const unfollow = this.explorer.subscribe(() => this.#changed());
    this.#changed();
    return () => {
      unfollow();
      this.#surfaces.rest();
      this.#difference.rest();
    };
  }

  /** Calls `listener` after every change of explorer or session, until the function that is returned is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #changed(): void {
    const { state, client } = this.explorer;
    if (client !== null && state.compare !== null) {
      this.#wantSurfaces(state, state.compare.mode);
      this.#wantDifference(state);
    }
    this.#notify();
  }

  #wantSurfaces(state: ExplorerState, mode: ComparedJob["mode"]): void {
    if (mode === "difference" && !isSpaceShared(state)) {
      this.#surfaces.rest();
      return;
    }
    // The other stands still while a hand moves; only where both are drawn into one picture does it have to follow.
    const resolution = mode === "difference" && this.explorer.isMoving ? RESOLUTIONS[0] : state.resolution;
    const job = { state: { ...state, resolution }, mode };
    this.#surfaces.want(comparedKey(job), job);
  }

  #wantDifference(state: ExplorerState): void {
    const pair: Pair | null = isSpaceShared(state) ? [sweepSpecOf(stateOfSide(state, "A")), sweepSpecOf(stateOfSide(state, "B"))] : null;
    const key = pair === null ? "" : JSON.stringify(pair);
    if (key !== this.#pairKey) {
      this.#pairKey = key;
      this.#isCancelled = false;
      this.#difference.rest();
    }
    const { surface, sweep, isMoving } = this.explorer;
    if (pair === null || this.#isCancelled || isMoving || surface.isPending || sweep.isPending || this.#surfaces.kept.isPending) return;
    this.#progress = this.#difference.kept.isPending ? this.#progress : null;
    this.#difference.want(key, pair);
  }

  #advance(progress: Progress, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.#progress = progress;
    this.#notify();
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }

  #client(): SweepClient {
    if (this.explorer.client === null) throw new Error("No engine is ready yet.");
    return this.explorer.client;
  }
}
