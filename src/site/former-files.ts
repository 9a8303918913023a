import type { PrecacheController } from "workbox-precaching";
import { scope, type LastingEvent } from "./service-worker-scope.ts";

/**
 * The files of former versions. A page that was open when a new version took over goes on with the parts that it was built with, and may not have
 * loaded them all; its host has them no longer. So they stay until every such page is closed or reloaded. Which pages these are stands in the cache
 * itself, for the browser may end the worker at any time; the clean-up takes the list away with the files.
 */
export class FormerFiles {
  /** `false` once nothing is left of a former version. */
  #mayBeHere = true;
  readonly #list = new URL("former-pages.json", scope.registration.scope).href;

  constructor(private readonly files: PrecacheController) {}

  /** When a new version takes over: the pages that are open now are of the former one. */
  async remember(): Promise<void> {
    const pages = await openPages();
    await (await this.#cache()).put(this.#list, Response.json(pages));
    this.#mayBeHere = true;
  }

  /** A file that the present version does not have; `undefined` where no former one had it either. */
  async find(request: Request): Promise<Response | undefined> {
    return this.#mayBeHere ? (await this.#cache()).match(request) : undefined;
  }

  /** Removes what is not of the present version, unless a page of a former one is open. */
  async cleanUp(event: LastingEvent): Promise<void> {
    if (!this.#mayBeHere) return;
    const list = await (await this.#cache()).match(this.#list);
    const former = list === undefined ? [] : await list.json() as readonly string[];
    const pages = await openPages();
    if (former.some((id) => pages.includes(id))) return;
    await this.files.activate(event);
    this.#mayBeHere = false;
  }

  #cache(): Promise<Cache> {
    return caches.open(this.files.strategy.cacheName);
  }
}

async function openPages(): Promise<readonly string[]> {
  return (await scope.clients.matchAll({ type: "window", includeUncontrolled: true })).map(({ id }) => id);
}
