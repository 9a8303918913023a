import { Workbox } from "workbox-window";
import type { UpdateNotice } from "./tau-update-notice.ts";

/** Longest wait for a quiet moment; what the first picture needs comes first. */
const LATEST_START_MS = 10_000;

/**
 * Registers the service worker, which keeps the page for use without a network, and lets `notice` say when a newer version is ready. Nothing
 * is ever reloaded unasked. A browser without service workers, or one that refuses, has the page as it comes from the network.
 */
export async function watchUpdates(notice: UpdateNotice): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  await quietMoment();
  const worker = new Workbox("./sw.js");
  worker.addEventListener("waiting", () => { notice.isReady = true; });
  const registration = await worker.register().catch(() => undefined);
  if (registration === undefined) return;
  notice.addEventListener("tau-update-wanted", () => {
    // Another tab may have brought the new version in already: then it only needs to be shown.
    if (registration.waiting === null) location.reload();
    worker.addEventListener("controlling", () => location.reload());
    worker.messageSkipWaiting();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") worker.update().catch(() => undefined);
  });
}

async function quietMoment(): Promise<void> {
  if (document.readyState !== "complete") await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
  await new Promise<unknown>((resolve) => {
    if (typeof requestIdleCallback === "function") requestIdleCallback(resolve, { timeout: LATEST_START_MS });
    else setTimeout(resolve);
  });
}
