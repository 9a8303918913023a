/** What is used of a service worker's scope; TypeScript's own description of it cannot stand beside that of a page. */
export interface ServiceWorkerScope {
  readonly clients: { claim(): Promise<void>; matchAll(options: { type: "window"; includeUncontrolled: true }): Promise<readonly { readonly id: string }[]> };
  readonly registration: { readonly scope: string };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: LastingEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: RequestEvent) => void): void;
  addEventListener(type: "message", listener: (event: MessageEvent<unknown>) => void): void;
}

/** An event that keeps the worker alive until its work is done. */
export interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

export interface RequestEvent extends LastingEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

export const scope = globalThis as unknown as ServiceWorkerScope;
