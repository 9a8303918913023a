import type { ReactiveController, ReactiveControllerHost } from "lit";
import { IdleDrawing } from "./idle-drawing.ts";

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

/** Draws an element anew whenever what it shows has changed, as long as it is in the document. */
export class Follow implements ReactiveController {
  #followed: Followed | undefined;
  #unsubscribe: (() => void) | undefined;
  /** The frame that the element is drawn with; 0 where none is due. */
  #frame = 0;
  readonly #idle: IdleDrawing;
  #changedAt = -Infinity;

  /** @param find what the element shows now */
  constructor(
    private readonly host: ReactiveControllerHost, private readonly find: () => Followed | undefined, private readonly pace: FollowPace = "frame",
  ) {
    this.#idle = new IdleDrawing(() => { host.requestUpdate(); });
    host.addController(this);
  }

  hostConnected(): void {
    this.#follow(this.find());
    // Put back into the document, the element has not heard what changed meanwhile.
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    this.#idle.begins();
    if (this.find() !== this.#followed) this.#follow(this.find());
  }

  hostUpdated(): void {
    this.#idle.ends();
  }

  hostDisconnected(): void {
    this.#follow(undefined);
  }

  #follow(followed: Followed | undefined): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#idle.stop();
    this.#unsubscribe?.();
    this.#followed = followed;
    this.#unsubscribe = followed?.subscribe(() => this.#changed());
  }

  #changed(): void {
    if (this.pace === "idle") {
      this.#idle.changed();
      return;
    }
    const now = performance.now();
    const isAlone = now - this.#changedAt > BURST_MS;
    this.#changedAt = now;
    if (this.pace === "at-once" || isAlone) {
      this.host.requestUpdate();
      return;
    }
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.host.requestUpdate();
    });
  }
}
