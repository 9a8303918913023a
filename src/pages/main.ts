import { afterFrame } from "../components/internal/page-time.ts";
import { Explorer } from "../state/explorer.ts";
import { DEFAULT_STATE } from "../state/explorer-state.ts";
import { decodeLink, encodeLink } from "../state/link.ts";
import { nextTask } from "../sweep/next-task.ts";
import { createBrowserSweepClient } from "../workers/browser-client.ts";
import { ExplorePage } from "./explore/tau-explore-page.ts";
import { applyPreferences } from "./preferences.ts";

/** Quiet time after the last change before the address follows; browsers limit how often it may change. */
const ADDRESS_REST_MS = 300;

const link = decodeLink(location.hash);
const theme = await applyPreferences(link.ok ? link.view : {});

const page = document.querySelector("tau-explore-page");
if (!(page instanceof ExplorePage)) throw new Error("index.html has no <tau-explore-page>.");

// The scripts have taken their time; the page is drawn in a task of its own, and the workers start when it can be read.
await nextTask();
const explorer = new Explorer(link.ok ? link.state : DEFAULT_STATE);
if (!link.ok) page.linkProblems = link.problems;
page.theme = theme;
page.explorer = explorer;

followAddress();
await afterFrame();
try {
  explorer.setClient(await createBrowserSweepClient());
} catch (error) {
  page.engineError = error instanceof Error ? error : new Error(String(error));
  explorer.setClientError(page.engineError);
}

/** Keeps the address and the state together: the address follows the state at rest, and a new fragment opens its state. */
function followAddress(): void {
  let rest = 0;
  explorer.subscribe(() => {
    clearTimeout(rest);
    rest = window.setTimeout(() => {
      const fragment = encodeLink(explorer.state);
      if (fragment !== location.hash && (page as ExplorePage).linkProblems.length === 0) {
        history.replaceState(null, "", fragment === "" ? location.pathname + location.search : fragment);
      }
    }, ADDRESS_REST_MS);
  });
  addEventListener("hashchange", () => {
    const opened = decodeLink(location.hash);
    (page as ExplorePage).linkProblems = opened.ok ? [] : opened.problems;
    (page as ExplorePage).isLaterLink = true;
    if (!opened.ok) return;
    explorer.update(() => opened.state);
    // A link opened in a page that runs already is shown as its sender saw it, too.
    void applyPreferences(opened.view).then((shown) => { (page as ExplorePage).theme = shown; });
  });
}
