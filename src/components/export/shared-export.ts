import type { FormatId } from "../../exporters/exporter.ts";
import { pageLanguage } from "../../i18n/language.ts";
import { progressFacts, titleWithProgress } from "../../state/export/export-progress.ts";
import { ExportSession } from "../../state/export/export-session.ts";
import type { SweepSpec } from "../../sweep/spec.ts";
import { createBrowserSweepClient } from "../../workers/browser-client.ts";
import { createExportClient } from "../../workers/export-client.ts";
import { exportMemory } from "../../workers/export-memory.ts";
import type { SweepClient } from "../../workers/sweep-client.ts";

let session: ExportSession | null = null;
/** Threads of the pool once it runs; before, those that it will have. */
let threads = Math.max(1, Math.min(8, navigator.hardwareConcurrency - 1));

/** The one session of the page: an export goes on while other panels are shown. */
export function sharedExport(): ExportSession {
  return session ??= follow(new ExportSession({ worker: createExportClient(), openPool, freeBytes, keepStorage, clock: () => performance.now() }));
}

/** Whether this browser can write large files for a page at all. */
export function canExport(): boolean {
  return typeof Worker !== "undefined" && typeof navigator.storage?.getDirectory === "function" && typeof navigator.locks !== "undefined";
}

/** Bytes of memory that an export in a format takes here, about. */
export function memoryHere(format: FormatId, spec: SweepSpec): number {
  return exportMemory(format, spec, threads);
}

async function openPool(): Promise<SweepClient> {
  const client = await createBrowserSweepClient();
  threads = client.threads;
  return client;
}

async function freeBytes(): Promise<number | null> {
  const { quota, usage } = await navigator.storage.estimate();
  return quota === undefined ? null : Math.max(0, quota - (usage ?? 0));
}

function keepStorage(): Promise<boolean> {
  return navigator.storage.persist();
}

/** The tab's title tells how far an export is, and closing the tab asks first. */
function follow(followed: ExportSession): ExportSession {
  followed.subscribe(() => {
    const { run } = followed.view;
    const title = titleWithProgress(document.title, run === null ? null : progressFacts(run.progress).percent, pageLanguage());
    if (title !== document.title) document.title = title;
    if (run === null) removeEventListener("beforeunload", askFirst);
    else addEventListener("beforeunload", askFirst);
  });
  return followed;
}

function askFirst(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
