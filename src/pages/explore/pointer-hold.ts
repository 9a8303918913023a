import type { ReactiveController, ReactiveControllerHost } from "lit";

/** What ends a press, though the pointer may be down: the browser took it over, or the reader went on with keys. */
const LIFTING = ["pointerup", "pointercancel", "keydown"] as const;

/**
 * Tells when a pointer is put down on the page and when it is lifted. A browser does not always say the latter: a select's own list and another window
 * take the pointer with them. So a press on a select holds nothing, and a window that is left, or a key, ends a hold.
 */
export class PointerHold implements ReactiveController {
  constructor(host: ReactiveControllerHost, private readonly hold: (isDown: boolean) => void) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener("pointerdown", this.#onPress, { capture: true });
    for (const type of LIFTING) addEventListener(type, this.#onLift, { capture: true });
    // Of the window alone: while it is captured, that of every field would come too.
    addEventListener("blur", this.#onLift);
  }

  hostDisconnected(): void {
    removeEventListener("pointerdown", this.#onPress, { capture: true });
    for (const type of LIFTING) removeEventListener(type, this.#onLift, { capture: true });
    removeEventListener("blur", this.#onLift);
    this.#onLift();
  }

  readonly #onPress = (event: Event): void => this.hold(!(event.composedPath()[0] instanceof HTMLSelectElement));

  readonly #onLift = (): void => this.hold(false);
}
