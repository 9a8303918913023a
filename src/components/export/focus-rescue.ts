import type { LitElement } from "lit";

/**
 * Gives the focus a new place when the control that had it went away or was disabled: a reader with a keyboard would begin the page anew. A focus
 * that is elsewhere, or that the reader took away, is left alone.
 */
export class FocusRescue {
  #last: HTMLElement | null = null;

  constructor(host: LitElement) {
    host.addEventListener("focusin", (event) => {
      const [target] = event.composedPath();
      this.#last = target instanceof HTMLElement ? target : null;
    });
    host.addEventListener("focusout", ({ relatedTarget }) => {
      // Where nothing else takes it, it is lost only if its control is; that is looked at in `rescue`.
      if (relatedTarget !== null) this.#last = null;
    });
  }

  /** @param place where to go, once all parts are drawn */
  rescue(place: HTMLElement | null): void {
    const last = this.#last;
    if (place === null || last === null || (last.isConnected && !last.matches(":disabled"))) return;
    // The reader has gone elsewhere meanwhile.
    if (!last.isConnected && document.activeElement !== document.body) return;
    this.#last = null;
    place.focus();
  }
}
