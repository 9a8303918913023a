import type { ReactiveController, ReactiveControllerHost } from "lit";

/** One column, two, or three with the controls to the left. */
export type Layout = "phone" | "tablet" | "desktop";

/** The styles break at the same widths. */
const QUERIES = { desktop: "(min-width: 1100px)", tablet: "(min-width: 760px)" } as const;

interface PageHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** Chrome's way to move an element with its focus and its scrolling; others take it out and put it back. */
interface Moving {
  moveBefore?(moved: Node, before: Node | null): void;
}

/**
 * Keys and screen readers go through the page in the order in which it is seen: the controls stand before the scene where they are at its left, between the
 * verdict and the values on a phone. It is one element that is moved, so that what is typed, opened and focused in it stays.
 */
export class ReadingOrder implements ReactiveController {
  readonly #desktop = matchMedia(QUERIES.desktop);
  readonly #tablet = matchMedia(QUERIES.tablet);

  constructor(private readonly host: PageHost) {
    host.addController(this);
  }

  get layout(): Layout {
    return this.#desktop.matches ? "desktop" : this.#tablet.matches ? "tablet" : "phone";
  }

  hostConnected(): void {
    for (const query of [this.#desktop, this.#tablet]) query.addEventListener("change", this.#onLayout);
  }

  hostDisconnected(): void {
    for (const query of [this.#desktop, this.#tablet]) query.removeEventListener("change", this.#onLayout);
  }

  hostUpdated(): void {
    const find = (name: string) => this.host.renderRoot.querySelector<HTMLElement>(name);
    const controls = find(".controls");
    const next = { desktop: find(".lede"), tablet: find(".figure"), phone: find(".values") }[this.layout];
    if (controls !== null && next !== null && controls.nextElementSibling !== next) moveBefore(controls, next);
  }

  readonly #onLayout = (): void => this.host.requestUpdate();
}

function moveBefore(moved: HTMLElement, next: HTMLElement): void {
  const parent: (Node & Moving) | null = next.parentNode;
  if (parent?.moveBefore !== undefined) {
    parent.moveBefore(moved, next);
    return;
  }
  const [focused, scrolled] = [focusedIn(moved), moved.scrollTop];
  parent?.insertBefore(moved, next);
  focused?.focus({ preventScroll: true });
  moved.scrollTop = scrolled;
}

/** Through all shadows. */
function focusedIn(part: HTMLElement): HTMLElement | null {
  const root = part.getRootNode();
  let active = root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null;
  if (active === null || !part.contains(active)) return null;
  while (active.shadowRoot?.activeElement != null) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement ? active : null;
}
