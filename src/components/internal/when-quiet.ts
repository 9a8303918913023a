import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Quiet time before a screen reader is told: a drag says one thing, at its end. */
const QUIET_MS = 600;

/** Does something once what it depends on has not changed for a while, as long as the element is in the document. */
export class WhenQuiet implements ReactiveController {
  #key: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** Starts waiting anew where `key` is another than before; else what was asked for last goes on. */
  after(key: string, act: () => void): void {
    if (key === this.#key) return;
    this.#key = key;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(act, QUIET_MS);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#key = null;
  }
}
