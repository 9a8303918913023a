import { PrecacheController, PrecacheRoute, type PrecacheEntry } from "workbox-precaching";
import { FormerFiles } from "./former-files.ts";
import { isolateResponse } from "./isolate-response.ts";
import { scope } from "./service-worker-scope.ts";

/** Every file of the page with the revision of its content, put here by the build; files named by their content need none. */
declare const PRECACHE_ENTRIES: PrecacheEntry[];

const files = new PrecacheController({
  // Responses are kept with the headers that isolate, so a page that comes from here is isolated, whatever its host sends.
  plugins: [{ cacheWillUpdate: ({ response }) => Promise.resolve(response.ok ? isolateResponse(response) : null) }],
});
files.addToCacheList(PRECACHE_ENTRIES);
// No file depends on the query of its address.
const present = new PrecacheRoute(files, { ignoreURLParametersMatching: [/./] });
const former = new FormerFiles(files);

scope.addEventListener("install", (event) => { void files.install(event); });

// A new version waits until a reader asks for it: workbox-window sends this then.
scope.addEventListener("message", ({ data }) => {
  if (typeof data === "object" && data !== null && "type" in data && data.type === "SKIP_WAITING") void scope.skipWaiting();
});

// The page of the first visit keeps working too when the network goes.
scope.addEventListener("activate", (event) => event.waitUntil(former.remember().then(() => scope.clients.claim())));

scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  event.waitUntil(former.cleanUp(event));
  const params = present.match({ event, request, url, sameOrigin: true }) as object | undefined;
  if (params !== undefined) event.respondWith(files.strategy.handle({ event, request, params }));
  else if (request.mode !== "navigate") event.respondWith(former.find(request).then((response) => response ?? fetch(request)));
});
