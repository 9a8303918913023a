import type { ReactiveController, ReactiveControllerHost } from "lit";

/** What can stand beside the scene on a small screen: a part of the page by its class. */
export const SHEETS = ["controls", "right"] as const;
export type Sheet = (typeof SHEETS)[number];

/** From here on all three columns have room, and there are no sheets. */
const SHEETS_BELOW = "(max-width: 1099px)";

interface SheetHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/**
 * On small screens the panels stand in the page below the scene, and one at a time can be brought beside it, so that the scene is in sight while a
 * slider is moved. The page behind is inert meanwhile; closing brings back the place where the reader was, and the focus.
 */
export class Sheets implements ReactiveController {
  #open: Sheet | null = null;
  #scrolled = 0;
  readonly #isSmall = matchMedia(SHEETS_BELOW);

  /** @param onClose called once a sheet is closed, to give the focus back */
  constructor(private readonly host: SheetHost, private readonly onClose: (sheet: Sheet) => void) {
    host.addController(this);
  }

  get open(): Sheet | null { return this.#open; }

  hostConnected(): void {
    this.#isSmall.addEventListener("change", this.#onSize);
    addEventListener("keydown", this.#onKey);
  }

  hostDisconnected(): void {
    this.#isSmall.removeEventListener("change", this.#onSize);
    removeEventListener("keydown", this.#onKey);
  }

  /** What the sheet covers is out of reach: everything but the scene, the sheet and the bar. Of the lede the page's heading stays, what opens in it does not. */
  hostUpdated(): void {
    const { renderRoot } = this.host;
    const sheet = this.#open === null ? null : renderRoot.querySelector(`.${this.#open}`);
    for (const part of [...renderRoot.children, ...renderRoot.querySelectorAll("main > *, .right > *, .lede details")]) {
      if (part instanceof HTMLElement) part.inert = sheet !== null && !part.matches("main, .lede, .scene, tau-sheet-bar, tau-shortcuts") && !part.contains(sheet) && !sheet.contains(part);
    }
  }

  async show(sheet: Sheet | null): Promise<void> {
    const before = this.#open;
    if (before === sheet) return;
    if (before === null) this.#scrolled = document.documentElement.scrollTop;
    this.#open = sheet;
    this.host.requestUpdate();
    await this.host.updateComplete;
    if (sheet !== null) {
      this.host.renderRoot.querySelector<HTMLElement>(`.${sheet}`)?.focus({ preventScroll: true });
      return;
    }
    document.documentElement.scrollTop = this.#scrolled;
    if (before !== null) this.onClose(before);
  }

  readonly #onSize = (): void => {
    if (!this.#isSmall.matches) void this.show(null);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && !event.defaultPrevented && this.#open !== null) void this.show(null);
  };
}
