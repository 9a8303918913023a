import type { Page } from "playwright-core";

/** What tests read of the explorer behind the page's element. */
export interface ExplorerOnPage {
  readonly surface: { readonly result: object | null; readonly isPending: boolean };
  readonly sweep: { readonly isPending: boolean };
}

/** Waits until the page has its element, and the surface and the sweep of what it is asked for: the element comes after the document. */
export async function waitUntilComputed(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const explorer = (document.querySelector("tau-explore-page") as { explorer?: ExplorerOnPage } | null)?.explorer;
    return explorer !== undefined && explorer.surface.result !== null && !explorer.surface.isPending && !explorer.sweep.isPending;
  });
}
