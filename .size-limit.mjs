/**
 * `npm run size`. What comes when is computed from the manifest of the build, so a new chunk falls into its group by itself; what is
 * loaded by other means than an import (workers, kernels) is named here.
 */
import { allFiles, chunksOf, filesOf, PAGE_FOLDER, readManifest } from "./scripts/page-files.js";

const manifest = readManifest();
const files = allFiles();

/** Files in assets/ by the names that they have before their hashes. @param {readonly string[]} names */
const named = (names) => names.map((name) => {
  const found = files.filter((file) => new RegExp(`^assets/${name}-[^.]*\\.(js|wasm)$`).test(file));
  if (found.length !== 1) throw new Error(`Of ${name} the page should have one file, and has ${found.length}. Was it renamed? Then name it anew in .size-limit.mjs.`);
  return found[0];
});

// The heaviest way to the first picture: of a reader of Chinese, on an isolated page with workers.
const firstPicture = new Set([
  ...filesOf(manifest, ["index.html", "src/scene/index.ts", "src/i18n/locales/zh-Hans.ts"]), ...named(["browser-sweep-worker", "threads"]),
]);
const others = Object.keys(manifest).filter((key) => manifest[key].isEntry && key !== "index.html");
const ofExplorer = filesOf(manifest, ["index.html"], true);
/** What the worker of exports brings: each format by itself, when it is first chosen. */
const ofExports = new Set([...chunksOf(named(["browser-export-worker"])[0])].filter((file) => !ofExplorer.has(file)));
const isWeighed = (/** @type {string} */ file) => /\.(js|css|wasm)$/.test(file);

/** @param {string} name @param {string} limit @param {Iterable<string>} group */
const check = (name, limit, group) => ({ name, limit, gzip: true, path: [...group].filter(isWeighed).map((file) => `${PAGE_FOLDER}/${file}`) });
/** @param {Set<string>} whole @param {readonly Set<string>[]} known */
const without = (whole, ...known) => [...whole].filter((file) => known.every((one) => !one.has(file)));

/** Where workers do not exist the sweep runs in the page. */
const inPage = new Set(filesOf(manifest, ["src/workers/sweep-worker.ts", "src/sweep/checksum.ts"], true));

export default [
  check("before the first picture: scripts, styles and kernels", "300 KB", firstPicture),
  check("what comes to the explorer afterwards", "250 KB", without(ofExplorer, firstPicture, inPage)),
  ...others.map((key) => check(`what ${key} loads besides`, "90 KB", without(filesOf(manifest, [key], true), ofExplorer, firstPicture))),
  check("what writes exports, all formats together", "250 KB", ofExports),
  check("for other engines, checksums and older browsers", "90 KB",
    files.filter((file) => file.startsWith("assets/") && !firstPicture.has(file) && !ofExports.has(file) && (inPage.has(file) || !filesOf(manifest, ["index.html", ...others], true).has(file)))),
];
