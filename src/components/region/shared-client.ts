import { createBrowserSweepClient } from "../../workers/browser-client.ts";
import type { SweepClient } from "../../workers/sweep-client.ts";

let client: Promise<SweepClient> | null = null;
let users = 0;

/** The workers that all elements of a page share. Rejects where no engine can be started; the next call tries again. Each call wants its `releaseClient`. */
export function acquireClient(): Promise<SweepClient> {
  users++;
  return client ??= start();
}

function start(): Promise<SweepClient> {
  const started = createBrowserSweepClient();
  started.catch(() => { if (client === started) client = null; });
  return started;
}

/** Ends the workers with the last element. */
export function releaseClient(): void {
  users--;
  if (users > 0) return;
  void client?.then((unused) => unused.dispose(), () => undefined);
  client = null;
}
