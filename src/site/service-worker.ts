import { addPlugins, cleanupOutdatedCaches, precacheAndRoute, type PrecacheEntry } from "workbox-precaching";
import { isolateResponse } from "./isolate-response.ts";

/** Every file of the page with the revision of its content, put here by the build; files named by their content need none. */
declare const PRECACHE_ENTRIES: PrecacheEntry[];

/** What is used of a service worker's scope; TypeScript's own description of it cannot stand beside that of a page. */
interface ServiceWorkerScope {
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "activate", listener: (event: { waitUntil(work: Promise<unknown>): void }) => void): void;
  addEventListener(type: "message", listener: (event: MessageEvent<unknown>) => void): void;
}

const scope = globalThis as unknown as ServiceWorkerScope;

// Responses are kept with the headers that isolate, so a page that comes from here is isolated, whatever its host sends.
addPlugins([{ cacheWillUpdate: ({ response }) => Promise.resolve(response.ok ? isolateResponse(response) : null) }]);
cleanupOutdatedCaches();
// No file depends on the query of its address.
precacheAndRoute(PRECACHE_ENTRIES, { ignoreURLParametersMatching: [/./] });

// A new version waits until a reader asks for it: workbox-window sends this then.
scope.addEventListener("message", ({ data }) => {
  if (typeof data === "object" && data !== null && "type" in data && data.type === "SKIP_WAITING") void scope.skipWaiting();
});
// The page of the first visit keeps working too when the network goes.
scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim()));
