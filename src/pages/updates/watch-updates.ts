import { Workbox } from "workbox-window";
import { whenIdle } from "../../components/internal/page-time.ts";
import type { UpdateNotice } from "./tau-update-notice.ts";

/** Longest wait for a quiet moment; what the first picture needs comes first. */
const LATEST_START_MS = 10_000;

/**
 * Registers the service worker, which keeps the page for use without a network, and lets `notice` say when a newer version is ready, or has been
 * taken in another tab. Nothing is ever reloaded unasked: this page goes on with the version that it was opened with. A browser without service
 * workers, or one that refuses, has the page as it comes from the network.
 */
export async function watchUpdates(notice: UpdateNotice): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  await quietMoment();
  let isKept = navigator.serviceWorker.controller !== null;
  let isWanted = false;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (isWanted) location.reload();
    // The worker of the first visit takes over the page that brought it.
    else if (isKept) notice.news = "taken";
    isKept = true;
  });
  const worker = new Workbox("./sw.js");
  worker.addEventListener("waiting", () => { notice.news = "ready"; });
  const registration = await worker.register().catch(() => undefined);
  if (registration === undefined) return;
  notice.addEventListener("tau-update-wanted", () => {
    isWanted = true;
    if (registration.waiting === null) location.reload();
    else worker.messageSkipWaiting();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") worker.update().catch(() => undefined);
  });
}

async function quietMoment(): Promise<void> {
  if (document.readyState !== "complete") await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
  await whenIdle(LATEST_START_MS);
}
