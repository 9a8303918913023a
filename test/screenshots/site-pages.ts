import type { Page } from "playwright-core";
import { waitUntilComputed } from "../support/explorer-on-page.ts";

/** A picture of the site: one row a page, or a state of one. */
export interface SitePicture {
  readonly name: string;
  /** The built file that it needs; a page that is not built is left out. */
  readonly file: string;
  readonly address: string;
  /** Resolves when there is something to see. */
  readonly ready: (page: Page) => Promise<unknown>;
}

const RESOLUTION = "resolution=32";

const shown = (page: Page): Promise<unknown> => page.getByRole("heading", { level: 1 }).waitFor();

/** Every page, and the explorer with what is not seen at first; a drawer panel is in its own row by `explorePanel`. */
export const SITE_PICTURES: readonly SitePicture[] = [
  { name: "explore", file: "index.html", address: `#v1:${RESOLUTION}`, ready: waitUntilComputed },
  { name: "explore-equilibrium", file: "index.html", address: `#v1:prices=equilibrium&${RESOLUTION}`, ready: waitUntilComputed },
  { name: "benchmark", file: "benchmark.html", address: "benchmark.html", ready: (page) => page.locator("tau-bench-settings button.primary:enabled").waitFor() },
  { name: "model", file: "model.html", address: "model.html", ready: shown },
  { name: "evidence", file: "evidence.html", address: "evidence.html", ready: shown },
];

/** The explorer with a panel of the drawer. */
export function explorePanel(panel: string): SitePicture {
  return {
    name: `explore-panel-${panel}`, file: "index.html", address: `#v1:panel=${panel}&${RESOLUTION}`,
    ready: async (page) => {
      await waitUntilComputed(page);
      // The panel's element is loaded when it is first shown.
      await page.waitForFunction(() => {
        const host = document.querySelector("tau-explore-page")?.shadowRoot?.querySelector("tau-drawer")?.shadowRoot?.querySelector("[role=tabpanel]")?.firstElementChild;
        return host?.shadowRoot != null;
      });
    },
  };
}
