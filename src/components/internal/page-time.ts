import { nextTask } from "../../sweep/next-task.ts";

/** A page that nobody sees has no frames; what waits for one goes on after so long. */
const LATEST_FRAME_MS = 500;

/** Resolves once the next frame is on the screen. */
export function afterFrame(): Promise<void> {
  return new Promise((resolve) => {
    const latest = setTimeout(resolve, LATEST_FRAME_MS);
    requestAnimationFrame(() => {
      clearTimeout(latest);
      setTimeout(resolve);
    });
  });
}

/** Resolves when the page has nothing else to do, after `latestMs` at the latest. Safari knows no idle time: there it is the next task. */
export function whenIdle(latestMs: number): Promise<void> {
  if (typeof requestIdleCallback !== "function") return nextTask();
  return new Promise((resolve) => { requestIdleCallback(() => resolve(), { timeout: latestMs }); });
}
