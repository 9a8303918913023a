import type { ResultFileSystem } from "./file-system.ts";
import { readParts } from "./manifest.ts";
import { filesOf } from "./names.ts";

/** So many are named; of all the number alone. */
const MOST_NAMED = 5;

/** Files in a result's folder of which its manifest knows nothing. */
export interface UnknownFiles {
  readonly count: number;
  /** The first few, in the order of their names. */
  readonly named: readonly string[];
}

/**
 * Files that lie in a result's folder and are none of the result's: whoever looks through a folder leaves some there, and readers pass them over. None in a file. The names of
 * all files are held at once, some hundred bytes for each 8 MB of the result.
 * @param path of a result whose manifest can be read
 */
export async function findUnknownFiles(files: ResultFileSystem, path: string): Promise<UnknownFiles> {
  if (await files.kind(path) !== "folder") return { count: 0, named: [] };
  const known = new Set<string>();
  for await (const part of readParts(files, filesOf(path).manifest)) known.add(part.path);
  let count = 0;
  let named: string[] = [];
  for await (const found of filesIn(files, path, "")) {
    if (known.has(found)) continue;
    count++;
    named = [...named, `${path}/${found}`].sort().slice(0, MOST_NAMED);
  }
  return { count, named };
}

/** Paths below `base`, of all files in a folder there and in the folders inside it. */
async function* filesIn(files: ResultFileSystem, base: string, folder: string): AsyncGenerator<string> {
  for (const name of await files.list(folder === "" ? base : `${base}/${folder}`)) {
    const path = folder === "" ? name : `${folder}/${name}`;
    if (await files.kind(`${base}/${path}`) === "folder") yield* filesIn(files, base, path);
    else yield path;
  }
}
