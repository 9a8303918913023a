/** Which files of the built page come when, from Vite's manifest: the page's size is limited by it. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, sep } from "node:path";

export const PAGE_FOLDER = "dist/page";

/** @typedef {{ file: string, imports?: string[], dynamicImports?: string[], css?: string[], assets?: string[], isEntry?: boolean }} Chunk */

/** @typedef {Record<string, Chunk>} Manifest */

/** @returns {Manifest} */
export function readManifest(folder = PAGE_FOLDER) {
  const manifest = /** @type {Manifest} */ (JSON.parse(readFileSync(join(folder, ".vite/manifest.json"), "utf8")));
  return manifest;
}

/**
 * What entries load by themselves: their scripts with all imports, and their styles. With `later`, also all that they can import afterwards.
 * @param {Manifest} manifest @param {readonly string[]} entries keys of the manifest @returns {Set<string>} files
 * @throws where the manifest has no such entry
 */
export function filesOf(manifest, entries, later = false) {
  const files = /** @type {Set<string>} */ (new Set());
  const queue = [...entries];
  for (const key of queue) {
    if (!(key in manifest)) throw new Error(`The page's manifest has no ${key}; it has ${Object.keys(manifest).filter((one) => !one.startsWith("_")).join(", ")}.`);
    const { file, imports = [], dynamicImports = [], css = [] } = manifest[key];
    if (files.has(file)) continue;
    for (const one of [file, ...css]) files.add(one);
    queue.push(...imports, ...(later ? dynamicImports : []));
  }
  return files;
}

/**
 * A script in assets/ with all that it names there, and what those name: the chunks of a worker, which the page's manifest does not know.
 * @param {string} first of `allFiles` @returns {Set<string>} files
 */
export function chunksOf(first, folder = PAGE_FOLDER) {
  const all = new Set(allFiles(folder));
  const found = new Set([first]);
  for (const file of found) {
    if (!file.endsWith(".js")) continue;
    for (const [name] of readFileSync(join(folder, file), "utf8").matchAll(/[\w.-]+\.(?:js|wasm)/g)) if (all.has(`assets/${name}`)) found.add(`assets/${name}`);
  }
  return found;
}

/** All files of a page that was built, relative to its folder, but what is for tools. */
export function allFiles(folder = PAGE_FOLDER) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => !path.startsWith(".") && statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll(sep, "/"))
    .sort();
}
