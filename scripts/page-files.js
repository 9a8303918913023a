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

/** All files of a page that was built, relative to its folder, but what is for tools. */
export function allFiles(folder = PAGE_FOLDER) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => !path.startsWith(".") && statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll(sep, "/"))
    .sort();
}
