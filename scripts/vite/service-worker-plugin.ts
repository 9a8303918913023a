import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "vite";
import { allFiles } from "../page-files.js";

/** The build names these by their content. */
const HASHED_FOLDER = "assets/";
/** For readers of the folder, not for the page. */
const NOT_KEPT = ["licenses.md"];
const WORKER_FILE = "sw.js";

/** Makes the service worker when the page is built, with the list of all files of the page. Without a build there is none. */
export function serviceWorkerPlugin(entry: string): Plugin {
  let folder = "";
  return {
    name: "tauscape:service-worker",
    apply: "build",
    configResolved: (config) => { folder = config.build.outDir; },
    closeBundle: {
      sequential: true,
      order: "post",
      handler: async () => {
        await build({
          configFile: false, publicDir: false, logLevel: "warn",
          define: { PRECACHE_ENTRIES: JSON.stringify(precacheEntries(folder)) },
          build: {
            outDir: folder, emptyOutDir: false, target: "es2022",
            rolldownOptions: { input: entry, output: { format: "iife", entryFileNames: WORKER_FILE, codeSplitting: false, comments: { legal: false } }, checks: { bundlerTimings: false } },
          },
        });
      },
    },
  };
}

/** The page's files as workbox-precaching wants them. */
export function precacheEntries(folder: string): readonly { readonly url: string; readonly revision: string | null }[] {
  return allFiles(folder).filter((url) => !NOT_KEPT.includes(url) && url !== WORKER_FILE).map((url) => ({
    url, revision: url.startsWith(HASHED_FOLDER) ? null : createHash("sha256").update(readFileSync(join(folder, url))).digest("hex").slice(0, 16),
  }));
}
