import { evaluatePoint, type PointEvaluation } from "../../model/index.ts";
import type { SharedCamera } from "../camera.ts";
import { surfaceRequests } from "../drawn-surfaces.ts";
import type { ExplorerState } from "../explorer-state.ts";
import type { SurfaceView, SweepView } from "../explorer.ts";
import type { RegionSource } from "../region-source.ts";
import { stateOfSide } from "./compare-state.ts";
import type { CompareSession } from "./compare-session.ts";
import type { Side } from "./comparison.ts";
import { scenarioOf } from "./scenario.ts";

/** The pair is counted as one, by the session. */
const NOT_SWEPT: SweepView = { summary: null, shown: null, progress: null, isPending: false, isCancelled: false, error: null };

/** One of the two scenarios, for a scene of its own, whichever the controls change: what is picked in the scene changes this one. */
export class SideScenario implements RegionSource {
  #whole: ExplorerState | null = null;
  #state: ExplorerState | null = null;

  constructor(readonly session: CompareSession, private readonly side: Side) {}

  /** The same object as long as the explorer's state is. */
  get state(): ExplorerState {
    const { state } = this.session.explorer;
    if (this.#state === null || this.#whole !== state) [this.#whole, this.#state] = [state, stateOfSide(state, this.side)];
    return this.#state;
  }

  /**
   * The explorer draws the side that the controls change and the session the other. After a change of sides the picture of this one is
   * found with whoever has it, so that it does not show the other for a moment.
   */
  get surface(): SurfaceView {
    const views = [this.session.explorer.surface, this.#drawnBySession()];
    const key = keyOf(this.state);
    const fitting = views.find(({ shown }) => shown !== null && keyOf(shown) === key);
    return fitting ?? (this.#isEdited ? views[0] : views[1]);
  }

  get sweep(): SweepView { return this.#isEdited ? this.session.explorer.sweep : NOT_SWEPT; }

  get point(): PointEvaluation {
    const { parameters, rule, prices } = this.state;
    return evaluatePoint(parameters, rule, prices);
  }

  get camera(): SharedCamera { return this.session.explorer.camera; }

  subscribe(listener: () => void): () => void {
    return this.session.subscribe(listener);
  }

  /** What is said about the model changes this side; slices and the like are shared. */
  update(change: (state: ExplorerState) => ExplorerState): void {
    const { explorer } = this.session;
    if (this.#isEdited) {
      explorer.update(change);
      return;
    }
    const next = change(this.state);
    explorer.update((state) => (state.compare === null ? state : {
      ...state, scene: { ...next.scene, isosurfaces: state.scene.isosurfaces }, compare: { ...state.compare, other: scenarioOf(next) },
    }));
  }

  get #isEdited(): boolean {
    return this.session.explorer.state.compare?.edited === this.side;
  }

  #drawnBySession(): SurfaceView {
    const { result, isPending, error } = this.session.surfaces;
    if (result?.mode !== "beside") return { result: null, shown: null, isPending, error };
    return { result: result.drawn, shown: result.shown, isPending, error };
  }
}

function keyOf(state: ExplorerState): string {
  return JSON.stringify(surfaceRequests(state));
}
