import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Something that tells its listeners when it has changed, until the function that `subscribe` returns is called. */
export interface Followed {
  subscribe(listener: () => void): () => void;
}

/**
 * When an element is drawn anew after a change: `at-once` in the same task, for what leads on to a frame of its own; `frame` with the next
 * frame while a hand moves, so that many changes are drawn once and the worker's answer to a slider is not kept waiting; `idle` when the page has nothing
 * else to do, for what is dear and may lag behind a moving hand.
 */
export type FollowPace = "at-once" | "frame" | "idle";

/** Changes that follow each other sooner are a hand's; one alone is drawn at once. */
const BURST_MS = 100;
/** What lags behind a hand is there after so long at the latest. */
const LATEST_IDLE_MS = 250;

/** Draws an element anew whenever what it shows has changed, as long as it is in the document. */
export class Follow implements ReactiveController {
  #followed: Followed | undefined;
  #unsubscribe: (() => void) | undefined;
  /** Takes the drawing that is due back; nothing where none is. */
  #cancel: (() => void) | undefined;
  #changedAt = -Infinity;

  /** @param find what the element shows now */
  constructor(
    private readonly host: ReactiveControllerHost, private readonly find: () => Followed | undefined, private readonly pace: FollowPace = "frame",
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#follow(this.find());
    // Put back into the document, the element has not heard what changed meanwhile.
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    if (this.find() !== this.#followed) this.#follow(this.find());
  }

  hostDisconnected(): void {
    this.#follow(undefined);
  }

  #follow(followed: Followed | undefined): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#unsubscribe?.();
    this.#followed = followed;
    this.#unsubscribe = followed?.subscribe(() => this.#changed());
  }

  #changed(): void {
    const now = performance.now();
    const isAlone = now - this.#changedAt > BURST_MS;
    this.#changedAt = now;
    if (this.pace === "at-once" || (this.pace === "frame" && isAlone)) {
      this.host.requestUpdate();
      return;
    }
    this.#cancel ??= schedule(this.pace, () => {
      this.#cancel = undefined;
      this.host.requestUpdate();
    });
  }
}

/** Calls `draw` once, later; the answer takes it back. */
function schedule(pace: "frame" | "idle", draw: () => void): () => void {
  // Safari has no idle callbacks: there the dear parts are drawn with the frame, as the others are.
  if (pace === "idle" && typeof requestIdleCallback === "function") {
    const handle = requestIdleCallback(draw, { timeout: LATEST_IDLE_MS });
    return () => cancelIdleCallback(handle);
  }
  const handle = requestAnimationFrame(draw);
  return () => cancelAnimationFrame(handle);
}
