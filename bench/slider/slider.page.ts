/**
 * `npm run bench:slider`: milliseconds from a slider's input event to the buffers of the surface's mesh, in a real browser on the built page.
 * Drawing is left out, because a software renderer would be all that is measured. Nothing here passes or fails by its speed.
 */
import type { Page } from "playwright-core";
import { waitUntilComputed } from "../../test/support/explorer-on-page.ts";
import { test } from "../../test/support/open-page.ts";

const EVENTS = 200;
/** Between two events of a hand that moves, milliseconds; and quiet time until the next drag. */
const EVENT_GAP_MS = 24;
const REST_GAP_MS = 400;

interface ExplorerOnPage {
  readonly explorer: { readonly surface: { readonly result: object | null; readonly isPending: boolean }; subscribe(listener: () => void): () => void };
}

/** @returns milliseconds of each event whose mesh came, in order of size */
function dragged(page: Page, gap: number, events: number): Promise<number[]> {
  return page.evaluate(async ([pause, count]) => {
    const { explorer } = document.querySelector("tau-explore-page") as unknown as ExplorerOnPage;
    const sliderIn = (root: ParentNode | ShadowRoot): HTMLInputElement | null => {
      for (const element of root.querySelectorAll("*")) {
        if (element instanceof HTMLInputElement && element.type === "range" && element.getAttribute("aria-label") === "Rental price of ordinary capital") return element;
        const found = element.shadowRoot === null ? null : sliderIn(element.shadowRoot);
        if (found !== null) return found;
      }
      return null;
    };
    const slider = sliderIn(document);
    if (slider === null) throw new Error("the page has no such slider");
    const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
    const times: number[] = [];
    const middle = Number(slider.max) / 2;
    for (let event = 0; event < count; event++) {
      const before = explorer.surface.result;
      const started = performance.now();
      const ready = new Promise<void>((resolve) => {
        const stop = explorer.subscribe(() => {
          if (explorer.surface.result === before) return;
          stop();
          times.push(performance.now() - started);
          resolve();
        });
      });
      slider.value = String(Math.round(middle + (event % 100)));
      slider.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
      await ready;
      await wait(pause);
    }
    return times.sort((a, b) => a - b);
  }, [gap, events] as const);
}

const describeTimes = (times: readonly number[]): string => [0.5, 0.95, 1].map((share) => (times[Math.ceil(share * times.length) - 1] ?? NaN).toFixed(1)).join(" / ");

for (const resolution of [64, 128]) {
  test(`slider to mesh, ${resolution} points an axis`, async ({ open }) => {
    const { page } = await open(`#v1:resolution=${resolution}`, { prepare: () => { HTMLCanvasElement.prototype.getContext = () => null; } });
    await waitUntilComputed(page);
    await dragged(page, EVENT_GAP_MS, 20);
    const moving = await dragged(page, EVENT_GAP_MS, EVENTS);
    const first = await dragged(page, REST_GAP_MS, EVENTS / 10);
    console.log(`${resolution}³, ms, median / 95 % / most: while the hand moves ${describeTimes(moving)}; first event after a rest ${describeTimes(first)}`);
  });
}

/** Tasks of the page's main thread that took over 50 ms while a slider was dragged, one list a drag; milliseconds. */
const longTasks = (page: Page, drags: number): Promise<number[][]> => page.evaluate(async (count) => {
  const { explorer } = document.querySelector("tau-explore-page") as unknown as ExplorerOnPage & {
    readonly explorer: { update(change: (state: { parameters: object }) => object): void; readonly sweep: { readonly isPending: boolean } };
  };
  const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
  const tasks: number[] = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
  const blocked: number[][] = [];
  for (let drag = 0; drag < count; drag++) {
    for (let step = 1; step <= 40; step++) {
      explorer.update((state) => ({ ...state, parameters: { ...state.parameters, rho: 0.02 + 0.001 * step + 1e-5 * drag } }));
      await wait(16);
    }
    while (explorer.surface.isPending || explorer.sweep.isPending) await wait(20);
    blocked.push(tasks.splice(0));
  }
  return blocked;
}, drags);

test("tasks over 50 ms during drags", async ({ open }) => {
  const { page } = await open("", { scene: false });
  await waitUntilComputed(page);
  const blocked = await longTasks(page, 5);
  console.log(`Tasks over 50 ms, in each of five drags: ${blocked.map((tasks) => (tasks.length === 0 ? "none" : tasks.map((ms) => ms.toFixed(0)).join(" "))).join("; ")}`);
});
