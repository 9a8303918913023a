import type { LitElement, ReactiveController } from "lit";

/**
 * The fragment of the address, for a page whose anchors lie in its shadow root, where the browser does not look for them: scrolls to the
 * element with that id and focuses it (it needs `tabindex="-1"`), at first and at every change.
 */
export class Anchor implements ReactiveController {
  /** What is asked for; "" for nothing. An id that the page does not have does no harm. */
  current = "";

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener("hashchange", this.#reach);
    this.host.addEventListener("click", this.#onClick);
    this.#reach();
  }

  hostDisconnected(): void {
    removeEventListener("hashchange", this.#reach);
    this.host.removeEventListener("click", this.#onClick);
  }

  readonly #reach = (): void => {
    this.current = location.hash.slice(1);
    this.host.requestUpdate();
    if (this.current !== "") void this.#scroll(this.current);
  };

  /** A link to where the address points already changes nothing in it, but the reader wants to go there. */
  readonly #onClick = (event: Event): void => {
    const link = event.composedPath().find((element) => element instanceof HTMLAnchorElement);
    if (link?.hash === location.hash && link.hash !== "" && link.pathname === location.pathname) this.#reach();
  };

  async #scroll(id: string): Promise<void> {
    // Elements inside elements are drawn one after the other, but all before the next frame: only then has everything its height.
    await this.host.updateComplete;
    await new Promise((resolve) => { requestAnimationFrame(resolve); });
    const root = this.host.renderRoot;
    const target = root instanceof ShadowRoot ? root.getElementById(id) : null;
    target?.scrollIntoView({ block: "start" });
    target?.focus({ preventScroll: true });
  }
}
