import { RESOLUTIONS, type Resolution } from "./explorer-state.ts";

/** Milliseconds of work that a surface may take while the hand moves: a third of a frame, for its way to a worker and back takes as long again. */
const BUDGET_MS = 5;
/** How much of an earlier, slower measurement a faster one leaves: a single quick answer is no promise. */
const MEMORY = 0.8;

/** Chooses how fine a surface can be that follows a moving hand, from what the last ones took. */
export class SurfaceDetail {
  /** Milliseconds a point of the grid; `null` before the first surface. */
  #perPoint: number | null = null;

  /** @param resolution points an axis of the grid that took so long */
  measured(milliseconds: number, resolution: number): void {
    const found = milliseconds / resolution ** 3;
    this.#perPoint = Math.max(found, MEMORY * (this.#perPoint ?? 0));
  }

  /** The finest resolution within the budget, at most the one that is wanted; the coarsest where none is, or nothing is known yet. */
  whileMoving(wanted: Resolution): Resolution {
    const perPoint = this.#perPoint ?? Infinity;
    return RESOLUTIONS.findLast((resolution) => resolution <= wanted && perPoint * resolution ** 3 <= BUDGET_MS) ?? RESOLUTIONS[0];
  }
}
